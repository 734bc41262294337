// Tells that this product was looked at; says nothing about who looked.
export function start([place]) {
  const tell = () => navigator.sendBeacon?.(`/lihat/${place.dataset.look}`);
  if (document.visibilityState === "visible") return tell();
  document.addEventListener("visibilitychange", tell, { once: true });
}
