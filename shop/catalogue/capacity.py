"""What of a product's monthly capacity is free, and in which months an order fits."""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import Select, select

from shop.catalogue.full_weeks import NO_WEEKS, Weeks, full_weeks, open_part
from shop.catalogue.models import CapacityEntry, Product
from shop.catalogue.public_product import MonthFacts
from shop.catalogue.types import CapacityLevel, CapacityPeriod
from shop.lib.clock import month_start, today_wib
from shop.platform.db import db

MONTHS_AHEAD = 12


def free_capacity(product: Product, month: date | None = None) -> int | None:
    """How many units can still be made in a month (None: this one); None when nobody said."""
    first = month_start(month or today_wib())
    weeks = full_weeks([product.producer_id], first).get(product.producer_id, NO_WEEKS)
    return free_of(product.capacity_per_month, db.session.scalar(entry_of_month(product.id, first)), weeks, first)


def free_of(
    a_month: int | None,
    entry: CapacityEntry | MonthFacts | None,
    weeks: Weeks = NO_WEEKS,
    month: date | None = None,
) -> int | None:
    """The same from facts that are there: what a usual month holds, this one's entry, full weeks that reach into it."""
    if entry is not None and entry.level is CapacityLevel.FULL:
        return 0
    total = entry.total if entry is not None and entry.total is not None else a_month
    if total is None:
        return None
    return max(0, min(total - (entry.reserved if entry else 0), open_part(total, month or today_wib(), weeks)))


def spread(product: Product, quantity: int, start: date) -> list[tuple[date, int]]:
    """In which months a quantity fits, from ``start`` on; what fits nowhere goes to the first month."""
    shares: list[tuple[date, int]] = []
    left = quantity
    for month in _months(start):
        free = free_capacity(product, month)
        share = left if free is None else min(left, free)
        if share:
            shares.append((month, share))
        left -= share
        if not left:
            return shares
    first = month_start(start)
    already = dict(shares)
    return [(first, already.pop(first, 0) + left), *already.items()]


def _months(start: date) -> Iterator[date]:
    month = month_start(start)
    for _ in range(MONTHS_AHEAD):
        yield month
        month = month_start(month + timedelta(days=31))


def entry_of_month(product_id: int, month: date) -> Select[CapacityEntry]:
    """The entry of a product in a month by its first day; there is at most one."""
    return select(CapacityEntry).where(
        CapacityEntry.product_id == product_id,
        CapacityEntry.period == CapacityPeriod.MONTH,
        CapacityEntry.starts_on == month,
    )
