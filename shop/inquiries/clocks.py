"""When a part is due: pure reckoning of hours and working days that stands still while a maker is closed."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from shop.lib.clock import WIB, end_of_day_wib, to_wib, working_days_after
from shop.lib.holidays import holidays_between

NUDGE_AFTER = timedelta(hours=24)
ESCALATE_WORKING_DAYS = 3
PART_LIVES = timedelta(days=30)
QUOTE_DAYS = 14
HANDOVER_TAKEN_AFTER = timedelta(days=14)
_SEARCHED = timedelta(days=60)
FAR_AWAY = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Closed:
    """The days on which a maker is closed, both included; a missing end means until further notice."""

    first: date | None = None
    last: date | None = None

    @property
    def any(self) -> bool:
        return self.first is not None or self.last is not None

    @property
    def starts(self) -> datetime:
        if self.first is None:
            return datetime.min.replace(tzinfo=UTC)
        return datetime.combine(self.first, time.min, WIB).astimezone(UTC)

    @property
    def ends(self) -> datetime:
        return end_of_day_wib(self.last) if self.last is not None else FAR_AWAY

    def holds(self, day: date) -> bool:
        return self.any and (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


def due_after(start: datetime, length: timedelta, closed: Closed) -> datetime:
    """The moment a length of open time after the start."""
    due = start + length
    if not closed.any or closed.ends <= start or closed.starts >= due:
        return due
    if closed.ends == FAR_AWAY:
        return FAR_AWAY
    return due + (closed.ends - max(start, closed.starts))


def due_after_working_days(start: datetime, days: int, closed: Closed) -> datetime:
    """The moment so many working days after the start, closed days not counted."""
    if closed.any and closed.last is None and (closed.first is None or closed.starts <= start + timedelta(days=days)):
        return FAR_AWAY
    begin = max(start, closed.ends) if closed.holds(to_wib(start).date()) else start
    first = to_wib(begin).date()
    off = holidays_between(first, first + _SEARCHED)
    if closed.any and closed.last is not None:
        off |= _days(max(first, closed.first or first), min(closed.last, first + _SEARCHED))
    return working_days_after(begin, days, off)


def _days(first: date, last: date) -> set[date]:
    return {first + timedelta(days=number) for number in range((last - first).days + 1)}
