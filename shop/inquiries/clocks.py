"""When a part is due: pure reckoning of hours and working days that stands still while a maker is closed."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from shop.lib.clock import to_wib, working_days_after
from shop.lib.holidays import holidays_between
from shop.producers.types import Closed

NUDGE_AFTER = timedelta(hours=24)
ESCALATE_WORKING_DAYS = 3
PART_LIVES = timedelta(days=30)
QUOTE_DAYS = 14
HANDOVER_TAKEN_AFTER = timedelta(days=14)
_SEARCHED = timedelta(days=60)
_MOMENT = timedelta(microseconds=1)


def due_after(start: datetime, length: timedelta, closings: Iterable[Closed] = ()) -> datetime:
    """The moment a length of open time after the start."""
    moment, left = start, length
    for closed in sorted(closings):
        if closed.ends <= moment:
            continue
        if closed.starts >= moment + left:
            break
        left -= max(closed.starts - moment, timedelta(0))
        moment = closed.ends
    return moment + left


def due_after_working_days(start: datetime, days: int, closings: Iterable[Closed] = ()) -> datetime:
    """The moment so many working days after the start; no day on which the maker was closed is one."""
    begin, shut = start, sorted(closings)
    for closed in shut:
        if closed.starts <= begin < closed.ends:
            begin = closed.ends
    shut = [closed for closed in shut if closed.ends > begin]
    first = to_wib(begin).date()
    last = max([first, *(_last_day(closed) for closed in shut)]) + _SEARCHED
    off = holidays_between(first, last)
    for closed in shut:
        off |= _days(to_wib(closed.starts).date(), _last_day(closed))
    return working_days_after(begin, days, off)


def _last_day(closed: Closed) -> date:
    return to_wib(closed.ends - _MOMENT).date()


def _days(first: date, last: date) -> set[date]:
    return {first + timedelta(days=number) for number in range((last - first).days + 1)}
