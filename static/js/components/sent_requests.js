// Remembers what was sent from this device: number and secret link alone, until somebody says to forget them.
const key = "lapakarya-sent";
const forgotten = "lapakarya-forgotten";
const read = () => {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? [];
  } catch {
    return [];
  }
};
const write = (sent) => {
  try {
    if (sent.length) localStorage.setItem(key, JSON.stringify(sent.slice(0, 20)));
    else localStorage.removeItem(key);
  } catch {
    // Nothing to keep it in: the link can still be copied.
  }
};
const wasForgotten = (number) => {
  try {
    return sessionStorage.getItem(forgotten) === number;
  } catch {
    return true;
  }
};

function here(place) {
  const { sentHere: number, url } = place.dataset;
  const others = read().filter(([one]) => one !== number);
  const known = others.length < read().length;
  if (!known && (!place.hasAttribute("data-fresh") || wasForgotten(number))) return;
  write([[number, url], ...others]);
  place.hidden = false;
  place.querySelector("button").addEventListener("click", () => {
    write(read().filter(([one]) => one !== number));
    sessionStorage.setItem(forgotten, number);
    place.setAttribute("role", "status");
    place.textContent = place.dataset.done;
  });
}

function list(place) {
  const sent = read().filter(([, url]) => /^\/(?!\/)/.test(url));
  if (!sent.length) return;
  for (const [number, url] of sent) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = url;
    link.textContent = number;
    item.append(link);
    place.querySelector("ul").append(item);
  }
  place.hidden = false;
  place.querySelector("button").addEventListener("click", () => {
    write([]);
    place.hidden = true;
  });
}

export function start(places) {
  for (const place of places) (place.hasAttribute("data-sent-list") ? list : here)(place);
}
