// A button that opens the browser's calendar and writes the day that was picked into the box, where it may also be typed.
export function start(buttons) {
  const inWords = new Intl.DateTimeFormat(document.documentElement.lang === "en" ? "en-GB" : "id-ID", { dateStyle: "long" });
  for (const button of buttons) {
    const box = document.getElementById(button.dataset.dayPicker);
    const calendar = document.createElement("input");
    calendar.type = "date";
    if (calendar.type !== "date" || !calendar.showPicker) continue;
    Object.assign(calendar, { className: "visually-hidden", tabIndex: -1, ariaHidden: "true", min: new Date().toLocaleDateString("sv") });
    button.after(calendar);
    button.addEventListener("click", () => calendar.showPicker());
    calendar.addEventListener("change", () => {
      if (calendar.value) box.value = inWords.format(new Date(`${calendar.value}T00:00`));
      button.focus();
    });
    button.hidden = false;
  }
}
