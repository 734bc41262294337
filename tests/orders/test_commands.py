"""A quote is accepted once and in time; its order moves as each side may move it."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from sqlalchemy import func, select
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.types import VISITOR, Actor
from shop.catalogue.capacity import free_capacity
from shop.catalogue.commands.stall_capacity import close_stall, open_stall
from shop.inquiries.commands import Word, ask_again, decline_quote, make_quote, withdraw_part
from shop.inquiries.models import InquiryPart, Quote
from shop.inquiries.types import LineAnswer, OfferedLine
from shop.lib.clock import now, today_wib
from shop.lib.errors import Conflict, Forbidden, Invalid, ShopError, WrongState
from shop.orders.commands import Step, accept_handovers, accept_quote, advance_order, close_inquiries, review_order
from shop.orders.models import Order, OrderEvent
from shop.orders.types import CancelReason, OrderState
from shop.platform.db import db
from shop.platform.outbox import OutboxMessage
from shop.producers.types import Right
from tests.databases import on_postgresql
from tests.inquiries.makers import a_product, a_quote, an_inquiry, an_offer, buyer, maker

pytestmark = pytest.mark.usefixtures("db_session")
Db = scoped_session[Session]
MONDAY = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def a_part() -> InquiryPart:
    return an_inquiry().parts[0]


def accept(quote: Quote) -> Order:
    return accept_quote(quote=quote, actor=buyer(quote.part.inquiry))


def an_order() -> Order:
    return accept(a_quote(a_part()))


def both(order: Order) -> tuple[Actor, Actor]:
    return maker(order.quote.part), buyer(order.quote.part.inquiry)


def go(order: Order, actor: Actor, *states: OrderState) -> Order:
    for state in states:
        advance_order(order=order, step=Step(to=state), actor=actor)
    return order


def test_accepting_twice_makes_one_order(db_session: Db) -> None:
    quote = a_quote(a_part())
    order = accept(quote)
    assert accept(quote) is order
    assert (order.total, order.state, quote.part.waiting_since) == (quote.total, OrderState.ACCEPTED, None)
    assert quote.part.agreed_at is not None
    assert db_session.scalar(select(func.count()).where(OutboxMessage.name == "QuoteAccepted")) == 1


def test_only_the_buyer_accepts() -> None:
    quote = a_quote(a_part())
    for stranger in (VISITOR, maker(quote.part), buyer(an_inquiry())):
        with pytest.raises(Forbidden):
            accept_quote(quote=quote, actor=stranger)


def test_an_older_version_cannot_be_accepted_before_or_after_the_newer() -> None:
    part = a_part()
    old, new = a_quote(part), a_quote(part, 35_000)
    with pytest.raises(WrongState, match="quote_superseded"):
        accept(old)
    accept(new)
    with pytest.raises(Conflict, match="part_agreed"):
        accept(old)


def test_a_declined_withdrawn_or_late_quote_cannot_be_accepted() -> None:
    declined, withdrawn = a_quote(a_part()), a_quote(a_part())
    decline_quote(quote=declined, actor=buyer(declined.part.inquiry))
    withdraw_part(part=withdrawn.part, actor=buyer(withdrawn.part.inquiry))
    refuse(declined, "quote_declined")
    refuse(withdrawn, "part_moved_on")
    late = a_quote(a_part(), until=today_wib())
    with time_machine.travel(now() + DAY):
        refuse(late, "quote_expired")


def test_a_quote_stays_open_while_another_is_asked_for() -> None:
    quote = a_quote(a_part())
    ask_again(part=quote.part, word=Word(body="Lebih murah?"), actor=buyer(quote.part.inquiry))
    assert accept(quote).state is OrderState.ACCEPTED


def test_a_race_for_one_part_has_one_winner(monkeypatch: pytest.MonkeyPatch, db_session: Db) -> None:
    quote = a_quote(a_part())
    accept(quote)
    monkeypatch.setattr("shop.orders.commands.accepting._earlier", lambda _part: None)
    with pytest.raises(Conflict, match="part_agreed"):
        accept(quote)
    assert db_session.scalar(select(func.count()).select_from(Order)) == 1


def test_capacity_is_taken_month_by_month_and_given_back() -> None:
    with time_machine.travel(MONDAY, tick=False):
        product = a_product(capacity_per_month=150)
        order = accept(a_quote(an_inquiry(product, quantity=200).parts[0]))
        months = [free_capacity(product, date(2026, month, 1)) for month in (11, 12)]
        assert (months, free_capacity(product)) == ([0, 100], 0)
        advance_order(order=order, step=Step(to=OrderState.CANCELLED, reason=CancelReason.LATE), actor=both(order)[0])
        assert [free_capacity(product, date(2026, month, 1)) for month in (11, 12)] == [150, 150]
    assert order.reserved == []


def test_an_alternative_takes_no_capacity() -> None:
    product = a_product(capacity_per_month=150)
    part = an_inquiry(product).parts[0]
    line = OfferedLine(
        line=part.shares[0].line.public_id, answer=LineAnswer.ALTERNATIVE, unit_price=1, description="Drill"
    )
    accept(make_quote(part=part, offer=an_offer(part, lines=(line,)), key=None, actor=maker(part)))
    assert free_capacity(product) == 150


def test_an_order_goes_its_way_and_every_step_is_kept(db_session: Db) -> None:
    order = an_order()
    the_maker, the_buyer = both(order)
    go(order, the_maker, OrderState.IN_PRODUCTION, OrderState.READY, OrderState.HANDED_OVER, OrderState.HANDED_OVER)
    advance_order(order=order, step=Step(to=OrderState.CHANGES_ASKED, note="Dua sobek"), actor=the_buyer)
    go(order, the_maker, OrderState.HANDED_OVER)
    go(order, the_buyer, OrderState.DONE)
    assert order.done_at is not None
    steps = db_session.scalars(select(OrderEvent.state).where(OrderEvent.order_id == order.id).order_by(OrderEvent.id))
    assert "".join(str(step)[0] for step in steps) == "airhchd"
    assert db_session.scalar(select(func.count()).where(OutboxMessage.name == "OrderMoved")) == 6


def test_each_side_moves_only_what_is_its_own() -> None:
    order = an_order()
    the_maker, the_buyer = both(order)
    for actor, state in (
        (the_buyer, OrderState.IN_PRODUCTION),
        (the_maker, OrderState.DONE),
        (VISITOR, OrderState.CANCELLED),
        (the_maker, OrderState.ACCEPTED),
    ):
        with pytest.raises(Forbidden):
            go(order, actor, state)


@pytest.mark.parametrize(
    ("step", "code"),
    [
        (Step(to=OrderState.CANCELLED), "reason_missing"),
        (Step(to=OrderState.IN_PRODUCTION, note="x" * 501), "too_long"),
        (Step(to=OrderState.READY), "order_moved_on"),
    ],
)
def test_a_step_that_cannot_be_is_refused(step: Step, code: str) -> None:
    order = an_order()
    with pytest.raises(ShopError, match=code):
        advance_order(order=order, step=step, actor=both(order)[0])


def test_nothing_is_cancelled_after_handover() -> None:
    order = an_order()
    the_maker, the_buyer = both(order)
    go(order, the_maker, OrderState.IN_PRODUCTION, OrderState.READY, OrderState.HANDED_OVER)
    with pytest.raises(WrongState, match="order_moved_on"):
        advance_order(order=order, step=Step(to=OrderState.CANCELLED, reason=CancelReason.OTHER), actor=the_buyer)


def test_a_handover_without_a_word_is_taken_as_accepted() -> None:
    with time_machine.travel(MONDAY, tick=False) as time:
        order, closed = an_order(), an_order()
        for one in (order, closed):
            go(one, both(one)[0], OrderState.IN_PRODUCTION, OrderState.READY, OrderState.HANDED_OVER)
        kept = maker(closed.producer, Right.CAPACITY)
        close_stall(producer=closed.producer, until=date(2026, 11, 30), actor=kept)
        time.shift(DAY)
        open_stall(producer=closed.producer, actor=kept)
        time.shift(12 * DAY)
        assert accept_handovers() == 0
        time.shift(DAY)
        assert (accept_handovers(), accept_handovers()) == (1, 0)
        assert (order.state, order.taken_as_accepted, closed.state) == (OrderState.DONE, True, OrderState.HANDED_OVER)
        time.shift(DAY)
        assert accept_handovers() == 1


def test_a_review_comes_after_the_order_and_once() -> None:
    order = an_order()
    the_maker, the_buyer = both(order)
    with pytest.raises(WrongState, match="order_not_done"):
        review_order(order=order, stars=5, body="", actor=the_buyer)
    go(order, the_maker, OrderState.IN_PRODUCTION, OrderState.READY, OrderState.HANDED_OVER)
    go(order, the_buyer, OrderState.DONE)
    with pytest.raises(Forbidden):
        review_order(order=order, stars=5, body="", actor=the_maker)
    with pytest.raises(Invalid, match="stars_missing"):
        review_order(order=order, stars=6, body="", actor=the_buyer)
    with pytest.raises(Invalid, match="too_long"):
        review_order(order=order, stars=5, body="x" * 1001, actor=the_buyer)
    review = review_order(order=order, stars=5, body=" Rapi. ", actor=the_buyer)
    assert review.body == "Rapi."
    assert review_order(order=order, stars=1, body="", actor=the_buyer) is review


def test_an_inquiry_is_closed_when_nothing_is_open_in_it() -> None:
    order, waiting = an_order(), an_inquiry()
    cancelled = an_inquiry()
    withdraw_part(part=cancelled.parts[0], actor=buyer(cancelled))
    assert close_inquiries() == 1
    advance_order(order=order, step=Step(to=OrderState.CANCELLED, reason=CancelReason.OTHER), actor=both(order)[1])
    assert (close_inquiries(), close_inquiries()) == (1, 0)
    assert cancelled.closed_at
    assert order.quote.part.inquiry.closed_at
    assert waiting.closed_at is None


def refuse(quote: Quote, code: str) -> None:
    with pytest.raises(WrongState, match=code):
        accept(quote)


@on_postgresql
def test_no_clock_passes_over_a_word_of_the_same_moment(db_session: Db, at_once: Callable[..., Any]) -> None:
    with time_machine.travel(MONDAY, tick=False) as time:
        order = an_order()
        asked = both(order)[1]
        go(order, maker(order.quote.part), OrderState.IN_PRODUCTION, OrderState.READY, OrderState.HANDED_OVER)
        db_session.commit()
        time.shift(15 * DAY)
        with at_once():
            go(db.session.get_one(Order, order.id), asked, OrderState.CHANGES_ASKED)
            with at_once():
                assert accept_handovers() == 0
        db_session.expire_all()
        assert (accept_handovers(), order.state) == (0, OrderState.CHANGES_ASKED)
