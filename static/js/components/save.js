// A heart on every card; what is saved stays on this device.
const key = "lapakarya-saved";
const read = () => {
  try {
    return new Set(JSON.parse(localStorage.getItem(key)) ?? []);
  } catch {
    return new Set();
  }
};
const write = (slugs) => {
  try {
    localStorage.setItem(key, JSON.stringify([...slugs].slice(-200)));
  } catch {
    // A full or closed storage costs the heart, nothing else.
  }
};

function paint(button, on) {
  const text = document.body.dataset[on ? "textSaved" : "textSave"] ?? "{}";
  button.setAttribute("aria-pressed", on);
  button.setAttribute("aria-label", text.replace("{}", button.dataset.name));
}

export function start(cards) {
  const sprite = document.querySelector("use")?.getAttribute("href").split("#")[0];
  const saved = read();
  for (const card of cards) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "product-card__save";
    button.dataset.name = card.dataset.name;
    button.innerHTML = `<svg class="icon" width="20" height="20" aria-hidden="true"><use href="${sprite}#heart"/></svg>`;
    paint(button, saved.has(card.dataset.save));
    button.addEventListener("click", () => {
      const now = read();
      const on = !now.delete(card.dataset.save);
      if (on) now.add(card.dataset.save);
      write(now);
      paint(button, on);
    });
    card.append(button);
  }
}
