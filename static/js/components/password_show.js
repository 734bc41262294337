// Shows and hides what is typed into a password field.
export function start(buttons) {
  for (const button of buttons) {
    const input = document.getElementById(button.dataset.passwordShow);
    const show = button.textContent;
    button.hidden = false;
    button.addEventListener("click", () => {
      const open = input.type === "password";
      input.type = open ? "text" : "password";
      button.textContent = open ? button.dataset.hide : show;
    });
  }
}
