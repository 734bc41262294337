"""An answer ends the help that was asked for, and the figures of a maker follow what it answered and finished."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from sqlalchemy import select

from shop.accounts.models import Notice
from shop.impact.models import HelpTask
from shop.inquiries.commands import Word, ask_again, ask_buyer, decline_part, withdraw_part, write_message
from shop.inquiries.models import InquiryPart
from shop.inquiries.types import DeclineReason
from shop.lib.clock import now
from shop.orders.commands import Step, accept_quote, advance_order
from shop.orders.types import OrderState
from shop.platform.db import db
from shop.producers.models import Producer, ReplyStats
from shop.worker.handlers.clocks import run_inquiry_clocks
from shop.worker.loop import run_all
from tests.factories import make_office
from tests.inquiries.makers import a_producer, a_product, a_quote, an_inquiry, buyer, maker

pytestmark = pytest.mark.usefixtures("db_session")
MONDAY = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)  # 10.00 WIB, no holiday within two weeks
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _on_monday() -> Iterator[None]:
    with time_machine.travel(MONDAY, tick=False):
        yield


def handled() -> None:
    db.session.commit()
    run_all()


def asked(producer_id: int | None = None) -> int:
    """A part that its maker has heard of; the worker lets go of rows, so tests know them by id."""
    producer = db.session.get(Producer, producer_id) if producer_id else a_producer()
    [part] = an_inquiry(a_product(producer)).parts
    part_id = part.id
    handled()
    return part_id


def the(part_id: int) -> InquiryPart:
    return db.session.get_one(InquiryPart, part_id)


def silent_for_days() -> int:
    """A part whose maker did not answer for three working days, and whose office was asked to help."""
    part_id = asked()
    with time_machine.travel(MONDAY + 4 * DAY, tick=False):
        run_inquiry_clocks()
        handled()
    assert are_done(part_id) == [False]
    return part_id


def are_done(part_id: int) -> list[bool]:
    """Of each help task of a part, the oldest first."""
    tasks = db.session.scalars(select(HelpTask.done_at).where(HelpTask.part_id == part_id).order_by(HelpTask.id))
    return [done_at is not None for done_at in tasks]


def figures(producer_id: int) -> tuple[int, int, int | None, int]:
    found = db.session.scalars(select(ReplyStats).where(ReplyStats.producer_id == producer_id)).one()
    return found.asked, found.answered, found.median_reply_minutes, found.finished_orders


def test_an_offer_ends_the_help_and_silence_after_being_asked_again_opens_it_anew() -> None:
    make_office(region_code="36.01")
    part_id = silent_for_days()
    with time_machine.travel(MONDAY + 5 * DAY, tick=False):
        a_quote(the(part_id))
        handled()
        assert are_done(part_id) == [True]
        part = the(part_id)
        ask_again(part=part, word=Word(body="Bisa turun?"), actor=buyer(part.inquiry))
        handled()
    with time_machine.travel(MONDAY + 10 * DAY, tick=False):
        run_inquiry_clocks()
        handled()
        assert are_done(part_id) == [True, False]
    calls = db.session.scalars(select(Notice.kind).where(Notice.kind == "inquiry.help")).all()
    assert len(calls) == 2


@pytest.mark.parametrize("how", ["declines", "asks", "buyer withdraws"])
def test_whatever_makes_an_answer_needless_ends_the_help(how: str) -> None:
    part_id = silent_for_days()
    part = the(part_id)
    if how == "declines":
        decline_part(part=part, reason=DeclineReason.FULL, actor=maker(part))
    elif how == "asks":
        ask_buyer(part=part, word=Word(body="Warna apa?"), actor=maker(part))
    else:
        withdraw_part(part=part, actor=buyer(part.inquiry))
    handled()
    assert are_done(part_id) == [True]


def test_a_mere_word_of_the_maker_leaves_the_help_open() -> None:
    part_id = silent_for_days()
    write_message(part=the(part_id), word=Word(body="Sebentar ya."), actor=maker(the(part_id)))
    handled()
    assert are_done(part_id) == [False]


def test_figures_of_a_maker_are_counted_from_its_real_answers() -> None:
    first = asked()
    producer_id = the(first).producer_id
    second, third = asked(producer_id), asked(producer_id)
    assert figures(producer_id) == (3, 0, None, 0)
    for part_id, hours in ((first, 2), (second, 5), (third, 9)):
        with time_machine.travel(MONDAY + timedelta(hours=hours), tick=False):
            a_quote(the(part_id))
            handled()
    assert figures(producer_id) == (3, 3, 5 * 60, 0)
    with time_machine.travel(MONDAY + DAY, tick=False):
        write_message(part=the(first), word=Word(body="Masih berlaku."), actor=maker(the(first)))
        handled()
    assert figures(producer_id) == (3, 3, 5 * 60, 0)


def test_spam_counts_for_nothing_and_a_finished_order_counts() -> None:
    spam = asked()
    producer_id = the(spam).producer_id
    part = the(asked(producer_id))
    the(spam).inquiry.spam_at = now()
    order = accept_quote(quote=a_quote(part), actor=buyer(part.inquiry))
    for state, actor in (
        (OrderState.IN_PRODUCTION, maker(part)),
        (OrderState.READY, maker(part)),
        (OrderState.HANDED_OVER, maker(part)),
        (OrderState.DONE, buyer(part.inquiry)),
    ):
        advance_order(order=order, step=Step(to=state), actor=actor)
    handled()
    assert figures(producer_id) == (1, 1, 0, 1)
