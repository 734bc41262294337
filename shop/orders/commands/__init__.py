"""Writes of orders, one module a subject; callers need only this name."""

from shop.orders.commands.accepting import accept_quote
from shop.orders.commands.closing import close_inquiries
from shop.orders.commands.moving import LONGEST_NOTE, Step, accept_handovers, advance_order
from shop.orders.commands.reviewing import review_order
from shop.orders.commands.undoing import undo_step

__all__ = [
    "LONGEST_NOTE",
    "Step",
    "accept_handovers",
    "accept_quote",
    "advance_order",
    "close_inquiries",
    "review_order",
    "undo_step",
]
