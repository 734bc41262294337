"""One step back: a maker takes back a step that was pressed by mistake, for a day, and the buyer is told."""

from collections.abc import Iterable
from datetime import timedelta
from itertools import pairwise

from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.lib.clock import now
from shop.lib.errors import WrongState, require
from shop.orders.commands import refresh
from shop.orders.messages import OrderStepUndone
from shop.orders.models import Order, OrderEvent
from shop.orders.policies import MAKERS_MOVES, may_move
from shop.orders.types import NEXT_ORDER, OrderState
from shop.platform import outbox
from shop.platform.db import db

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


def undo_step(*, order: Order, taken: OrderState, actor: Actor) -> Order:
    """Take back the step ``taken``; pressed twice it is taken back once.

    Raises Forbidden, WrongState order_moved_on, step_stays (after a day, or of the buyer).
    """
    require(may_move(actor, order, taken) and taken in MAKERS_MOVES)
    refresh(order)
    if order.state is not taken:
        if order.events and undone_steps(order.events).get(order.events[-1].id) is taken:
            return order
        raise WrongState("order_moved_on", state=str(order.state))
    back = undoable(order)
    if back is None:
        raise WrongState("step_stays")
    order.state, order.handed_over_at = back, None
    event = OrderEvent(state=back, by_user_id=actor.user_id)
    order.events.append(event)
    db.session.flush()
    record(actor=actor, action="order.step_undone", target=order, region_code=order.producer.regency_code)
    outbox.leave(OrderStepUndone(order.id, event.id, str(taken)))
    db.session.flush()
    return order
