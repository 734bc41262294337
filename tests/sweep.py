"""The whole product in a real browser: every page of every role, in both languages, narrow and wide.

``python -m tests.sweep`` (or ``make sweep``) runs the example shop, opens what each role can reach by links from its
first page, one page for each kind of address, checks it as journeys do, and keeps a picture of each in build/sweep.
"""

import os
import re
import sys
import tempfile
from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from urllib.parse import urlsplit

from flask import Flask
from playwright.sync_api import Browser, Error, Page, Response, sync_playwright
from werkzeug.exceptions import HTTPException
from werkzeug.routing import MapAdapter, RequestRedirect

from shop import create_app
from shop.config import Settings
from tests.journeys.coming import VEST, ask
from tests.journeys.conftest import ARGUMENTS
from tests.journeys.shopfront import Shopfront, opened
from tests.journeys.visitor import Visitor, Way
from tests.journeys.watching import faults_of

OUT = Path(__file__).parents[1] / "build" / "sweep"
MOST_TRIES = 4
WIDTHS = {320: 640, 1280: 800}
LANGUAGES = ("id", "en")
SIGNED_IN = ("buyer", "producer", "companion", "curator", "officer", "provincial", "head", "partner", "admin")
VARIANTS = ("/produk?q=jaket+pelampung", "/produk?q=xyzzyx", "/tidak-ada", "/permintaan/0.salah", "/lapak?lihat=work")
STARTS = ("/", "/masuk", "/daftar", "/akun", "/lapak", "/lapak/produk", "/dinas", "/permintaan", *VARIANTS)
FILES = re.compile(r"\.(jpg|jpeg|png|webp|avif|svg|xml|json|txt|ico|webmanifest|pdf|js|css)$|/wa/|/wa$")
LINKS = "() => [...document.querySelectorAll('a[href]')].map((one) => one.href)"


@dataclass(frozen=True)
class Sight:
    """One page to open: of whom, in which language, how wide."""

    role: str
    lang: str
    width: int
    path: str


def endpoint_of(routes: MapAdapter, path: str) -> str:
    """What kind of page an address is; unknown addresses are a kind of their own, and so are the variants."""
    if path in VARIANTS:
        return path
    try:
        return str(routes.match(urlsplit(path).path, method="GET")[0])
    except RequestRedirect:
        return ""
    except HTTPException:
        return "nothing"


def gone_to(page: Page, address: str) -> Response | None:
    """What was answered, or None for a file that the browser would keep instead of showing."""
    try:
        return page.goto(address)
    except Error:
        return None


def reached(page: Page, url: str, routes: MapAdapter) -> dict[str, str]:
    """By following links from the starts: one address for each kind of page."""
    found: dict[str, str] = {}
    waiting, seen, tries = deque(STARTS), set(STARTS), Counter[str]()
    while waiting:
        path = waiting.popleft()
        kind = endpoint_of(routes, path)
        tries[kind] += 1
        if not kind or kind in found or tries[kind] > MOST_TRIES:
            continue
        answer = gone_to(page, url + path)
        if answer is None or (answer.status >= 400 and path not in VARIANTS):
            continue
        landed = page.url.removeprefix(url)
        if path in VARIANTS or endpoint_of(routes, landed) == kind:
            found[kind] = path
        for link in [landed, *(one.removeprefix(url) for one in page.evaluate(LINKS) if one.startswith(url))]:
            bare = link.partition("#")[0]
            if bare not in seen and not FILES.search(bare) and not bare.startswith("/en"):
                seen.add(bare)
                waiting.append(bare)
    return found


def accounts(shop: Shopfront) -> Iterator[tuple[str, dict[str, str] | None]]:
    """A visitor, and the first sign-in of each role."""
    yield "visitor", None
    for role in SIGNED_IN:
        yield role, shop.account(role)


