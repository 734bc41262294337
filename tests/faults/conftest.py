"""A small shop in a folder of its own, for tests that run real processes on it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from shop import create_app
from shop.config import Settings
from shop.consent.types import Purpose
from shop.platform.db import db
from tests.databases import Sqlite
from tests.factories import give_consent, make_producer, make_product
from tests.processes import Running, environment, free_port, start_site, start_worker


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Sqlite:
    return Sqlite(tmp_path_factory.mktemp("filled"))


@dataclass
class LiveShop:
    """A shop on disk with the processes that run on it."""

    folder: Path
    env: dict[str, str]
    product: str = ""
    maker: str = ""
    running: list[Running] = field(default_factory=list)

    @property
    def port(self) -> int:
        return int(self.env["PORT"])

    @property
    def mails(self) -> list[Path]:
        return sorted((self.folder / "mail").glob("*.eml"))

    def open(self) -> Running:
        return self._kept(start_site(self.env, self.folder / "site.log"))

    def work(self) -> Running:
        return self._kept(start_worker(self.env, self.folder / "worker.log"))

    def ask(self, statement: str) -> list[tuple[object, ...]]:
        """Look into the database past the shop."""
        with closing(sqlite3.connect(self.folder / "shop.sqlite3", timeout=30)) as connection:
            return connection.execute(statement).fetchall()

    def _kept(self, running: Running) -> Running:
        self.running.append(running)
        return running


@pytest.fixture
def live_shop(filled: Sqlite, tmp_path: Path) -> Iterator[LiveShop]:
    """A shop with one product of one public maker; its processes are killed at the end."""
    with filled.copy(tmp_path):
        shop = LiveShop(tmp_path, environment(tmp_path, free_port(), SHOP_TRUSTED_PROXIES="1"))
        app = create_app(Settings.from_environment(shop.env))
        with app.app_context():
            producer = make_producer()
            give_consent(producer, Purpose.NAME)
            product = make_product(producer=producer, moq=1)
            shop.product, shop.maker = product.slug, producer.slug
            db.session.commit()
            db.session.remove()
            db.engine.dispose()
        yield shop
        for one in shop.running:
            if one.is_alive:
                one.kill()
