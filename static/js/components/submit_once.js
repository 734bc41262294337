// A second tap on the way changes nothing; coming back by "back" frees the button.
export function start(forms) {
  for (const form of forms) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) return event.preventDefault();
      form.dataset.sent = "1";
      const button = event.submitter;
      if (!button) return;
      button.setAttribute("aria-busy", "true");
      if (!button.dataset.busy) return;
      button.dataset.idle = button.textContent;
      button.textContent = button.dataset.busy;
    });
  }
  addEventListener("pageshow", () => {
    for (const form of forms) {
      delete form.dataset.sent;
      for (const button of [...form.elements].filter((one) => one.hasAttribute("aria-busy"))) {
        button.removeAttribute("aria-busy");
        if (button.dataset.idle) button.textContent = button.dataset.idle;
      }
    }
  });
}
