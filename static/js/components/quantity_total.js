// Says quantity × price of its tier = sum, while typing.
const rupiah = (amount) => `Rp${String(amount).replace(/\B(?=(\d{3})+$)/g, ".")}`;

export function start(boxes) {
  for (const box of boxes) {
    const tiers = JSON.parse(box.dataset.tiers);
    const input = box.querySelector("input[type=number]");
    const output = box.querySelector("output");
    const say = () => {
      const count = Math.floor(Number(input.value));
      const tier = tiers.filter(([least]) => count >= least).at(-1);
      output.textContent = tier ? `${count.toLocaleString("id-ID")} ${box.dataset.unit} × ${rupiah(tier[1])} = ${rupiah(count * tier[1])}, ${box.dataset.note}` : "";
    };
    input.addEventListener("input", say);
    say();
  }
}
