// Remembers the last products on this device and lists them where a page asks: a place with data-viewed-list.
const key = "lapakarya-viewed";
const read = () => {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? [];
  } catch {
    return [];
  }
};

function line({ url, name, image }) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = url;
  if (image) {
    const picture = new Image(144, 144);
    picture.src = image;
    picture.alt = "";
    picture.loading = "lazy";
    link.append(picture);
  }
  link.append(name);
  item.append(link);
  return item;
}

export function start(places) {
  const list = places.find((place) => place.hasAttribute("data-viewed-list"));
  const here = places.find((place) => place.hasAttribute("data-viewed"))?.dataset;
  const seen = read().filter((item) => item.slug !== here?.viewed && /^\/(?!\/)/.test(item.url));
  if (list && seen.length) {
    list.querySelector("ul").append(...seen.slice(0, 6).map(line));
    list.hidden = false;
  }
  if (!here) return;
  const now = { slug: here.viewed, url: location.pathname, name: here.name, image: here.image };
  try {
    localStorage.setItem(key, JSON.stringify([now, ...seen].slice(0, 12)));
  } catch {
    // Nothing to keep it in: the page works all the same.
  }
}
