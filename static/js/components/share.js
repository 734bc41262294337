// Uses the phone's own sharing where there is one; else the list of links opens.
export function start(places) {
  for (const place of places) {
    if (!navigator.share) continue;
    place.querySelector("summary").addEventListener("click", (event) => {
      event.preventDefault();
      navigator.share({ title: place.dataset.title, url: place.dataset.url }).catch(() => {});
    });
  }
}
