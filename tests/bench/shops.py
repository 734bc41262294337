"""The shops that are measured: example data of a size, loaded once and kept in a folder between runs."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.processes import environment, free_port, shop_command

SMALL, LARGE = 240, 100_000
_LOADED = "loaded"


@dataclass(frozen=True)
class BenchShop:
    """A loaded shop: its size, its folder, and the environment in which it runs on a free port."""

    size: int
    folder: Path
    env: dict[str, str]

    @property
    def database(self) -> Path:
        return self.folder / "shop.sqlite3"

    @property
    def port(self) -> int:
        return int(self.env["PORT"])


def bench_shop(size: int, kept: Path) -> BenchShop:
    """The shop of so many products; loading a large one takes minutes, the next run finds it there."""
    folder = kept / str(size)
    shop = BenchShop(size, folder, environment(folder, free_port(), SHOP_TRUSTED_PROXIES="1"))
    if not (folder / _LOADED).exists():
        print(f"Loading {size:,} products into {folder}", flush=True)  # noqa: T201 - a tool that talks
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for words in (("db", "upgrade"), ("reference", "sync"), load_words(size), ("work", "--once")):
            shop_command(shop.env, *words)
        (folder / _LOADED).touch()
    shop_command(shop.env, "db", "upgrade")
    _settle(shop.database)
    return shop


def load_words(size: int) -> tuple[str, ...]:
    """The command that loads a shop of so many products; the smallest is the example shop itself."""
    return ("demo", "load") if size == SMALL else ("demo", "load", "--size", str(size))


def _settle(database: Path) -> None:
    """What earlier runs left in the write-ahead log goes into the file, and the planner knows the tables."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("ANALYZE")
        connection.commit()
