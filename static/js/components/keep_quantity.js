// Keeps a changed quantity of the request at once, so that leaving the page loses nothing.
export function start(boxes) {
  for (const box of boxes) {
    box.addEventListener("change", () => {
      const body = new URLSearchParams({ csrf_token: box.form.elements.csrf_token.value, quantity: box.value });
      // Offline nothing is lost either: what stands in the box is sent with the request.
      fetch(box.dataset.keepQuantity, { method: "POST", body, keepalive: true }).catch(() => {});
    });
  }
}
