"""A browser, the example shop running, and people who come to it."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.shopfront import Shopfront, opened
from tests.journeys.visitor import Visitor, Way
from tests.sharing import shared_folder

ARGUMENTS = (
    "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-background-networking "
    "--disable-component-update --disable-sync --disable-extensions --disable-features=PreloadTopChromeWebUI"
).split()
Arrive = Callable[[Way], Visitor]


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shopfront]:
    with opened(tmp_path_factory.getbasetemp()) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, for one module, so that its loop does not run on beside other tests."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=os.environ["SHOP_CHROMIUM"], args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def looked_at(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Marks of the shapes of pages that some process of this run checked already."""
    return shared_folder(tmp_path_factory.getbasetemp(), "looked-at", lambda _folder: None)


@pytest.fixture
def arrive(browser: Browser, shop: Shopfront, looked_at: Path) -> Iterator[Arrive]:
    """Somebody who visits in a given way; what was wrong with any page is told when all are gone."""
    visitors: list[Visitor] = []

    def come(way: Way) -> Visitor:
        visitors.append(Visitor(browser, shop.url, way, looked_at))
        return visitors[-1]

    yield come
    faults = [f"{one.way}: {fault}" for one in visitors for fault in one.close()]
    if faults:
        pytest.fail("\n".join(faults), pytrace=False)
