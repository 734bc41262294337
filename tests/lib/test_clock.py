"""UTC inside, WIB outside, and the clocks that count working days."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from shop.lib.clock import WIB, end_of_day_wib, month_start, now, to_wib, today_wib, working_days_after


@time_machine.travel(datetime(2026, 11, 21, 17, 30, tzinfo=UTC), tick=False)
def test_after_five_in_the_afternoon_utc_it_is_already_tomorrow_in_jakarta() -> None:
    assert now() == datetime(2026, 11, 21, 17, 30, tzinfo=UTC)
    assert now().tzinfo is UTC
    assert today_wib() == date(2026, 11, 22)


def test_a_moment_is_seven_hours_later_on_a_wib_clock() -> None:
    assert to_wib(datetime(2026, 11, 21, 7, 5, tzinfo=UTC)).isoformat() == "2026-11-21T14:05:00+07:00"


def test_a_naive_moment_is_refused() -> None:
    with pytest.raises(ValueError, match="naive"):
        to_wib(datetime(2026, 11, 21))  # noqa: DTZ001 - the point of the test


@given(st.dates(min_value=date(1970, 1, 1), max_value=date(2200, 1, 1)))
def test_the_last_second_of_a_wib_day_is_inside_and_the_end_is_not(day: date) -> None:
    end = end_of_day_wib(day)
    assert end.tzinfo is UTC
    assert to_wib(end - timedelta(seconds=1)).date() == day
    assert to_wib(end).date() == day + timedelta(days=1)


def wib(day: int, hour: int = 10) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=WIB)


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (wib(20), 0, wib(20)),
        (wib(20), 1, wib(23)),  # a Friday
        (wib(21), 1, wib(23)),  # a Saturday
        (wib(16), 3, wib(19)),
        (wib(17), 1, wib(19)),  # over the holiday on the 18th
        (wib(20, hour=3), 3, wib(25, hour=3)),  # still Thursday in UTC
    ],
)
def test_working_days_pass_over_weekends_and_holidays(start: datetime, days: int, end: datetime) -> None:
    holidays = {date(2026, 11, 18)} if start.day == 17 else set()
    assert working_days_after(start, days, holidays) == end
    assert working_days_after(start.astimezone(UTC), days, holidays).tzinfo is UTC


def test_a_month_starts_on_its_first_day() -> None:
    assert month_start(date(2026, 11, 21)) == date(2026, 11, 1)
