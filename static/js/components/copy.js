// Copies a link or number and says so.
export function start(buttons) {
  for (const button of buttons) {
    if (!navigator.clipboard) continue;
    const words = button.querySelector("span");
    const before = words.textContent;
    words.setAttribute("aria-live", "polite");
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      words.textContent = button.dataset.done;
      setTimeout(() => (words.textContent = before), 3000);
    });
  }
}
