// Offers the names of regencies while a place is typed; they are fetched when the box is entered, not before.
export function start([list]) {
  const box = document.querySelector(`[list="${list.id}"]`);
  const offer = async () => {
    const answer = await fetch(list.dataset.places).catch(() => null);
    if (!answer?.ok) return;
    list.append(...(await answer.json()).map((name) => new Option(name)));
  };
  box?.addEventListener("focus", offer, { once: true });
}
