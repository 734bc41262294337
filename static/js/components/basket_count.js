// Shows how many things are in the request, from a cookie that holds the number alone.
export function start(places) {
  const found = document.cookie.match(/(?:^|; )permintaan_n=(\d{1,3})/);
  const count = found ? Number(found[1]) : 0;
  for (const place of places) {
    place.textContent = count;
    place.hidden = count === 0;
  }
}
