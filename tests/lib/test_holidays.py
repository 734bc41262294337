"""Holidays of the joint decrees."""

from collections import Counter
from datetime import date

from shop.lib.holidays import holidays_between, read_holidays


def test_both_ends_of_the_span_count() -> None:
    assert holidays_between(date(2026, 12, 24), date(2026, 12, 25)) == {date(2026, 12, 24), date(2026, 12, 25)}


def test_an_ordinary_week_has_no_holidays() -> None:
    assert holidays_between(date(2026, 11, 23), date(2026, 11, 27)) == set()


def test_a_span_that_ends_before_it_starts_has_no_holidays() -> None:
    assert holidays_between(date(2027, 1, 1), date(2026, 1, 1)) == set()


def test_moving_feasts_lie_where_the_decrees_put_them() -> None:
    days = holidays_between(date(2026, 1, 1), date(2027, 12, 31))
    assert {date(2026, 3, 21), date(2026, 5, 27), date(2027, 3, 8), date(2027, 3, 10), date(2027, 5, 20)} <= days


def test_each_year_holds_the_days_its_decree_counts() -> None:
    assert Counter((row.day.year, row.kind) for row in read_holidays()) == {
        (2026, "national"): 17,
        (2026, "collective"): 8,
        (2027, "national"): 18,
        (2027, "collective"): 8,
    }


def test_rows_are_dated_once_in_order_and_name_their_source() -> None:
    rows = list(read_holidays())
    days = [row.day for row in rows]
    assert days == sorted(set(days))
    assert all(row.name and row.source.startswith("SKB 3 Menteri") for row in rows)
