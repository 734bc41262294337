// Says quantity × price of its tier = sum while typing, and what is wrong with a quantity before it is sent.
const rupiah = (amount) => `Rp${String(amount).replace(/\B(?=(\d{3})+$)/g, ".")}`;

function summed(box, input) {
  const tiers = JSON.parse(box.dataset.tiers);
  const { unit, note, starting } = box.dataset;
  const say = () => {
    const count = Math.floor(Number(input.value));
    const tier = count % Number(input.step) ? null : tiers.filter(([least]) => count >= least).at(-1);
    const sum = tier && [`${count.toLocaleString("id-ID")} ${unit} ×`, starting, `${rupiah(tier[1])} =`, starting, `${rupiah(count * tier[1])}${note ? `, ${note}` : "."}`];
    box.querySelector("output").textContent = sum ? sum.filter(Boolean).join(" ") : "";
  };
  input.addEventListener("input", say);
  say();
}

// The multiples just below and above, in the page's words: 36 dan 48.
function near(count, { min, step }) {
  const below = count - (count % Number(step));
  const askable = [below, below + Number(step)].filter((one) => one >= Number(min));
  const { lang } = document.documentElement;
  return new Intl.ListFormat(lang).format(askable.map((one) => one.toLocaleString(lang)));
}

export function start(boxes) {
  for (const box of boxes) {
    const input = box.querySelector("input[type=number]");
    const [few, uneven] = ["few", "uneven"].map((name) => box.querySelector(`[data-${name}]`));
    const link = few?.querySelector("a");
    const address = link?.href;
    if (box.dataset.tiers) summed(box, input);
    box.addEventListener("submit", (event) => {
      const count = Math.floor(Number(input.value));
      const wrong = count < Number(input.min) ? few : uneven && count % Number(input.step) ? uneven : null;
      for (const text of [few, uneven]) if (text) text.hidden = text !== wrong;
      input.toggleAttribute("aria-invalid", Boolean(wrong));
      if (wrong && wrong === uneven) uneven.querySelector("span span").textContent = near(count, input);
      if (!wrong) return input.removeAttribute("aria-describedby");
      event.preventDefault();
      input.setAttribute("aria-describedby", wrong.id);
      if (link) {
        link.hidden = count < 1;
        link.href = `${address}${count * Number(link.dataset.each)}`;
      }
      input.focus();
    });
  }
}
