// Shows the chosen photos before they are sent.
export function start(places) {
  for (const place of places) {
    const list = place.querySelector("ul");
    place.querySelector("input").addEventListener("change", (event) => {
      list.querySelectorAll("img").forEach((image) => URL.revokeObjectURL(image.src));
      list.replaceChildren(
        ...[...event.target.files].slice(0, 12).map((file) => {
          const item = document.createElement("li");
          const image = new Image();
          image.src = URL.createObjectURL(file);
          image.alt = file.name;
          item.append(image);
          return item;
        }),
      );
    });
  }
}