def enter(visitor: Visitor, shop: Shopfront, account: dict[str, str]) -> None:
    page = visitor.page
    page.goto(shop.url + "/masuk")
    page.fill("main [name='login']", account["login"])
    page.fill("main [name='secret']", account["secret"])
    with page.expect_navigation():
        page.press("main [name='secret']", "Enter")
    if account["totp"]:
        page.fill("main [name='code']", shop.code(account))
        with page.expect_navigation():
            page.press("main [name='code']", "Enter")


def sights_of(role: str, paths: dict[str, str]) -> Iterator[Sight]:
    """Pages of visitors once, and of each role only what visitors do not have."""
    for (lang, width), path in product(product(LANGUAGES, WIDTHS), paths.values()):
        yield Sight(role, lang, width, path if lang == "id" else f"/en{path}".rstrip("/"))


def picture_of(sight: Sight, kind: str) -> Path:
    name = re.sub(r"[^\w.-]+", "_", kind).strip("_")
    return OUT / f"{sight.role}.{name}.{sight.lang}.{sight.width}.jpg"


def examine(page: Page, url: str, sight: Sight, kind: str) -> list[str]:
    """Open one page, keep its picture, say what is wrong."""
    page.set_viewport_size({"width": sight.width, "height": WIDTHS[sight.width]})
    page.goto(url + sight.path, wait_until="load")
    found = faults_of(page)
    page.screenshot(path=picture_of(sight, kind), full_page=True, type="jpeg", quality=70)
    return found


def sweep(browser: Browser, shop: Shopfront, routes: MapAdapter, tell: Callable[[str], None]) -> list[str]:
    """Everything that is wrong anywhere."""
    faults: list[str] = []
    open_to_all: set[str] = set()
    looked_at = shop.folder / "looked-at"
    looked_at.mkdir()
    for role, account in accounts(shop):
        visitor = Visitor(browser, shop.url, Way(1280, "id", script=True), looked_at)
        if account:
            enter(visitor, shop, account)
        else:
            secret = ask(visitor, 60, slug=VEST, name="Wulan Pembeli", email="sapu@contoh.example")
        tell(f"{role}: following links")
        paths = {
            kind: path for kind, path in reached(visitor.page, shop.url, routes).items() if kind not in open_to_all
        }
        if not account:
            open_to_all |= set(paths) - {"public.request.show"}
            paths["public.inquiries.show"] = secret
        seen = list(sights_of(role, paths))
        kinds = [kind for _each in product(LANGUAGES, WIDTHS) for kind in paths]
        for place, (sight, kind) in enumerate(zip(seen, kinds, strict=True), 1):
            tell(f"{role}: page {place} of {len(seen)}, {len(faults)} findings")
            heard = len(visitor.watch.faults)
            wrong = [*examine(visitor.page, shop.url, sight, kind), *visitor.watch.faults[heard:]]
            faults += [f"{role} {sight.lang} {sight.width} {sight.path}: {one}" for one in wrong]
        faults += [f"{role}: {one}" for one in visitor.faults]
        visitor.close()
    return faults


def shown(line: str) -> None:
    """One line that moves on where somebody watches, else lines."""
    sys.stderr.write(f"\r\033[K{line}" if sys.stderr.isatty() else f"{line}\n")
    sys.stderr.flush()


def main() -> int:
    """0 without findings, 1 with, 2 where there is no browser."""
    chromium = os.environ.get("SHOP_CHROMIUM", "")
    if not chromium:
        sys.stderr.write("SHOP_CHROMIUM is not set: name the Chromium to sweep with, such as /usr/bin/chromium\n")
        return 2
    OUT.mkdir(parents=True, exist_ok=True)
    for old in OUT.glob("*.jpg"):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        shown("loading the example shop")
        with opened(Path(folder)) as shop, sync_playwright() as playwright:
            app: Flask = create_app(Settings.from_environment({"SHOP_INSTANCE": str(shop.folder)}, shop.folder))
            routes = app.url_map.bind("127.0.0.1")
            browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
            faults = sweep(browser, shop, routes, shown)
            browser.close()
    shown(f"{len(faults)} findings; a picture of each page in {OUT}\n")
    sys.stdout.write("".join(f"{fault}\n" for fault in faults))
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
