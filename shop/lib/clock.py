"""Time: UTC inside, western Indonesian days (WIB) for people, working days for clocks."""

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

WIB = ZoneInfo("Asia/Jakarta")
SATURDAY = 5


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.now(UTC)


def to_wib(moment: datetime) -> datetime:
    """The same moment on a WIB clock; a naive one is refused, as nobody knows what it means."""
    if moment.tzinfo is None:
        raise ValueError("a naive datetime has no place on a clock")
    return moment.astimezone(WIB)


def today_wib() -> date:
    """The date on a wall calendar in Jakarta."""
    return to_wib(now()).date()


def end_of_day_wib(day: date) -> datetime:
    """The UTC moment at which a WIB day is over: the start of the next one, itself not included."""
    return datetime.combine(day + timedelta(days=1), time.min, WIB).astimezone(UTC)


def working_days_after(start: datetime, days: int, holidays: Collection[date]) -> datetime:
    """The same WIB time of day, so many working days (Monday to Friday, no holidays) after the start, in UTC."""
    moment = to_wib(start)
    while days > 0:
        moment += timedelta(days=1)
        if moment.weekday() < SATURDAY and moment.date() not in holidays:
            days -= 1
    return moment.astimezone(UTC)


def month_start(day: date) -> date:
    """The first day of the month that a day lies in."""
    return day.replace(day=1)
