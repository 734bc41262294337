"""A step that was pressed by mistake is taken back for a day, and the buyer hears of it."""

import pytest
import time_machine
from sqlalchemy.orm import Session, scoped_session

from shop.audit.models import AuditEvent
from shop.lib.clock import now
from shop.lib.errors import Forbidden, WrongState
from shop.orders.commands import undo_step
from shop.orders.models import Order
from shop.orders.types import OrderState
from shop.orders.undoing import UNDONE_WITHIN, undoable, undone_steps
from shop.platform.outbox import OutboxMessage
from tests.orders.test_commands import an_order, both, go

pytestmark = pytest.mark.usefixtures("db_session")
Db = scoped_session[Session]
ROAD = (OrderState.IN_PRODUCTION, OrderState.READY, OrderState.HANDED_OVER)


def handed_over() -> Order:
    order = an_order()
    return go(order, both(order)[0], *ROAD)


def test_one_step_goes_back_and_no_second(db_session: Db) -> None:
    order = handed_over()
    producer, _ = both(order)
    undo_step(order=order, taken=OrderState.HANDED_OVER, actor=producer)
    assert (order.state, order.handed_over_at, undoable(order)) == (OrderState.READY, None, None)
    assert undone_steps(order.events) == {order.events[-1].id: OrderState.HANDED_OVER}
    assert [one.name for one in db_session.query(OutboxMessage).filter_by(name="OrderStepUndone")] == [
        "OrderStepUndone"
    ]
    assert db_session.query(AuditEvent).filter_by(action="order.step_undone").count() == 1
    with pytest.raises(WrongState, match="step_stays"):
        undo_step(order=order, taken=OrderState.READY, actor=producer)


def test_pressed_twice_it_is_taken_back_once() -> None:
    order = handed_over()
    for _ in range(2):
        undo_step(order=order, taken=OrderState.HANDED_OVER, actor=both(order)[0])
    assert order.state is OrderState.READY


def test_the_way_goes_on_after_a_step_back() -> None:
    order = handed_over()
    producer, _ = both(order)
    undo_step(order=order, taken=OrderState.HANDED_OVER, actor=producer)
    go(order, producer, OrderState.HANDED_OVER)
    assert order.handed_over_at is not None
    assert undoable(order) is OrderState.READY


def test_after_a_day_a_step_stays() -> None:
    order = handed_over()
    with time_machine.travel(now() + UNDONE_WITHIN, tick=False), pytest.raises(WrongState, match="step_stays"):
        undo_step(order=order, taken=OrderState.HANDED_OVER, actor=both(order)[0])


def test_an_agreement_and_the_buyers_steps_are_not_taken_back() -> None:
    fresh, order = an_order(), handed_over()
    assert undoable(fresh) is None
    producer, person = both(order)
    go(order, person, OrderState.CHANGES_ASKED)
    assert undoable(order) is None
    assert undone_steps(order.events) == {}
    go(order, producer, OrderState.HANDED_OVER)
    assert undoable(order) is None


def test_only_the_maker_takes_back() -> None:
    order = handed_over()
    for taken in (OrderState.HANDED_OVER, OrderState.DONE):
        with pytest.raises(Forbidden):
            undo_step(order=order, taken=taken, actor=both(order)[1])


def test_a_step_that_was_not_the_last_is_not_taken_back() -> None:
    order = handed_over()
    with pytest.raises(WrongState, match="order_moved_on"):
        undo_step(order=order, taken=OrderState.READY, actor=both(order)[0])
