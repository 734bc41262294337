"""Others hold the database: buyers wait and are served; several processes write to one file and none is refused."""

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from tests.faults.buyers import send_once, send_surely
from tests.faults.conftest import LiveShop
from tests.processes import answers

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


def hold(shop: LiveShop, held: threading.Event, enough: threading.Event) -> None:
    """Keep the write lock until told, as another program on the machine might."""
    with closing(sqlite3.connect(shop.folder / "shop.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        held.set()
        enough.wait(60)
        other.execute("ROLLBACK")


def test_while_the_database_is_locked_the_buyer_waits_and_nothing_is_lost(live_shop: LiveShop) -> None:
    live_shop.open()
    held, enough = threading.Event(), threading.Event()
    with ThreadPoolExecutor(2) as beside:
        holder = beside.submit(hold, live_shop, held, enough)
        assert held.wait(10)
        assert answers(live_shop.port, f"/produk/{live_shop.product}")  # reading does not wait for who writes
        waiting = beside.submit(send_once, live_shop, 1)
        with pytest.raises(TimeoutError):
            waiting.result(timeout=3)
        enough.set()
        holder.result()
        assert waiting.result() is not None
    assert live_shop.ask("SELECT count(*) FROM inquiry") == [(1,)]


def test_two_processes_and_a_worker_on_one_file_never_find_it_locked(live_shop: LiveShop) -> None:
    live_shop.open()
    live_shop.work()
    with ThreadPoolExecutor(8) as buyers:
        numbers = list(buyers.map(lambda number: send_surely(live_shop, number), range(200)))
    assert len(set(numbers)) == 200
    assert live_shop.ask("SELECT count(*) FROM inquiry") == [(200,)]
    for log in ("site.log", "worker.log"):
        assert "database is locked" not in (live_shop.folder / log).read_text()
