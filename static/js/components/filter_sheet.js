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
  // The way back leads to the list, not to the open sheet over it.
  const leave = () => {
    if (location.hash !== `#${sheet.id}`) return;
    location.replace("#");
    history.replaceState(null, "", location.pathname + location.search);
  };
  sheet.querySelector("form").addEventListener("submit", leave);
  sheet.querySelectorAll(".filter-sheet__foot a").forEach((link) => link.addEventListener("click", leave));
  addEventListener("hashchange", follow);
  follow();
}
