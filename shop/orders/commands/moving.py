"""An order goes step by step; a hand-over that nobody speaks against is taken as accepted."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from shop.accounts.types import SYSTEM, Actor
from shop.audit.commands import record
from shop.catalogue.commands.capacity import release_capacity
from shop.catalogue.models import Product
from shop.inquiries.clocks import HANDOVER_TAKEN_AFTER, due_after
from shop.lib.clock import now
from shop.lib.errors import Invalid, WrongState, require
from shop.lib.nik import refuse_nik
from shop.orders.messages import OrderMoved
from shop.orders.models import Order, OrderEvent
from shop.orders.policies import may_move
from shop.orders.types import NEXT_ORDER, CancelReason, OrderState
from shop.platform import outbox
from shop.platform.db import db
from shop.platform.holding import hold, unheld
from shop.producers.closings import closings_of
from shop.producers.types import Closed

LONGEST_NOTE = 500


@dataclass(frozen=True, kw_only=True)
class Step:
    """Where an order goes, with a word; cancelling needs a reason."""

    to: OrderState
    note: str = ""
    reason: CancelReason | None = None


def advance_order(*, order: Order, step: Step, actor: Actor, organisations: Collection[int] = ()) -> Order:
    """Move an order one step; a step that was already taken changes nothing.

    Raises Forbidden, WrongState order_moved_on, Invalid reason_missing.
    """
    require(may_move(actor, order, step.to, organisations))
    hold(order)
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
    """Orders handed over 14 open days ago without a word of the buyer; they are held."""
    handed_over = (
        select(Order)
        .where(Order.state == OrderState.HANDED_OVER, Order.handed_over_at <= moment - HANDOVER_TAKEN_AFTER)
        .order_by(Order.id)
        .options(joinedload(Order.producer))
    )
    found = db.session.scalars(unheld(handed_over, Order)).all()
    closings = closings_of({order.producer_id for order in found})
    return [order for order in found if _handover_due(order, closings.get(order.producer_id, ())) <= moment]


def accept_handovers() -> int:
    """Take handovers as accepted after 14 days; returns how many."""
    due = handovers_to_accept(now())
    for order in due:
        order.taken_as_accepted = True
        _moved(order, Step(to=OrderState.DONE), SYSTEM)
    return len(due)


def add_event(order: Order, actor: Actor, note: str) -> OrderEvent:
    """Note that an order stands where it does now."""
    refuse_nik({"note": note})
    event = OrderEvent(state=order.state, by_user_id=actor.user_id, note=note.strip()[:LONGEST_NOTE])
    order.events.append(event)
    return event


def _moved(order: Order, step: Step, actor: Actor) -> None:
    order.state = step.to
    if step.to is OrderState.HANDED_OVER:
        order.handed_over_at = now()
    elif step.to is OrderState.DONE:
        order.done_at = now()
    elif step.to is OrderState.CANCELLED:
        order.cancel_reason = step.reason
        _release(order)
    event = add_event(order, actor, step.note)
    db.session.flush()
    record(actor=actor, action=f"order.{step.to}", target=order, region_code=order.producer.regency_code)
    outbox.leave(OrderMoved(order.id, event.id))
    db.session.flush()


def _release(order: Order) -> None:
    for product_id, month, quantity in order.reserved:
        product = db.session.get_one(Product, product_id)
        release_capacity(product=product, quantity=quantity, month=datetime.fromisoformat(month).date())
    order.reserved = []


def _handover_due(order: Order, closings: Collection[Closed]) -> datetime:
    return due_after(order.handed_over_at or order.accepted_at, HANDOVER_TAKEN_AFTER, closings)
