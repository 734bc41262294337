"""What became of accepted quotes: orders in every state, reviews after those that are done."""

from collections import Counter
from datetime import datetime, timedelta

from shop.demo.capacity import book
from shop.demo.content import content
from shop.demo.parts import Part
from shop.demo.world import World
from shop.lib.clock import to_wib
from shop.orders.models import Order, OrderEvent, Review
from shop.orders.types import CancelReason, OrderState, ReviewVisibility

_WAY = (
    OrderState.ACCEPTED,
    OrderState.IN_PRODUCTION,
    OrderState.READY,
    OrderState.HANDED_OVER,
    OrderState.CHANGES_ASKED,
    OrderState.DONE,
)
_REVIEWED, _TAKEN, _MOST_ALIKE = 0.7, 0.15, 2
_BUYERS_STEPS = frozenset({OrderState.ACCEPTED, OrderState.CHANGES_ASKED, OrderState.DONE})
_NOTES = {
    OrderState.IN_PRODUCTION: "Bahan sudah lengkap, mulai dikerjakan hari ini.",
    OrderState.READY: "Sudah selesai dan dikemas.",
    OrderState.CHANGES_ASKED: "Ada dua yang jahitannya perlu dirapikan.",
}


def add_order(world: World, part: Part, quote: int, total: int, at: datetime) -> None:
    """An order in the state of its plan, with every step on the way there."""
    state = part.order or OrderState.ACCEPTED
    steps = _steps(world, state, at, part.share.good.facts["lead_days"])
    cancelled, moments = state is OrderState.CANCELLED, dict(steps)
    taken = state is OrderState.DONE and world.dice.happens(_TAKEN)
    order = world.rows.add(
        Order,
        public_id=world.dice.public_id(),
        quote_id=quote,
        part_id=part.id,
        producer_id=part.share.good.maker.id,
        state=state,
        total=total,
        accepted_at=at,
        handed_over_at=moments.get(OrderState.HANDED_OVER),
        done_at=moments.get(OrderState.DONE),
        taken_as_accepted=taken,
        cancel_reason=world.dice.choice(list(CancelReason)) if cancelled else None,
        reserved=[] if cancelled else book(world, part.share.good, part.share.quantity, to_wib(at).date()),
    )
    for step, moment in steps:
        _add_event(world, part, order, step, moment, taken=taken)
    part.agreed_at = at
    if state in (OrderState.DONE, OrderState.CANCELLED):
        part.closed_at = steps[-1][1]
    if state is OrderState.DONE and not taken and world.dice.happens(_REVIEWED):
        _add_review(world, part, order, steps[-1][1])


def _steps(world: World, state: OrderState, at: datetime, lead_days: int) -> list[tuple[OrderState, datetime]]:
    """The states passed, spread between acceptance and the last one, all of them before now."""
    if state is OrderState.CANCELLED:
        way = [OrderState.ACCEPTED, state]
    else:
        way = [step for step in _WAY[: _WAY.index(state) + 1] if step is not OrderState.CHANGES_ASKED or step is state]
    length = timedelta(days=lead_days * len(way) / len(_WAY) + world.dice.uniform(0.5, 5))
    whole = min(length, (world.now - at) * 0.9)
    parts = max(1, len(way) - 1)
    return [(step, at + whole * place / parts) for place, step in enumerate(way)]


def _add_event(world: World, part: Part, order: int, step: OrderState, moment: datetime, *, taken: bool) -> None:
    by_buyer = step in _BUYERS_STEPS
    user = part.buyer.user_id if by_buyer else part.share.good.maker.user_id
    world.rows.add(
        OrderEvent,
        order_id=order,
        state=step,
        at=moment,
        by_user_id=None if taken and step is OrderState.DONE else user,
        note=_NOTES.get(step, ""),
    )


def _add_review(world: World, part: Part, order: int, done_at: datetime) -> None:
    """In words that fit the kind, none of them often; else only stars."""
    kind = part.share.good.facts["kind"]
    used: Counter[str] = world.used_reviews
    fitting = [
        row for row in content("inquiries")["reviews"] if kind in row["kinds"] and used[row["text"]] < _MOST_ALIKE
    ]
    stars, words = world.dice.choice((4, 5, 5)), ""
    if fitting:
        chosen = world.dice.choice(fitting)
        stars, words = chosen["rating"], chosen["text"]
        used[words] += 1
    world.rows.add(
        Review,
        public_id=world.dice.public_id(),
        order_id=order,
        stars=stars,
        body=words,
        visibility=ReviewVisibility.SHOWN,
        created_at=min(world.now, done_at + timedelta(hours=world.dice.randint(2, 60))),
    )
