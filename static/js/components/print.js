// A button that prints the page; without it the browser's own menu does.
export function start(places) {
  for (const place of places) {
    place.hidden = false;
    place.querySelector("button").addEventListener("click", () => print());
  }
}
