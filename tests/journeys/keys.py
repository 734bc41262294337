"""The keyboard alone: Tab until it is reached, the focus seen at every stop, then the keys that each control takes."""

from contextlib import suppress

from playwright.sync_api import Locator, Page
from playwright.sync_api import TimeoutError as Late

MOST_STOPS = 400
SETTLING = 300  # ms in which a page may still be moving to what has the focus
STOP = """(target) => {
  const here = document.activeElement;
  const group = (one) => one.type === "radio" && one.name;
  const grouped = group(here) && group(here) === group(target) && here.form === target.form;
  if (here === document.body || here === document.documentElement) return [false, ""];
  const name = here.outerHTML.slice(0, 120);
  const label = here.labels?.[0];
  const shown = [here, label].filter(Boolean);
  const within = here.type === "date" && !here.matches(":focus-visible");  // the browser's own button for the calendar
  const ring = shown.some((one) => [null, "::before", "::after"].some((part) => {
    const style = getComputedStyle(one, part);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== "none";
  }));
  const seen = shown.some((one) => {
    const box = one.getBoundingClientRect();
    return [[.5, .5], [.1, .2], [.9, .8], [.1, .8], [.9, .2]].some(([x, y]) => {
      const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
      return top && (one.contains(top) || top.contains(one) && top !== document.body && top !== document.documentElement
        || shown.some((other) => other.contains(top)));
    });
  });
  const fault = !ring && !within ? "focus not seen" : seen ? "" : "focus covered";
  return [here === target || grouped, fault && `${fault}: ${name}`];
}"""


def reach(page: Page, target: Locator) -> list[str]:
    """Tab until the target has the focus; what was wrong with the focus at the stops between."""
    handle = target.element_handle()
    faults = []
    for _stop in range(MOST_STOPS):
        page.keyboard.press("Tab")
        there, fault = handle.evaluate(STOP)
        if fault:
            with suppress(Late):
                page.wait_for_function(f"(target) => !({STOP})(target)[1]", arg=handle, timeout=SETTLING)
            there, fault = handle.evaluate(STOP)
        if fault:
            faults.append(f"{page.url}: {fault}")
        if there:
            return faults
    raise AssertionError(f"no Tab reaches {handle.evaluate('one => one.outerHTML.slice(0, 200)')}")


def put(page: Page, box: Locator, kind: str, value: str) -> None:
    """Write into the box that has the focus, or choose in it."""
    if kind == "select-one":
        page.keyboard.type(box.locator(f"option[value='{value}']").first.inner_text().strip())
        assert box.input_value() == value
    elif kind == "date":
        box.fill(value)  # the keys for a date follow the browser's own language
    else:
        page.keyboard.press("Control+A")
        page.keyboard.press("Delete")
        page.keyboard.insert_text(value)


def tick(page: Page, box: Locator) -> None:
    """Space for a tick; arrows within a group of which one is chosen."""
    if box.evaluate("one => one.type") == "checkbox":
        page.keyboard.press("Space")
        return
    page.keyboard.press("Space")
    for _choice in range(12):
        if box.is_checked():
            return
        page.keyboard.press("ArrowDown")
