"""What happens to orders is told to the other side."""

from shop.inquiries.models import InquiryPart
from shop.inquiries.queries import part_by_id
from shop.orders import messages as said
from shop.orders.models import Order
from shop.orders.queries import event_by_id, order_by_id, review_of
from shop.orders.types import OrderState
from shop.text.formats import rupiah
from shop.text.labels import label
from shop.worker.handling import handles
from shop.worker.telling import tell_buyer, tell_maker

_BY_BUYER = frozenset({OrderState.DONE, OrderState.CHANGES_ASKED})


@handles(said.QuoteAccepted)
def tell_of_order(message: said.QuoteAccepted) -> None:
    """Both sides hear that they agreed; other makers asked the same need not hurry."""
    order, part = _order_and_part(message.order_id)
    facts = {"order": order.public_id, "total": rupiah(order.total)}
    tell_maker("quote.accepted", part, f"quote.accepted:{order.id}", **facts)
    tell_buyer("quote.accepted_to_buyer", part, f"quote.accepted:{order.id}", **facts)
    asked = {share.line_id for share in part.shares}
    for other in part.inquiry.parts:
        if other is not part and asked & {share.line_id for share in other.shares}:
            tell_maker("quote.other_taken", other, f"quote.other_taken:{order.id}:{other.id}")


@handles(said.OrderMoved)
def tell_of_step(message: said.OrderMoved) -> None:
    """A step of an order reaches the side that did not take it; a cancelled one both."""
    order, part = _order_and_part(message.order_id)
    event = event_by_id(message.event_id)
    key, state = f"order:{event.id}", event.state
    facts = {"order": order.public_id, "words": event.note, "step": lambda: label(state)}
    if state in _BY_BUYER or state is OrderState.CANCELLED:
        tell_maker("order.to_maker", part, key, **facts)
    if state not in _BY_BUYER:
        tell_buyer("order.to_buyer", part, key, **facts)


@handles(said.OrderStepUndone)
def tell_of_undone_step(message: said.OrderStepUndone) -> None:
    """The buyer hears that a step was told too early."""
    order, part = _order_and_part(message.order_id)
    event = event_by_id(message.event_id)
    undone, state = OrderState(message.undone), event.state
    facts = {"order": order.public_id, "undone": lambda: label(undone), "step": lambda: label(state)}
    tell_buyer("order.step_undone", part, f"order:{event.id}", **facts)


@handles(said.OrderReviewed)
def tell_of_review(message: said.OrderReviewed) -> None:
    """The maker reads what the buyer wrote."""
    order, part = _order_and_part(message.order_id)
    review = review_of(order)
    facts = {"order": order.public_id, "stars": review.stars, "words": review.body}
    tell_maker("order.reviewed", part, f"order.reviewed:{order.id}", **facts)


def _order_and_part(order_id: int) -> tuple[Order, InquiryPart]:
    order = order_by_id(order_id)
    return order, part_by_id(order.part_id)
