// Adds up a quote while its maker types: each line, delivery once, the deposit.
const rupiah = (amount) => `Rp${String(Math.round(amount)).replace(/\B(?=(\d{3})+$)/g, ".")}`;

const whole = (text) => {
  const typed = (text || "").toLowerCase().replace(/rp|\s|,-$/g, "");
  const found = typed.match(/^(\d+(?:[.,]\d+)*)(rb|ribu|k|jt|juta)?$/);
  if (!found) return 0;
  if (!found[2]) return Number(found[1].replace(/[.,]/g, ""));
  return Number(found[1].replace(",", ".")) * (/^(jt|juta)$/.test(found[2]) ? 1e6 : 1e3);
};

export function start(panels) {
  for (const panel of panels) {
    const form = panel.closest("form");
    const value = (place, name) => form.elements.namedItem(`lines_${place}_${name}`)?.value;
    const say = () => {
      let goods = 0;
      form.querySelectorAll("[data-quote-line]").forEach((line, place) => {
        const answer = value(place, "answer");
        const asked = Number(line.dataset.quantity);
        const count = answer === "as_asked" ? asked : whole(value(place, "quantity")) || asked;
        if (answer !== "cannot") goods += count * whole(value(place, "unit_price"));
      });
      const delivery = whole(form.elements.namedItem("delivery_cost").value);
      const percent = Number(form.elements.namedItem("deposit_percent").value);
      const words = panel.dataset;
      panel.querySelector("[data-total]").textContent = rupiah(goods + delivery);
      panel.querySelector("[data-goods]").textContent = words.textGoods.replace("{}", rupiah(goods)).replace("{}", rupiah(delivery));
      panel.querySelector("[data-deposit]").textContent = words.textDeposit.replace("{}", rupiah(Math.floor(((goods + delivery) * percent) / 100)));
    };
    panel.querySelector("[data-count-again]").hidden = true;
    form.addEventListener("input", say);
    say();
  }
}
