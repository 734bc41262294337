"""What the first view costs a phone: bytes on the wire, requests, and how much it jumps.

All bytes count, also those of pictures that the browser fetches ahead from below the view; of the requests
count those that the view needs, because how far ahead it fetches is the browser's choice.
"""

from typing import Any

import pytest
from playwright.sync_api import Browser, CDPSession

from tests.journeys.coming import MAKER, VEST
from tests.journeys.shopfront import Shopfront

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]

PAGES = ("/", "/produk", f"/produk/{VEST}", f"/produsen/{MAKER}", f"/produk/{VEST}/tanya")
ALL, WORDS, SCRIPT, REQUESTS, JUMP = 150_000, 45_000, 15_000, 15, 0.02
BELOW = """() => [...document.images].filter((one) => {
  const box = one.getBoundingClientRect();
  return box.top >= innerHeight || box.left >= innerWidth;
}).map((one) => one.currentSrc)"""
JUMPS = """() => new Promise((tell) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((one) => (sum += one.hadRecentInput ? 0 : one.value)))
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => tell(sum), 200);
})"""


class Wire:
    """What came over the wire, counted by Chromium itself: heads and bodies as they were sent."""

    def __init__(self, session: CDPSession) -> None:
        self.kinds: dict[str, str] = {}
        self.urls: dict[str, str] = {}
        self.bytes: dict[str, int] = {}
        session.on("Network.responseReceived", self._began)
        session.on("Network.loadingFinished", self._ended)
        session.send("Network.enable")
        session.send("Network.setCacheDisabled", {"cacheDisabled": True})

    def _began(self, event: dict[str, Any]) -> None:
        if not event["response"]["url"].startswith("data:"):
            self.kinds[event["requestId"]] = event["type"]
            self.urls[event["requestId"]] = event["response"]["url"]

    def _ended(self, event: dict[str, Any]) -> None:
        self.bytes[event["requestId"]] = int(event["encodedDataLength"])

    def of(self, *kinds: str) -> int:
        """The bytes of all answers of these kinds."""
        return sum(size for key, size in self.bytes.items() if self.kinds.get(key) in kinds)


@pytest.mark.parametrize("path", PAGES)
def test_a_first_view_is_light_and_stands_still(browser: Browser, shop: Shopfront, path: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, device_scale_factor=2, is_mobile=True)
    page = context.new_page()
    wire = Wire(context.new_cdp_session(page))
    page.goto(shop.url + path, wait_until="networkidle")
    below = set(page.evaluate(BELOW))
    jumps = page.evaluate(JUMPS)
    context.close()
    measured = {
        "all": sum(wire.bytes.values()),
        "words": wire.of("Document", "Stylesheet", "Script"),
        "script": wire.of("Script"),
        "requests": sum(url not in below for url in wire.urls.values()),
        "jump": round(jumps, 3),
    }
    limits = {"all": ALL, "words": WORDS, "script": SCRIPT, "requests": REQUESTS, "jump": JUMP}
    over = {name: (measured[name], limit) for name, limit in limits.items() if measured[name] > limit}
    assert not over, f"{path}: {over} of {measured}"
