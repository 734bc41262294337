// Adds up a quote while its maker types: each line, delivery once, the deposit.
const rupiah = (amount) => `Rp${String(Math.round(amount)).replace(/\B(?=(\d{3})+$)/g, ".")}`;

// As the server reads them; what it would refuse counts for nothing here.
const TIMES = { rb: 1e3, ribu: 1e3, k: 1e3, jt: 1e6, juta: 1e6, miliar: 1e9, milyar: 1e9 };
const PIECES = { lusin: 12, lsn: 12, dozen: 12, kodi: 20, gross: 144, rim: 500 };
const MOST = 1e12;

const money = (text) => {
  const typed = (text || "").trim().toLowerCase().replace(/rupiah$/, "").trim();
  const found = typed.match(/^(?:rp|idr)?\.?\s*(\d[\d.,]*?)(?:[.,]-+)?\s*([a-z]*)$/);
  if (!found) return 0;
  const [, digits, times] = found;
  if (!times) {
    const whole = digits.match(/^(\d{1,3}(?:\.\d{3})+(?=$|,)|\d{1,3}(?:,\d{3})+(?=$|\.)|\d+)(?:[.,]0{1,2})?$/);
    return kept(whole ? Number(whole[1].replace(/[.,]/g, "")) : 0);
  }
  if (/^\d{1,3}(\.\d{3})+$/.test(digits)) return kept(Number(digits.replace(/\./g, "")) * TIMES[times]);
  const amount = /^\d+([.,]\d+)?$/.test(digits) ? Number(digits.replace(",", ".")) * TIMES[times] : 0;
  return kept(Math.abs(amount - Math.round(amount)) < 1e-6 ? Math.round(amount) : 0);
};

const kept = (amount) => (amount <= MOST ? amount : 0);

const pieces = (text, byPiece) => {
  const typed = (text || "").trim().toLowerCase().replace(/^se(?=[a-z])/, "1 ");
  const found = typed.match(/^(\d{1,3}(?:[., ]\d{3})+|\d+) ?([a-z\u00b2]*)\.?$/);
  if (!found) return 0;
  return Number(found[1].replace(/[., ]/g, "")) * ((byPiece && PIECES[found[2]]) || 1);
};

export function start(panels) {
  for (const panel of panels) {
    const form = panel.closest("form");
    const value = (place, name) => form.elements.namedItem(`lines_${place}_${name}`)?.value;
    const valueOf = (name) => form.elements.namedItem(name)?.value || "";
    const late = form.querySelector("[data-late]");
    const say = () => {
      const days = Number(valueOf("lead_days"));
      if (late && Number.isFinite(days)) late.hidden = days <= Number(late.dataset.late);
      let goods = 0;
      form.querySelectorAll("[data-quote-line]").forEach((line, place) => {
        const answer = value(place, "answer");
        const asked = Number(line.dataset.quantity);
        const count = answer === "as_asked" ? asked : pieces(value(place, "quantity"), "byPiece" in line.dataset) || asked;
        if (answer !== "cannot") goods += count * money(value(place, "unit_price"));
      });
      const cost = valueOf("delivery_cost").trim();
      const delivery = money(cost);
      const percent = Number(valueOf("deposit_percent"));
      const words = panel.dataset;
      const open = valueOf("delivery_method") === "pickup" ? words.textPickup : words.textOpen;
      const sum = cost ? words.textGoods : open;
      panel.querySelector("[data-total]").textContent = rupiah(goods + delivery);
      panel.querySelector("[data-goods]").textContent = sum.replace("{}", rupiah(goods)).replace("{}", rupiah(delivery));
      panel.querySelector("[data-deposit]").textContent = words.textDeposit.replace("{}", rupiah(Math.floor(((goods + delivery) * percent) / 100)));
    };
    panel.querySelector("[data-count-again]").hidden = true;
    form.addEventListener("input", say);
    addEventListener("pageshow", say);
    say();
  }
}
