"""Clocks strike when they are due, once, and stand still while a maker is closed."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from sqlalchemy import func, select
from sqlalchemy.orm import Session, scoped_session

from shop.inquiries.clocks import FAR_AWAY, Closed, due_after, due_after_working_days
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
from shop.inquiries.models import Demand
from shop.inquiries.types import DemandCause, PartState
from shop.platform.outbox import OutboxMessage
from tests.inquiries.makers import a_quote, an_inquiry, buyer, maker

Db = scoped_session[Session]
MONDAY = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)  # 10.00 WIB, no holiday within two weeks
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("closed", "due"),
    [
        (Closed(), MONDAY + DAY),
        (Closed(date(2026, 11, 1), date(2026, 11, 20)), MONDAY + DAY),
        (Closed(date(2026, 12, 1), date(2026, 12, 20)), MONDAY + DAY),
        (Closed(date(2026, 11, 24), date(2026, 11, 25)), MONDAY + 3 * DAY),
        (Closed(date(2026, 11, 20), date(2026, 11, 23)), datetime(2026, 11, 24, 17, 0, tzinfo=UTC)),
        (Closed(None, date(2026, 11, 23)), datetime(2026, 11, 24, 17, 0, tzinfo=UTC)),
        (Closed(date(2026, 11, 24), None), FAR_AWAY),
    ],
)
def test_closed_days_do_not_count(closed: Closed, due: datetime) -> None:
    assert due_after(MONDAY, DAY, closed) == due


@pytest.mark.parametrize(
    ("closed", "due"),
    [
        (Closed(), MONDAY + 3 * DAY),
        (Closed(date(2026, 11, 24), date(2026, 11, 25)), MONDAY + 7 * DAY),
        (Closed(date(2026, 11, 20), date(2026, 11, 23)), datetime(2026, 11, 26, 17, 0, tzinfo=UTC)),
        (Closed(date(2026, 11, 20), None), FAR_AWAY),
        (Closed(date(2027, 1, 20), None), MONDAY + 3 * DAY),
    ],
)
def test_closed_days_are_no_working_days(closed: Closed, due: datetime) -> None:
    assert due_after_working_days(MONDAY, 3, closed) == due


def test_closed_holds_its_days() -> None:
    assert not Closed().holds(date(2026, 11, 23))
    assert Closed(date(2026, 11, 23), None).holds(date(2026, 11, 23))
    assert not Closed(date(2026, 11, 24), None).holds(date(2026, 11, 23))
    assert not Closed(None, date(2026, 11, 22)).holds(date(2026, 11, 23))


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
        producer.closed_from, producer.closed_until = date(2026, 11, 24), date(2026, 11, 30)
        db_session.flush()
        time.shift(5 * DAY)
        assert (nudge_parts(), escalate_parts()) == (0, [])
        time.shift(3 * DAY)
        assert nudge_parts() == 1
        assert escalate_parts() == []
        time.shift(2 * DAY)
        assert len(escalate_parts()) == 1


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
