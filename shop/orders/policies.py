"""Who may move an order and which way; pure."""

from collections.abc import Collection

from shop.accounts.types import Actor
from shop.inquiries.policies import may_follow, may_quote
from shop.orders.models import Order
from shop.orders.types import OrderState

MAKERS_MOVES = frozenset({OrderState.IN_PRODUCTION, OrderState.READY, OrderState.HANDED_OVER})
BUYERS_MOVES = frozenset({OrderState.DONE, OrderState.CHANGES_ASKED})


def may_move(actor: Actor, order: Order, to: OrderState, organisations: Collection[int] = ()) -> bool:
    """The maker produces and hands over, the buyer confirms or asks for changes, either cancels."""
    part = order.quote.part
    as_maker, as_buyer = may_quote(actor, part), may_follow(actor, part.inquiry, organisations)
    if to is OrderState.CANCELLED:
        return as_maker or as_buyer
    return (as_maker and to in MAKERS_MOVES) or (as_buyer and to in BUYERS_MOVES)
