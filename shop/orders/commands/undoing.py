"""One step back: a maker takes back a step that was pressed by mistake, and the buyer is told."""

from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.lib.errors import WrongState, require
from shop.orders.messages import OrderStepUndone
from shop.orders.models import Order, OrderEvent
from shop.orders.policies import MAKERS_MOVES, may_move
from shop.orders.types import OrderState
from shop.orders.undoing import undoable, undone_steps
from shop.platform import outbox
from shop.platform.db import db
from shop.platform.holding import hold


def undo_step(*, order: Order, taken: OrderState, actor: Actor) -> Order:
    """Take back the step ``taken``; pressed twice it is taken back once.

    Raises Forbidden, WrongState order_moved_on, step_stays (after a day, or of the buyer).
    """
    require(may_move(actor, order, taken) and taken in MAKERS_MOVES)
    hold(order)
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
