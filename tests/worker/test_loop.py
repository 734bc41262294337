"""The worker handles each message once, keeps failures, and its clocks go on by themselves."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from shop.catalogue.commands.indexing import rebuild_index
from shop.catalogue.messages import ProductChanged
from shop.lib.clock import now
from shop.platform import outbox, search_index
from shop.platform.db import db, writing
from shop.platform.marks import WORKER_STARTED, mark, set_mark
from shop.platform.outbox import Message, OutboxMessage
from shop.producers.messages import ProducerChanged
from shop.worker import loop
from shop.worker.clocks import ClockStruck, clock, start_clocks
from shop.worker.handling import gathers, handles
from shop.worker.loop import run_all, run_once
from tests.factories import make_product


@dataclass(frozen=True)
class BellRung(Message):
    """A message of these tests."""

    name: str


@dataclass(frozen=True)
class LampFell(Message):
    """A message of these tests that cannot be handled."""


@dataclass(frozen=True)
class LetterPosted(Message):
    """A message of these tests whose work is outside of the transaction."""


@dataclass(frozen=True)
class NobodyCares(Message):
    """A message of these tests without a handler."""


@dataclass(frozen=True)
class WellDried(Message):
    """A message of these tests whose handler the database always refuses."""


@dataclass(frozen=True)
class LeafFell(Message):
    """A message of these tests that is swept together with others."""

    name: str


outside_transactions: list[bool] = []
swept: list[str] = []


@handles(BellRung)
def note_bell(message: BellRung) -> None:
    set_mark("bell", f"{mark('bell') or ''}{message.name}")


@handles(LampFell)
def break_lamp(_message: LampFell) -> None:
    set_mark("lamp", "half done")
    raise RuntimeError("the lamp broke")


@handles(LetterPosted, outside=True)
def post_letter(_message: LetterPosted) -> None:
    outside_transactions.append(db.session.registry().in_transaction())


@handles(WellDried)
def draw_water(_message: WellDried) -> None:
    set_mark("well", "half drawn")
    raise OperationalError("SELECT", {}, Exception("deadlock detected"))


@gathers(LeafFell)
def sweep(messages: Sequence[LeafFell]) -> None:
    swept.append("".join(one.name for one in messages))
    if any(one.name == "!" for one in messages):
        raise RuntimeError("the broom broke")


pytestmark = pytest.mark.usefixtures("db_session")


def left(*messages: Message) -> None:
    with writing():
        for message in messages:
            outbox.leave(message)
        db.session.commit()


def rows(kind: type[Message]) -> list[OutboxMessage]:
    found = select(OutboxMessage).where(OutboxMessage.name == kind.__name__).order_by(OutboxMessage.id)
    return list(db.session.scalars(found))


def test_messages_are_handled_in_the_order_they_were_left() -> None:
    left(BellRung("a"), BellRung("b"))
    assert run_once() == 2
    assert mark("bell") == "ab"
    assert all(row.done_at for row in rows(BellRung))


def test_a_failing_handler_leaves_nothing_behind_and_the_others_go_on() -> None:
    left(LampFell(), BellRung("c"))
    run_once()
    assert mark("lamp") is None
    assert mark("bell") == "c"
    [row] = rows(LampFell)
    assert (row.done_at, row.attempts) == (None, 1)
    assert row.last_error == "RuntimeError: the lamp broke"


def test_a_message_that_nobody_handles_is_kept_for_staff() -> None:
    left(NobodyCares())
    run_once()
    assert "nobody handles" in (rows(NobodyCares)[0].last_error or "")


def test_a_message_that_the_database_refuses_stops_no_other_and_ends_where_staff_see_it() -> None:
    left(WellDried(), BellRung("d"))
    run_once()
    assert (mark("bell"), mark("well")) == ("d", None)
    for hours in range(1, outbox.MAX_ATTEMPTS):
        with time_machine.travel(now() + timedelta(hours=2 * hours)):
            run_once()
    [row] = rows(WellDried)
    assert row.failed_at is not None
    assert (row.attempts, row.last_error) == (outbox.MAX_ATTEMPTS, "OperationalError")


def test_a_message_of_a_version_that_is_gone_is_kept_for_staff_and_the_others_go_on() -> None:
    left(BellRung("e"), BellRung("f"))
    row = rows(BellRung)[0]
    row.name = "BellMelted"
    db.session.commit()
    assert run_once() == 2
    assert mark("bell") == "f"
    assert db.session.scalars(select(OutboxMessage.last_error).where(OutboxMessage.name == "BellMelted")).one() == (
        "LookupError: no message is named BellMelted"
    )


def test_messages_that_cost_less_together_are_handled_in_one_go() -> None:
    swept.clear()
    left(LeafFell("a"), BellRung("g"), LeafFell("b"))
    assert run_once() == 3
    assert (swept, mark("bell")) == (["ab"], "g")
    assert all(row.done_at for row in rows(LeafFell))


def test_of_messages_that_fail_together_each_is_tried_again_alone() -> None:
    swept.clear()
    left(LeafFell("a"), LeafFell("!"), LeafFell("b"))
    run_once()
    with time_machine.travel(now() + timedelta(minutes=1)):
        run_all()
    assert swept == ["a!b", "a", "!", "b"]
    assert [row.done_at is not None for row in rows(LeafFell)] == [True, False, True]


def test_messages_of_several_kinds_make_one_commit_of_the_index(monkeypatch: pytest.MonkeyPatch) -> None:
    product, other = make_product(), make_product()
    rebuild_index()
    written: list[int] = []
    index = search_index.current()
    keep = index.write
    monkeypatch.setattr(index, "write", lambda *told: (written.append(1), keep(*told)))
    left(ProductChanged(product.id), ProducerChanged(other.producer_id), ProductChanged(product.id))
    assert run_once() == 3
    assert written == [1]


def test_a_worker_begins_again_when_the_database_was_away(monkeypatch: pytest.MonkeyPatch) -> None:
    left(BellRung("h"))
    with writing():
        outbox.claim()
        db.session.commit()
    stop, faults, claim = threading.Event(), [True], outbox.claim

    def claim_once_more(limit: int) -> list[OutboxMessage]:
        if faults:
            faults.pop()
            raise OperationalError("SELECT", {}, Exception("server closed the connection"))
        found = claim(limit)
        if not found:
            stop.set()
        return found

    monkeypatch.setattr(outbox, "claim", claim_once_more)
    monkeypatch.setattr(loop, "PAUSE", 0)
    loop.work(stop)
    assert mark("bell") == "h"
    assert mark(WORKER_STARTED)


def test_slow_work_is_done_outside_of_a_transaction() -> None:
    outside_transactions.clear()
    left(LetterPosted())
    run_once()
    assert outside_transactions == [False]
    assert rows(LetterPosted)[0].done_at is not None


def test_a_clock_strikes_again_after_its_time_and_never_runs_twice_at_once() -> None:
    @clock("tests", every=timedelta(hours=1))
    def chime() -> None:
        set_mark("chimes", f"{mark('chimes') or ''}x")

    def waiting() -> list[OutboxMessage]:
        return [row for row in rows(ClockStruck) if row.payload == {"clock": "tests"} and row.done_at is None]

    with writing():
        start_clocks()
        start_clocks()
        db.session.commit()
    assert len(waiting()) == 1
    run_all()
    assert mark("chimes") == "x"
    assert len(waiting()) == 1
    db.session.rollback()
    with time_machine.travel(now() + timedelta(minutes=61)):
        run_all()
        assert mark("chimes") == "xx"
