"""Which step of an order may be taken back, for a day, and which steps were; pure."""

from collections.abc import Iterable
from datetime import timedelta
from itertools import pairwise

from shop.lib.clock import now
from shop.orders.models import Order, OrderEvent
from shop.orders.policies import MAKERS_MOVES
from shop.orders.types import NEXT_ORDER, OrderState

UNDONE_WITHIN = timedelta(hours=24)


def undoable(order: Order) -> OrderState | None:
    """The state that an order may go back to now; None where its last move was no fresh step of the maker.

    What was handed over once more, after changes, stays.
    """
    if len(order.events) < 2:
        return None
    before, last = order.events[-2:]
    fresh = last.state is order.state and last.at + UNDONE_WITHIN > now()
    forward = last.state in MAKERS_MOVES and last.state in NEXT_ORDER[before.state]
    return before.state if fresh and forward and before.state is not OrderState.CHANGES_ASKED else None


def undone_steps(events: Iterable[OrderEvent]) -> dict[int, OrderState]:
    """Which events took a step back, by id, and which step that was."""
    return {after.id: before.state for before, after in pairwise(events) if _is_back(before.state, after.state)}


def _is_back(before: OrderState, after: OrderState) -> bool:
    return before in NEXT_ORDER[after] and after not in NEXT_ORDER[before]
