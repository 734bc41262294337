// Small pictures slide the large one without moving the page; swiping marks the small one.
export function start(galleries) {
  for (const gallery of galleries) {
    const strip = gallery.querySelector(".gallery__strip");
    const links = [...gallery.querySelectorAll(".gallery__thumbs a")];
    if (!strip || !links.length) continue;
    const mark = (index) => links.forEach((link, at) => (at === index ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current")));
    links.forEach((link, index) =>
      link.addEventListener("click", (event) => {
        event.preventDefault();
        strip.scrollTo({ left: strip.clientWidth * index });
        mark(index);
      }),
    );
    strip.addEventListener("scroll", () => mark(Math.round(strip.scrollLeft / strip.clientWidth)), { passive: true });
  }
}
