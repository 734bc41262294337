"""What happens to orders is told to the other side."""

from sqlalchemy import select

from shop.inquiries.models import InquiryPart
from shop.orders import messages as said
from shop.orders.models import Order, OrderEvent, Review
from shop.orders.types import OrderState
from shop.platform.db import db
from shop.text.formats import rupiah
from shop.text.labels import label
from shop.worker.handlers.inquiries import part_of
from shop.worker.handling import handles
from shop.worker.telling import tell_buyer, tell_maker

_BY_BUYER = frozenset({OrderState.DONE, OrderState.CHANGES_ASKED})


@handles(said.QuoteAccepted)
def tell_of_order(message: said.QuoteAccepted) -> None:
    """Both sides hear that they agreed; other makers asked the same need not hurry."""
    order = db.session.get(Order, message.order_id)
    part = part_of(order.part_id) if order else None
    if order is None or part is None:
        return
    facts = {"order": order.public_id, "total": rupiah(order.total)}
    tell_maker("quote.accepted", part, f"quote.accepted:{order.id}", **facts)
    tell_buyer("quote.accepted_to_buyer", part, f"quote.accepted:{order.id}", **facts)
    others = select(InquiryPart.id).where(InquiryPart.inquiry_id == part.inquiry_id, InquiryPart.id != part.id)
    asked = {share.line_id for share in part.shares}
    for other in (part_of(one) for one in db.session.scalars(others).all()):
        if other is not None and asked & {share.line_id for share in other.shares}:
            tell_maker("quote.other_taken", other, f"quote.other_taken:{order.id}:{other.id}")


@handles(said.OrderMoved)
def tell_of_step(message: said.OrderMoved) -> None:
    """A step of an order reaches the side that did not take it."""
    order, event = db.session.get(Order, message.order_id), db.session.get(OrderEvent, message.event_id)
    part = part_of(order.part_id) if order else None
    if order is None or event is None or part is None:
        return
    key, state = f"order:{event.id}", event.state
    facts = {"order": order.public_id, "words": event.note, "step": lambda: label(state)}
    if state in _BY_BUYER:
        tell_maker("order.to_maker", part, key, **facts)
    else:
        tell_buyer("order.to_buyer", part, key, **facts)
    if state is OrderState.CANCELLED:
        tell_maker("order.to_maker", part, key, **facts)


@handles(said.OrderStepUndone)
def tell_of_undone_step(message: said.OrderStepUndone) -> None:
    """The buyer hears that a step was told too early."""
    order, event = db.session.get(Order, message.order_id), db.session.get(OrderEvent, message.event_id)
    part = part_of(order.part_id) if order else None
    if order is not None and event is not None and part is not None:
        undone, state = OrderState(message.undone), event.state
        facts = {"order": order.public_id, "undone": lambda: label(undone), "step": lambda: label(state)}
        tell_buyer("order.step_undone", part, f"order:{event.id}", **facts)


@handles(said.OrderReviewed)
def tell_of_review(message: said.OrderReviewed) -> None:
    """The maker reads what the buyer wrote."""
    order = db.session.get(Order, message.order_id)
    part = part_of(order.part_id) if order else None
    review = db.session.scalar(select(Review).where(Review.order_id == message.order_id))
    if order is not None and part is not None and review is not None:
        facts = {"order": order.public_id, "stars": review.stars, "words": review.body}
        tell_maker("order.reviewed", part, f"order.reviewed:{order.id}", **facts)
