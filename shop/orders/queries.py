"""Reads of orders: of an inquiry, of a part, one by its public id."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload, selectinload

from shop.inquiries.models import Inquiry, InquiryLine, InquiryPart, Quote, QuoteLine
from shop.inquiries.queries import PartView, newest_quotes
from shop.lib.errors import NotFound
from shop.orders.models import Order, OrderEvent, Review
from shop.orders.states import PartFacts, inquiry_state
from shop.orders.types import InquiryState, OrderState
from shop.platform.db import db
from shop.producers.models import Producer

OVER = frozenset({OrderState.DONE, OrderState.CANCELLED})


def orders_of_inquiry(inquiry: Inquiry) -> dict[int, Order]:
    """The orders of an inquiry by the id of their part, with events and lines."""
    found = db.session.scalars(_orders().where(InquiryPart.inquiry_id == inquiry.id).order_by(Order.id))
    return {order.part_id: order for order in found}


def order_of_inquiry(inquiry: Inquiry, public_id: str) -> Order:
    """An order of this inquiry; raises NotFound order_unknown."""
    return _one(_orders().where(Order.public_id == public_id, InquiryPart.inquiry_id == inquiry.id))


def order_for_stall(public_id: str, producer: Producer) -> Order:
    """An order of a maker; raises NotFound order_unknown, also for another maker's."""
    return _one(_orders().where(Order.public_id == public_id, Order.producer_id == producer.id))


def order_of_part(part: InquiryPart) -> Order | None:
    """The order that a part became, if it did."""
    return db.session.scalars(_orders().where(Order.part_id == part.id)).first()


def order_by_id(order_id: int) -> Order:
    """An order that something is told of."""
    return db.session.get_one(Order, order_id)


def event_by_id(event_id: int) -> OrderEvent:
    """A step of an order."""
    return db.session.get_one(OrderEvent, event_id)


def finished_orders(producer_id: int) -> int:
    """How many orders of a maker were finished."""
    done = (Order.producer_id == producer_id, Order.state == OrderState.DONE)
    return db.session.scalar(select(func.count()).select_from(Order).where(*done)) or 0


def review_of(order: Order) -> Review:
    """What the buyer wrote after an order."""
    return db.session.scalars(select(Review).where(Review.order_id == order.id)).one()


def reviews_of(orders: Collection[Order]) -> dict[int, Review]:
    """What buyers wrote after those of the orders that they reviewed, by the id of the order."""
    ids = [order.id for order in orders]
    found = db.session.scalars(select(Review).where(Review.order_id.in_(ids))) if ids else ()
    return {review.order_id: review for review in found}


def state_of(views: Sequence[PartView], orders: Mapping[int, Order]) -> InquiryState:
    """The state of a whole inquiry whose parts and orders are loaded."""
    return inquiry_state(_facts(view.part, view.newest, orders) for view in views)


def states_of(inquiries: Sequence[Inquiry]) -> dict[int, InquiryState]:
    """The states of many inquiries by id; two SELECTs however many."""
    parts = [part for inquiry in inquiries for part in inquiry.parts]
    ids = [part.id for part in parts]
    orders = {order.part_id: order for order in db.session.scalars(select(Order).where(Order.part_id.in_(ids)))}
    newest = newest_quotes(parts)
    return {
        inquiry.id: inquiry_state(_facts(part, newest.get(part.id), orders) for part in inquiry.parts)
        for inquiry in inquiries
    }


def _facts(part: InquiryPart, newest: Quote | None, orders: Mapping[int, Order]) -> PartFacts:
    order = orders.get(part.id)
    declined = newest is not None and newest.declined_at is not None
    return PartFacts(part.state, order.state if order else None, declined)


def _orders() -> Select[Order]:
    return (
        select(Order)
        .join(Order.quote)
        .join(Quote.part)
        .options(
            joinedload(Order.quote).joinedload(Quote.part).joinedload(InquiryPart.inquiry),
            joinedload(Order.quote).joinedload(Quote.part).joinedload(InquiryPart.producer),
            joinedload(Order.quote)
            .selectinload(Quote.lines)
            .joinedload(QuoteLine.line)
            .joinedload(InquiryLine.product),
            selectinload(Order.events),
            joinedload(Order.producer),
        )
    )


def stall_of_order(public_id: str) -> str | None:
    """The public id of the maker of an order."""
    wanted = select(Producer.public_id).join(Order, Order.producer_id == Producer.id)
    return db.session.scalar(wanted.where(Order.public_id == public_id))


def _one(wanted: Select[Order]) -> Order:
    order = db.session.scalar(wanted)
    if order is None:
        raise NotFound("order_unknown")
    return order
