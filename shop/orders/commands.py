"""Accept a quote once; move its order; take handovers as accepted; a word of the buyer after it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import joinedload

from shop.accounts.types import SYSTEM, Actor
from shop.audit.commands import record
from shop.catalogue.capacity import spread
from shop.catalogue.commands.capacity import release_capacity, reserve_capacity
from shop.catalogue.models import Product
from shop.inquiries.clocks import HANDOVER_TAKEN_AFTER, due_after
from shop.inquiries.commands.parts import lock
from shop.inquiries.models import Inquiry, InquiryPart, Quote
from shop.inquiries.policies import may_follow
from shop.inquiries.queries import is_open, newest_quote
from shop.inquiries.types import FINISHED, PartState
from shop.lib.clock import now, today_wib
from shop.lib.errors import Conflict, Invalid, WrongState, require
from shop.lib.nik import refuse_nik
from shop.orders.messages import OrderMoved, OrderReviewed, QuoteAccepted
from shop.orders.models import Order, OrderEvent, Review
from shop.orders.policies import may_move
from shop.orders.types import NEXT_ORDER, CancelReason, OrderState
from shop.platform import outbox
from shop.platform.db import db
from shop.producers.closings import closings_of
from shop.producers.types import Closed

LONGEST_NOTE = 500
LONGEST_REVIEW = 1000
MOST_STARS = 5
_FINAL_PARTS = frozenset({PartState.DECLINED, PartState.WITHDRAWN})


@dataclass(frozen=True, kw_only=True)
class Step:
    """Where an order goes, with a word; cancelling needs a reason."""

    to: OrderState
    note: str = ""
    reason: CancelReason | None = None


def accept_quote(*, quote: Quote, actor: Actor, organisations: Collection[int] = (), note: str = "") -> Order:
    """Take a quote: only the newest one in time, once; the same one again answers with the same order.

    Raises WrongState quote_superseded, quote_expired, quote_declined, part_moved_on; Conflict part_agreed.
    Other parts of the same lines stay open.
    """
    part = quote.part
    require(may_follow(actor, part.inquiry, organisations))
    lock(part)
    earlier = _earlier(part)
    if earlier is not None:
        if earlier.quote_id != quote.id:
            raise Conflict("part_agreed")
        return earlier
    _refuse_stale(quote)
    order = _ordered(quote)
    part.agreed_at, part.waiting_since, part.expires_at = now(), None, None
    order.reserved = _reserved(quote)
    _event(order, actor, note)
    record(actor=actor, action="quote.accepted", target=quote, region_code=part.producer.regency_code)
    outbox.leave(QuoteAccepted(order.id))
    db.session.flush()
    return order


def advance_order(*, order: Order, step: Step, actor: Actor, organisations: Collection[int] = ()) -> Order:
    """Move an order one step; a step that was already taken changes nothing.

    Raises Forbidden, WrongState order_moved_on, Invalid reason_missing.
    """
    require(may_move(actor, order, step.to, organisations))
    refresh(order)
    if order.state is step.to:
        return order
    if step.to not in NEXT_ORDER[order.state]:
        raise WrongState("order_moved_on", state=str(order.state))
    if len(step.note) > LONGEST_NOTE:
        raise Invalid("too_long", "note", most=LONGEST_NOTE)
    if step.to is OrderState.CANCELLED and step.reason is None:
        raise Invalid("reason_missing", "reason")
    _moved(order, step, actor)
    return order


def handovers_to_accept(moment: datetime) -> list[Order]:
    """Orders handed over 14 open days ago without a word of the buyer."""
    found = db.session.scalars(
        select(Order)
        .where(Order.state == OrderState.HANDED_OVER, Order.handed_over_at <= moment - HANDOVER_TAKEN_AFTER)
        .order_by(Order.id)
        .options(joinedload(Order.producer))
    ).all()
    closings = closings_of({order.producer_id for order in found})
    return [order for order in found if _handover_due(order, closings.get(order.producer_id, ())) <= moment]


def accept_handovers() -> int:
    """Take handovers as accepted after 14 days; returns how many."""
    due = handovers_to_accept(now())
    for order in due:
        order.taken_as_accepted = True
        _moved(order, Step(to=OrderState.DONE), SYSTEM)
    return len(due)


def review_order(*, order: Order, stars: int, body: str, actor: Actor, organisations: Collection[int] = ()) -> Review:
    """A buyer's word after a finished order, once; sent again it answers with the first."""
    require(may_follow(actor, order.quote.part.inquiry, organisations))
    refresh(order)
    if order.state is not OrderState.DONE:
        raise WrongState("order_not_done")
    if not 1 <= stars <= MOST_STARS:
        raise Invalid("stars_missing", "stars")
    if len(body) > LONGEST_REVIEW:
        raise Invalid("too_long", "body", most=LONGEST_REVIEW)
    refuse_nik({"body": body})
    earlier = db.session.scalar(select(Review).where(Review.order_id == order.id))
    if earlier is not None:
        return earlier
    review = Review(order_id=order.id, stars=stars, body=body.strip())
    db.session.add(review)
    db.session.flush()
    record(actor=actor, action="order.reviewed", target=order, region_code=order.producer.regency_code)
    outbox.leave(OrderReviewed(order.id))
    return review


