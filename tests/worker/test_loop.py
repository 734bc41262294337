"""The worker handles each message once, keeps failures, and its clocks go on by themselves."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select

from shop.lib.clock import now
from shop.platform import outbox
from shop.platform.db import db, writing
from shop.platform.marks import mark, set_mark
from shop.platform.outbox import Message, OutboxMessage
from shop.worker.clocks import ClockStruck, clock, start_clocks
from shop.worker.handling import handles
from shop.worker.loop import run_all, run_once


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


outside_transactions: list[bool] = []


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


pytestmark = pytest.mark.usefixtures("db_session")


def left(*messages: Message) -> None:
    with writing():
        for message in messages:
            outbox.leave(message)
        db.session.commit()


def rows(kind: type[Message]) -> list[OutboxMessage]:
    return list(db.session.scalars(select(OutboxMessage).where(OutboxMessage.name == kind.__name__)))


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
