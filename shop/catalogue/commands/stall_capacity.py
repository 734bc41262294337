"""How much a maker can take on: three levels a week, a number a month for each product, and days off."""

from collections.abc import Mapping
from datetime import date, timedelta

from sqlalchemy import select

from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.catalogue.messages import ProducerProductsChanged
from shop.catalogue.models import CapacityEntry, Product
from shop.catalogue.policies import may_set_capacity
from shop.catalogue.types import CapacityLevel, CapacityPeriod
from shop.lib.clock import end_of_day_wib, now, today_wib
from shop.lib.errors import Invalid, require
from shop.platform import outbox
from shop.platform.db import db
from shop.platform.holding import hold
from shop.producers.closings import closing_of_now
from shop.producers.models import Producer, ProducerClosure

MOST_A_MONTH = 1_000_000
LONGEST_CLOSED = timedelta(days=365)


def set_week_level(*, producer: Producer, monday: date, level: CapacityLevel, actor: Actor) -> None:
    """Say how free a whole week is; saying it again changes the word."""
    require(may_set_capacity(actor, producer))
    entry = _week(producer, monday)
    if entry is None:
        entry = CapacityEntry(producer_id=producer.id, period=CapacityPeriod.WEEK, starts_on=monday)
        db.session.add(entry)
    entry.level, entry.updated_at = level, now()
    db.session.flush()
    record(actor=actor, action="capacity.week", target=producer, level=str(level))
    outbox.leave(ProducerProductsChanged(producer.id))


def _week(producer: Producer, monday: date) -> CapacityEntry | None:
    """The word of a week; the maker's row is held, so that two who say it at once change one."""
    hold(producer)
    return db.session.scalars(
        select(CapacityEntry)
        .where(CapacityEntry.producer_id == producer.id, CapacityEntry.product_id.is_(None))
        .where(CapacityEntry.period == CapacityPeriod.WEEK, CapacityEntry.starts_on == monday)
        .order_by(CapacityEntry.id)
        .limit(1)
    ).first()


def set_monthly_capacity(*, producer: Producer, amounts: Mapping[str, int | None], actor: Actor) -> None:
    """Say how many units of each product (by public id) a month holds; None: not said. Foreign ids are passed over."""
    require(may_set_capacity(actor, producer))
    own = db.session.scalars(
        select(Product)
        .where(Product.producer_id == producer.id, Product.public_id.in_(amounts.keys()))
        .order_by(Product.id)
    )
    for product in own:
        amount = amounts[product.public_id]
        if amount is not None and not 0 <= amount <= MOST_A_MONTH:
            raise Invalid("number_range", f"month_{product.public_id}", least=0, most=MOST_A_MONTH)
        if amount != product.capacity_per_month:
            product.capacity_per_month = amount
            record(actor=actor, action="capacity.month", target=product, amount=amount)
    db.session.flush()
    outbox.leave(ProducerProductsChanged(producer.id))


def close_stall(*, producer: Producer, until: date, actor: Actor) -> None:
    """Close the whole stall from now to the end of a day, or till another day; clocks stand still meanwhile."""
    require(may_set_capacity(actor, producer))
    today = today_wib()
    if until < today:
        raise Invalid("date_past", "closed_until")
    if until > today + LONGEST_CLOSED:
        raise Invalid("closed_too_long", "closed_until")
    closing = closing_of_now(producer)
    if closing is None:
        closing = ProducerClosure(producer_id=producer.id, starts_at=now())
        db.session.add(closing)
    closing.ends_at = end_of_day_wib(until)
    producer.closed_until = until
    db.session.flush()
    record(actor=actor, action="producer.closed", target=producer, until=until.isoformat())
    outbox.leave(ProducerProductsChanged(producer.id))


def open_stall(*, producer: Producer, actor: Actor) -> None:
    """Open again before the day; the time until now stays closed for the clocks."""
    require(may_set_capacity(actor, producer))
    closing = closing_of_now(producer)
    if closing is not None:
        closing.ends_at = now()
    producer.closed_until = None
    db.session.flush()
    record(actor=actor, action="producer.opened", target=producer)
    outbox.leave(ProducerProductsChanged(producer.id))
