// Starts a component where the page has its hook; everything works without. Its file comes before this one in the bundle.
const parts = {
  "[data-basket-count]": "basket_count",
  "[data-save]": "save",
  "[data-viewed], [data-viewed-list]": "recent_views",
  "[data-gallery]": "gallery",
  "[data-filter-sheet]": "filter_sheet",
  "[data-sort-box]": "sort_box",
  "[data-quantity-box]": "quantity_box",
  "[data-quote-total]": "quote_total",
  "[data-share]": "share",
  "[data-error-summary]": "error_summary",
  "[data-submit-once]": "submit_once",
  "[data-photo-preview]": "photo_preview",
  "[data-password-show]": "password_show",
  "[data-copy]": "copy",
  "[data-day-picker]": "day_picker",
  "[data-keep-quantity]": "keep_quantity",
  "[data-sent-here], [data-sent-list]": "sent_requests",
  "[data-look]": "look",
  "[data-places]": "places",
  "[data-print]": "print",
};

for (const [hook, name] of Object.entries(parts)) {
  const found = document.querySelectorAll(hook);
  if (found.length) components[name]([...found]);
}
