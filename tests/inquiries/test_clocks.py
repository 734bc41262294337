"""Clocks strike when they are due, once, and stand still while a maker is closed."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from sqlalchemy import func, select
from sqlalchemy.orm import Session, scoped_session

from shop.catalogue.commands.stall_capacity import close_stall, open_stall
from shop.inquiries.clocks import due_after, due_after_working_days
from shop.inquiries.commands import (
    Word,
    ask_again,
    ask_buyer,
    buyer_reply,
    escalate_parts,
    expire_parts,
    expire_quotes,
    nudge_parts,
)
from shop.inquiries.commands.clocks import parts_to_nudge
from shop.inquiries.models import Demand, InquiryPart
from shop.inquiries.types import DemandCause, PartState
from shop.lib.clock import end_of_day_wib, now
from shop.platform.db import db
from shop.platform.outbox import OutboxMessage
from shop.producers.models import Producer
from shop.producers.types import Closed, Right
from tests.databases import on_postgresql
from tests.inquiries.makers import a_quote, an_inquiry, buyer, maker

Db = scoped_session[Session]
MONDAY = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)  # 10.00 WIB, no holiday within two weeks
DAY = timedelta(days=1)


def days(first: date, last: date) -> Closed:
    """Closed on these days, both included."""
    return Closed(end_of_day_wib(first - DAY), end_of_day_wib(last))


@pytest.mark.parametrize(
    ("closings", "due"),
    [
        ([], MONDAY + DAY),
        ([days(date(2026, 11, 1), date(2026, 11, 20))], MONDAY + DAY),
        ([days(date(2026, 12, 1), date(2026, 12, 20))], MONDAY + DAY),
        ([days(date(2026, 11, 24), date(2026, 11, 25))], MONDAY + 3 * DAY),
        ([days(date(2026, 11, 20), date(2026, 11, 23))], datetime(2026, 11, 24, 17, 0, tzinfo=UTC)),
        ([Closed(MONDAY + DAY / 4, MONDAY + DAY / 2), Closed(MONDAY, MONDAY + DAY / 8)], MONDAY + DAY * 1.375),
        ([Closed(MONDAY, MONDAY + 2 * DAY), Closed(MONDAY + DAY, MONDAY + 3 * DAY)], MONDAY + 4 * DAY),
        ([Closed(MONDAY, MONDAY + 3 * DAY), Closed(MONDAY + DAY, MONDAY + 2 * DAY)], MONDAY + 4 * DAY),
    ],
)
def test_no_closed_time_counts_however_often_and_however_mixed(closings: list[Closed], due: datetime) -> None:
    assert due_after(MONDAY, DAY, closings) == due
    assert due_after(MONDAY, DAY, reversed(closings)) == due


@pytest.mark.parametrize(
    ("closings", "due"),
    [
        ([], MONDAY + 3 * DAY),
        ([days(date(2026, 11, 24), date(2026, 11, 25))], MONDAY + 7 * DAY),
        (
            [days(date(2026, 11, 24), date(2026, 11, 24)), days(date(2026, 11, 26), date(2026, 11, 26))],
            MONDAY + 7 * DAY,
        ),
        ([days(date(2026, 11, 20), date(2026, 11, 23))], datetime(2026, 11, 26, 17, 0, tzinfo=UTC)),
        ([days(date(2027, 1, 20), date(2027, 1, 30))], MONDAY + 3 * DAY),
        ([days(date(2026, 11, 24), date(2027, 11, 23))], datetime(2027, 11, 26, 3, 0, tzinfo=UTC)),
    ],
)
def test_closed_days_are_no_working_days(closings: list[Closed], due: datetime) -> None:
    assert due_after_working_days(MONDAY, 3, closings) == due


def test_holidays_after_a_long_closing_count_too() -> None:
    shut = [days(date(2026, 9, 1), date(2026, 12, 23))]
    due = due_after_working_days(datetime(2026, 9, 7, 3, tzinfo=UTC), 1, shut)
    assert due == datetime(2026, 12, 27, 17, 0, tzinfo=UTC)  # Christmas, collective leave on 24 December, a weekend


def words(db_session: Db, name: str) -> int:
    return db_session.scalar(select(func.count()).where(OutboxMessage.name == name)) or 0


def test_a_maker_is_nudged_once_after_a_day_each_time_it_is_asked(db_session: Db) -> None:
    with time_machine.travel(MONDAY, tick=False) as time:
        part = an_inquiry().parts[0]
        time.shift(DAY - timedelta(minutes=1))
        assert nudge_parts() == 0
        time.shift(timedelta(minutes=1))
        assert (nudge_parts(), nudge_parts()) == (1, 0)
        ask_buyer(part=part, word=Word(body="Warna?"), actor=maker(part))
        time.shift(2 * DAY)
        assert nudge_parts() == 0
        buyer_reply(part=part, word=Word(body="Merah"), actor=buyer(part.inquiry))
        time.shift(DAY)
        assert nudge_parts() == 1
    assert words(db_session, "PartNudged") == 2


def test_a_closed_maker_is_left_in_peace(db_session: Db) -> None:
    with time_machine.travel(MONDAY, tick=False) as time:
        producer = an_inquiry().parts[0].producer
        time.shift(DAY * 7 / 12)  # 24 November begins in Jakarta
        close(producer, date(2026, 11, 30))
        time.shift(5 * DAY - DAY * 7 / 12)
        assert (nudge_parts(), escalate_parts()) == (0, [])
        time.shift(3 * DAY)
        assert nudge_parts() == 1
        assert escalate_parts() == []
        time.shift(2 * DAY)
        assert len(escalate_parts()) == 1


def close(producer: Producer, until: date) -> None:
    close_stall(producer=producer, until=until, actor=maker(producer, Right.CAPACITY))


def reopen(producer: Producer) -> None:
    open_stall(producer=producer, actor=maker(producer, Right.CAPACITY))


def test_nobody_is_hurried_by_opening_early_or_closing_longer() -> None:
    with time_machine.travel(MONDAY, tick=False) as time:
        early, longer, later = (an_inquiry().parts[0].producer for _ in range(3))
        time.shift(DAY / 2)
        for producer in (early, longer, later):
            close(producer, date(2026, 11, 30))
        time.shift(6 * DAY)
        close(longer, date(2026, 12, 4))
        reopen(early)
        time.shift(DAY / 2 - timedelta(minutes=1))
        assert (nudge_parts(), escalate_parts()) == (0, [])
        time.shift(timedelta(minutes=1))
        assert [part.producer for part in parts_to_nudge(now())] == [early]
        time.move_to(end_of_day_wib(date(2026, 12, 4)) + DAY / 4)
        assert [part.producer for part in parts_to_nudge(now())] == [early, later]
        assert longer not in [part.producer for part in escalate_parts()]
        time.shift(DAY / 4)
        assert len(parts_to_nudge(now())) == 3


def test_thirty_days_are_thirty_open_days() -> None:
    with time_machine.travel(MONDAY, tick=False) as time:
        producer = an_inquiry().parts[0].producer
        for _ in range(3):
            close(producer, date(2027, 1, 30))
            time.shift(2 * DAY)
            reopen(producer)
            time.shift(DAY)
        time.move_to(MONDAY + 36 * DAY - timedelta(minutes=1))
        assert expire_parts() == 0
        time.shift(timedelta(minutes=1))
        assert expire_parts() == 1


def test_after_three_working_days_somebody_helps_once(db_session: Db) -> None:
    with time_machine.travel(MONDAY + 4 * DAY, tick=False) as time:  # a Friday
        part = an_inquiry().parts[0]
        time.shift(4 * DAY)
        assert escalate_parts() == []
        time.shift(DAY)
        assert (escalate_parts(), escalate_parts()) == ([part], [])
    assert words(db_session, "PartEscalated") == 1


def test_spam_keeps_nobody_busy(db_session: Db) -> None:
    with time_machine.travel(MONDAY, tick=False) as time:
        inquiry = an_inquiry()
        inquiry.spam_at = MONDAY
        db_session.flush()
        time.shift(40 * DAY)
        assert (nudge_parts(), escalate_parts(), expire_parts()) == (0, [], 0)


def test_thirty_days_without_an_answer_end_a_part(db_session: Db) -> None:
    with time_machine.travel(MONDAY, tick=False) as time:
        unanswered, asked_back = an_inquiry().parts[0], an_inquiry().parts[0]
        ask_buyer(part=asked_back, word=Word(body="Warna?"), actor=maker(asked_back))
        time.shift(30 * DAY)
        assert (expire_parts(), expire_parts()) == (2, 0)
    assert {unanswered.state, asked_back.state} == {PartState.EXPIRED}
    assert db_session.scalars(select(Demand.producer_id)).all() == [unanswered.producer_id]
    assert db_session.scalars(select(Demand.cause)).all() == [DemandCause.EXPIRED]


def test_a_quote_ends_with_its_last_day_in_jakarta(db_session: Db) -> None:
    with time_machine.travel(MONDAY, tick=False) as time:
        part = an_inquiry().parts[0]
        first = a_quote(part, until=date(2026, 11, 23))
        quote = a_quote(part, until=date(2026, 11, 24))
        time.move_to(datetime(2026, 11, 24, 16, 59, tzinfo=UTC))
        assert expire_quotes() == 0
        time.move_to(datetime(2026, 11, 24, 17, 0, tzinfo=UTC))
        assert (expire_quotes(), expire_quotes()) == (1, 0)
    assert (part.state, first.expired_at) == (PartState.EXPIRED, None)
    assert quote.expired_at is not None
    assert words(db_session, "QuoteExpired") == 1


def test_a_quote_may_end_while_another_is_being_asked_for() -> None:
    with time_machine.travel(MONDAY, tick=False) as time:
        part = an_inquiry().parts[0]
        a_quote(part, until=date(2026, 11, 23))
        ask_again(part=part, word=Word(body="Lebih cepat?"), actor=buyer(part.inquiry))
        time.shift(DAY)
        assert expire_quotes() == 1
    assert part.state is PartState.INFO_GIVEN


@pytest.fixture(autouse=True)
def _database(db_session: Db) -> None:
    """Every test of this module has the shop's database at hand."""


@on_postgresql
def test_clocks_leave_alone_what_somebody_decides_on(db_session: Db, at_once: Callable[..., Any]) -> None:
    with time_machine.travel(MONDAY, tick=False) as time:
        quoted, asked = a_quote(an_inquiry().parts[0]).part, an_inquiry().parts[0]
        db_session.commit()
        time.shift(40 * DAY)
        with at_once():
            a_quote(db.session.get_one(InquiryPart, asked.id))
            a_quote(db.session.get_one(InquiryPart, quoted.id))
            with at_once():
                assert (nudge_parts(), escalate_parts(), expire_parts(), expire_quotes()) == (0, [], 0, 0)
        assert (nudge_parts(), escalate_parts(), expire_parts(), expire_quotes()) == (0, [], 0, 0)
    db_session.expire_all()
    assert {quoted.state, asked.state} == {PartState.QUOTED}
