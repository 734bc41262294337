"""What one page costs besides time: SELECTs, bytes, and in a real browser the weight of its first view."""

import json
import os
import shutil
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any

from sqlalchemy import event

from shop import create_app
from shop.config import Settings
from shop.platform.db import db
from tests.bench.shops import BenchShop

SCREEN = {"width": 360, "height": 640}


@dataclass(frozen=True)
class Cost:
    """SELECTs of a page, and its bytes plain and compressed."""

    selects: int
    plain: int
    compressed: int


@dataclass(frozen=True)
class Product:
    """A product as the API tells it."""

    slug: str
    maker: str
    moq: int


def find_product(shop: BenchShop) -> Product:
    """A product of the kind that is asked for most, found as a visitor finds it."""
    with closing(HTTPConnection("127.0.0.1", shop.port, timeout=30)) as connection:
        connection.request("GET", "/api/v1/products?q=seragam+sekolah&limit=1")
        found = json.loads(connection.getresponse().read())["items"][0]
    return Product(found["slug"], found["producer"]["slug"], found["moq"])


def paths(product: Product) -> dict[str, str]:
    """The pages that are measured, and where they are."""
    return {
        "home": "/",
        "catalogue": "/produk",
        "search, common word": "/produk?q=seragam",
        "search, typo": "/produk?q=sragam+sekolha",
        "product": f"/produk/{product.slug}",
        "maker": f"/produsen/{product.maker}",
    }


def costs(shop: BenchShop, addresses: dict[str, str]) -> dict[str, Cost]:
    """SELECTs and bytes of each page at its second visit, when the reference data is in memory."""
    app = create_app(Settings.from_environment(shop.env))
    found: dict[str, Cost] = {}
    selects: list[str] = []

    def count(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        if statement.lstrip().upper().startswith(("SELECT", "WITH")):
            selects.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", count)
    client = app.test_client()
    for name, path in addresses.items():
        client.get(path)
        selects.clear()
        plain = client.get(path)
        asked = len(selects)
        compressed = client.get(path, headers={"Accept-Encoding": "br"})
        found[name] = Cost(asked, len(plain.data), len(compressed.data))
    engine.dispose()
    return found


def first_views(shop: BenchShop, addresses: dict[str, str]) -> dict[str, int]:
    """Bytes that a phone of 360 x 640 at DPR 2 transfers with an empty cache before it scrolls; {} without Chromium."""
    chromium = os.environ.get("SHOP_CHROMIUM") or shutil.which("chromium")
    if chromium is None:
        return {}
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        weights = {name: _weight(browser, f"http://127.0.0.1:{shop.port}{path}") for name, path in addresses.items()}
        browser.close()
    return weights


def _weight(browser: Any, address: str) -> int:
    context = browser.new_context(viewport=SCREEN, device_scale_factor=2, is_mobile=True, has_touch=True)
    page = context.new_page()
    session = context.new_cdp_session(page)
    bodies: list[int] = []
    session.on("Network.loadingFinished", lambda told: bodies.append(int(told["encodedDataLength"])))
    session.send("Network.enable")
    page.goto(address, wait_until="networkidle")
    context.close()
    return sum(bodies)
