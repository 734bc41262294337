"""What must be true of every page in a real browser: heard while it loads, and looked for when it stands."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response, Route

AXE = Path(__file__).parents[1] / "vendor" / "axe-core" / "axe.min.js"
NARROWEST = 320
RUN_AXE = """async () => {
  const found = await axe.run(document, {
    resultTypes: ["violations"],
    runOnly: {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    rules: {"color-contrast-enhanced": {enabled: true}},
  });
  return found.violations.flatMap(({id, nodes}) => nodes.slice(0, 3).map(
    ({html, failureSummary}) => `axe ${id}: ${html.slice(0, 160)} (${(failureSummary || "").split("\\n")[1]})`));
}"""
SHAPE = """() => [
  document.querySelectorAll("h1").length,
  document.documentElement.scrollWidth - document.documentElement.clientWidth,
  [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > innerWidth + 1
    && getComputedStyle(one).position !== "fixed").slice(0, 2).map((one) => one.outerHTML.slice(0, 120)).join(" | "),
]"""


class Watch:
    """Listens to one browser context and gathers what no page may do."""

    def __init__(self, context: BrowserContext, url: str) -> None:
        self.url = url
        self.faults: list[str] = []
        context.on("console", self._said)
        context.on("weberror", lambda error: self.faults.append(f"script failed: {error.error}"))
        context.on("request", self._asked)
        context.on("response", self._answered)
        context.on("requestfailed", self._failed)

    def _said(self, message: ConsoleMessage) -> None:
        about_page = message.text.startswith("Failed to load resource")  # heard as an answer, below
        if message.type in {"error", "warning"} and not about_page:
            self.faults.append(f"console: {message.text}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.url, "data:", "blob:")):
            self.faults.append(f"asks a third party: {request.url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self.faults.append(f"{response.url} answered {response.status}")

    def _failed(self, request: Request) -> None:
        if "ERR_ABORTED" not in str(request.failure):  # whoever moves on stops what still loads
            self.faults.append(f"{request.url} failed: {request.failure}")


def faults_of(page: Page, twin: Page | None = None) -> list[str]:
    """What is wrong with the page as it stands; axe needs scripts, so without them a twin shows the same bytes."""
    seen = faults_of_shape(page)
    width = (page.viewport_size or {"width": 0})["width"]
    if 0 < width < 1000 and width != NARROWEST:
        seen += narrowed(page, width)
    shown = copied(page, twin) if twin else page
    shown.evaluate(AXE.read_text() + ";0")
    found: list[str] = shown.evaluate(RUN_AXE)
    return [f"{urlsplit(page.url).path} at {width}: {fault}" for fault in [*seen, *found]]


def faults_of_shape(page: Page) -> list[str]:
    """One heading of the first rank, and nothing that hangs over the edge."""
    headings, over, culprits = page.evaluate(SHAPE)
    faults = [] if headings == 1 else [f"{headings} h1"]
    return faults if over <= 0 else [*faults, f"scrolls sideways by {over}: {culprits}"]


def narrowed(page: Page, width: int) -> list[str]:
    """The same on the narrowest phone."""
    height = (page.viewport_size or {"height": 0})["height"]
    page.set_viewport_size({"width": NARROWEST, "height": height})
    faults = faults_of_shape(page)
    page.set_viewport_size({"width": width, "height": height})
    return [f"at {NARROWEST}: {fault}" for fault in faults]


def copied(page: Page, twin: Page) -> Page:
    """The page's own bytes in a browser that runs scripts, the page's scripts being left out."""
    html, address = page.content(), page.url
    cookies: Any = page.context.cookies()
    twin.context.add_cookies(cookies)

    def answer(route: Route) -> None:
        if route.request.is_navigation_request():
            route.fulfill(body=html, content_type="text/html; charset=utf-8")
        elif route.request.resource_type == "script":
            route.fulfill(body="", content_type="text/javascript")
        elif route.request.resource_type == "image":  # seen on the page itself
            route.abort()
        else:
            route.continue_()

    twin.unroute_all()
    twin.route("**/*", answer)
    twin.goto(address)
    return twin