def close_inquiries() -> int:
    """Stamp inquiries in which nothing is open any more, so that retention can count from then; returns how many."""
    open_parts = select(InquiryPart.id).where(
        InquiryPart.inquiry_id == Inquiry.id,
        InquiryPart.agreed_at.is_(None),
        InquiryPart.state.not_in(list(FINISHED)),
    )
    open_orders = (
        select(Order.id)
        .join(InquiryPart, InquiryPart.id == Order.part_id)
        .where(InquiryPart.inquiry_id == Inquiry.id)
        .where(Order.state.not_in([OrderState.DONE, OrderState.CANCELLED]))
    )
    over = db.session.scalars(
        select(Inquiry)
        .where(Inquiry.closed_at.is_(None), ~open_parts.exists(), ~open_orders.exists())
        .order_by(Inquiry.id)
    ).all()
    for inquiry in over:
        inquiry.closed_at = now()
    db.session.flush()
    return len(over)


def _earlier(part: InquiryPart) -> Order | None:
    return db.session.scalar(select(Order).where(Order.part_id == part.id))


def _refuse_stale(quote: Quote) -> None:
    db.session.refresh(quote, ["declined_at", "expired_at"])
    newest = newest_quote(quote.part)
    if quote.part.state in _FINAL_PARTS:
        raise WrongState("part_moved_on", state=str(quote.part.state))
    if newest is None or newest.id != quote.id:
        raise WrongState("quote_superseded")
    if quote.declined_at is not None:
        raise WrongState("quote_declined")
    if not is_open(quote, newest):
        raise WrongState("quote_expired")


def _ordered(quote: Quote) -> Order:
    order = Order(quote=quote, part_id=quote.part_id, producer_id=quote.part.producer_id, total=quote.total)
    try:
        with db.session.begin_nested():
            db.session.add(order)
    except IntegrityError as error:
        raise Conflict("part_agreed") from error
    return order


def _reserved(quote: Quote) -> list[list[object]]:
    """Take capacity month by month for every line that names a product."""
    taken: list[list[object]] = []
    for line in quote.lines:
        product = db.session.get(Product, line.product_id) if line.product_id and line.quantity else None
        if product is None:
            continue
        for month, quantity in spread(product, line.quantity, today_wib()):
            reserve_capacity(product=product, quantity=quantity, month=month)
            taken.append([product.id, month.isoformat(), quantity])
    return taken


def _release(order: Order) -> None:
    for product_id, month, quantity in order.reserved:
        product = db.session.get(Product, product_id)
        if product is not None:
            release_capacity(product=product, quantity=quantity, month=datetime.fromisoformat(month).date())
    order.reserved = []


def refresh(order: Order) -> None:
    """Lock an order and read it anew."""
    db.session.scalars(
        select(Order).where(Order.id == order.id).with_for_update(of=Order).execution_options(populate_existing=True)
    ).one()


def _moved(order: Order, step: Step, actor: Actor) -> None:
    order.state = step.to
    if step.to is OrderState.HANDED_OVER:
        order.handed_over_at = now()
    elif step.to is OrderState.DONE:
        order.done_at = now()
    elif step.to is OrderState.CANCELLED:
        order.cancel_reason = step.reason
        _release(order)
    event = _event(order, actor, step.note)
    db.session.flush()
    record(actor=actor, action=f"order.{step.to}", target=order, region_code=order.producer.regency_code)
    outbox.leave(OrderMoved(order.id, event.id))
    db.session.flush()


def _event(order: Order, actor: Actor, note: str) -> OrderEvent:
    refuse_nik({"note": note})
    event = OrderEvent(state=order.state, by_user_id=actor.user_id, note=note.strip()[:LONGEST_NOTE])
    order.events.append(event)
    return event


def _handover_due(order: Order, closings: Collection[Closed]) -> datetime:
    return due_after(order.handed_over_at or order.accepted_at, HANDOVER_TAKEN_AFTER, closings)
