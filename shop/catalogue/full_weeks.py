"""Weeks of which a maker said that they are full, as they bear on a month."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import ScalarSelect, bindparam, select

from shop.catalogue.models import CapacityEntry
from shop.catalogue.packing import packed_rows, unpacked
from shop.catalogue.types import CapacityLevel, CapacityPeriod
from shop.lib.clock import month_start, today_wib
from shop.platform.db import db

Weeks = frozenset[date]
NO_WEEKS: Weeks = frozenset()
_LONGEST_MONTH = timedelta(days=31)
_BEFORE = timedelta(days=6)


def full_weeks(producer_ids: Collection[int], month: date) -> dict[int, Weeks]:
    """The Mondays of full weeks that reach into a month, by maker; one SELECT."""
    found: dict[int, set[date]] = {}
    query = select(CapacityEntry.producer_id, CapacityEntry.starts_on).where(
        *_FULL, CapacityEntry.producer_id.in_(producer_ids), CapacityEntry.starts_on.between(*_reach(month))
    )
    for producer_id, monday in db.session.execute(query):
        found.setdefault(producer_id, set()).add(monday)
    return {key: frozenset(mondays) for key, mondays in found.items()}


def weeks_within(producer_id: Any) -> ScalarSelect[str]:
    """The same of one maker as a text for ``read_weeks``, inside of another query; wants ``weeks_bound``."""
    return (
        select(packed_rows(CapacityEntry.starts_on))
        .where(
            *_FULL,
            CapacityEntry.producer_id == producer_id,
            CapacityEntry.starts_on.between(
                bindparam("first_week", type_=CapacityEntry.starts_on.type),
                bindparam("last_week", type_=CapacityEntry.starts_on.type),
            ),
        )
        .correlate_except(CapacityEntry)
        .scalar_subquery()
    )


def weeks_bound(month: date) -> dict[str, date]:
    """What ``weeks_within`` is asked with, and the month's first day for what stands beside it."""
    first, last = _reach(month)
    return {"month": month_start(month), "first_week": first, "last_week": last}


@lru_cache(maxsize=1_024)
def read_weeks(text: str | None) -> Weeks:
    """The Mondays in a text of ``weeks_within``."""
    return frozenset(date.fromisoformat(day) for (day,) in unpacked(text)) or NO_WEEKS


def open_part(amount: int, month: date, weeks: Iterable[date]) -> int:
    """What of an amount falls on the days of a month that are still to come and in no full week."""
    closed = frozenset(weeks)
    if not closed:
        return amount
    first, today = month_start(month), today_wib()
    following = month_start(first + _LONGEST_MONTH)
    start = max(first, today) if today < following else first
    days = [start + timedelta(days=one) for one in range((following - start).days)]
    free = sum(day - timedelta(days=day.weekday()) not in closed for day in days)
    return amount * free // len(days)


def _reach(month: date) -> tuple[date, date]:
    first = month_start(month)
    return first - _BEFORE, month_start(first + _LONGEST_MONTH) - timedelta(days=1)


_FULL = (
    CapacityEntry.product_id.is_(None),
    CapacityEntry.period == CapacityPeriod.WEEK,
    CapacityEntry.level == CapacityLevel.FULL,
)
