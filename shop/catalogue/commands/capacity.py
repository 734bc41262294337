"""How an accepted order takes its share of a month's capacity, and gives it back."""

from datetime import date

from sqlalchemy.exc import IntegrityError

from shop.catalogue.capacity import entry_of_month
from shop.catalogue.models import CapacityEntry, Product
from shop.catalogue.types import CapacityPeriod
from shop.lib.clock import month_start, now
from shop.platform.db import db


def reserve_capacity(*, product: Product, quantity: int, month: date) -> None:
    """Take ``quantity`` units of the month; may go beyond what is free, as a maker may promise more."""
    _take(product.producer_id, product.id, month_start(month), quantity)


def release_capacity(*, product: Product, quantity: int, month: date) -> None:
    """Give ``quantity`` units of the month back."""
    _take(product.producer_id, product.id, month_start(month), -quantity)


def _take(producer_id: int, product_id: int, month: date, quantity: int) -> None:
    entry = _locked(product_id, month)
    if entry is None:
        entry = _first(producer_id, product_id, month)
    entry.reserved = max(0, entry.reserved + quantity)
    entry.updated_at = now()
    db.session.flush()


def _locked(product_id: int, month: date) -> CapacityEntry | None:
    return db.session.scalar(
        entry_of_month(product_id, month).with_for_update().execution_options(populate_existing=True)
    )


def _first(producer_id: int, product_id: int, month: date) -> CapacityEntry:
    """The entry of a month that has none yet; another order may be adding it at the same time."""
    entry = CapacityEntry(
        producer_id=producer_id, product_id=product_id, period=CapacityPeriod.MONTH, starts_on=month, reserved=0
    )
    try:
        with db.session.begin_nested():
            db.session.add(entry)
    except IntegrityError:
        return db.session.scalars(entry_of_month(product_id, month).with_for_update()).one()
    return entry
