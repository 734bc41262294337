"""Site and worker are killed again and again while buyers send inquiries: nothing lost, nothing doubled, all mailed."""

import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.faults.buyers import send_surely
from tests.faults.conftest import LiveShop
from tests.processes import wait_until

FULL = os.environ.get("SHOP_TEST_FAULTS") == "full"
INQUIRIES, KILLS = (1_000, 20) if FULL else (120, 4)


@pytest.mark.slow
@pytest.mark.timeout(1_200)
def test_what_was_acknowledged_outlives_kill_9_once_and_every_message_goes_out(live_shop: LiveShop) -> None:
    site, worker = live_shop.open(), live_shop.work()
    numbers: list[str] = []
    with ThreadPoolExecutor(4) as buyers:
        for first in range(0, INQUIRIES, INQUIRIES // KILLS):
            sent = [
                buyers.submit(send_surely, live_shop, number) for number in range(first, first + INQUIRIES // KILLS)
            ]
            half = len(sent) // 2
            wait_until(lambda done=sent, most=half: sum(one.done() for one in done) >= most, 120, "half were sent")
            site.kill()
            worker.kill()
            site, worker = live_shop.open(), live_shop.work()
            numbers += [one.result(timeout=120) for one in sent]
    kept = [str(row[0]) for row in live_shop.ask("SELECT number FROM inquiry")]
    assert sorted(kept) == sorted(numbers)
    assert len(set(kept)) == INQUIRIES
    wait_until(lambda: not waiting(live_shop), 180, "every message is handled")
    assert live_shop.ask("SELECT count(*) FROM outbox_message WHERE failed_at IS NOT NULL") == [(0,)]
    letters = [path.read_text() for path in live_shop.mails]
    for number in range(INQUIRIES):
        assert sum(f"To: pembeli{number}@contoh.example" in letter for letter in letters) == 1


def waiting(shop: LiveShop) -> bool:
    rows = shop.ask(
        "SELECT 1 FROM outbox_message WHERE done_at IS NULL AND failed_at IS NULL AND name <> 'ClockStruck'"
    )
    return bool(rows)
