// Loads a component's script only where the page has its hook. Everything works without.
const parts = {
  "[data-basket-count]": "basket_count",
  "[data-save]": "save",
  "[data-viewed], [data-viewed-list]": "recent_views",
  "[data-gallery]": "gallery",
  "[data-filter-sheet]": "filter_sheet",
  "[data-quantity-total]": "quantity_total",
  "[data-quote-total]": "quote_total",
  "[data-share]": "share",
  "[data-error-summary]": "error_summary",
  "[data-submit-once]": "submit_once",
  "[data-photo-preview]": "photo_preview",
  "[data-password-show]": "password_show",
  "[data-copy]": "copy",
  "[data-look]": "look",
};

const version = new URL(import.meta.url).search;

for (const [hook, name] of Object.entries(parts)) {
  const found = document.querySelectorAll(hook);
  if (found.length) import(new URL(`./components/${name}.js${version}`, import.meta.url)).then((part) => part.start([...found]));
}
