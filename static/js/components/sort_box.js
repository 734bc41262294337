// A list is sorted as soon as another order is tapped. By keyboard the button stays: arrow keys only look at the choices.
export function start(boxes) {
  for (const box of boxes) {
    const choices = box.querySelector("select");
    let typed = false;
    choices.addEventListener("keydown", () => (typed = true));
    choices.addEventListener("pointerdown", () => (typed = false));
    choices.addEventListener("change", () => typed || box.requestSubmit());
  }
}
