// The sheet opens by its address; script keeps the focus inside and lets Escape close it.
export function start([sheet]) {
  const others = [...document.body.children].filter((part) => !part.contains(sheet));
  const close = sheet.querySelector(".filter-sheet__close");
  const follow = () => {
    const open = location.hash === `#${sheet.id}` && getComputedStyle(sheet).position === "fixed";
    others.forEach((part) => (part.inert = open));
    if (open) sheet.querySelector("h2").focus();
  };
  sheet.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || getComputedStyle(sheet).position !== "fixed") return;
    close.click();
    document.querySelector(`a[href="#${sheet.id}"]`)?.focus();
  });
  addEventListener("hashchange", follow);
  follow();
}
