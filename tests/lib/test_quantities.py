"""Quantities and days as people type them."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.lib.errors import Invalid
from shop.lib.quantities import MOST_PIECES, parse_day, parse_quantity


@pytest.mark.parametrize(
    ("typed", "quantity"),
    [
        ("1", 1),
        (" 1200 ", 1200),
        ("1.200", 1200),
        ("1,200", 1200),
        ("1 200", 1200),
        ("007", 7),
        ("1.000.000", MOST_PIECES),
    ],
)
def test_a_quantity_is_read_with_or_without_marks(typed: str, quantity: int) -> None:
    assert parse_quantity(typed) == quantity


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "quantity_missing"),
        (" \n", "quantity_missing"),
        ("0", "quantity_zero"),
        ("-3", "quantity_zero"),
        ("1000001", "quantity_huge"),
        ("9" * 5000, "quantity_huge"),
        ("3 kodi", "quantity_not_number"),
        ("2,5", "quantity_not_number"),
        ("1.20", "quantity_not_number"),
        ("banyak", "quantity_not_number"),
        ("１２", "quantity_not_number"),
    ],
)
def test_what_is_no_quantity_is_refused_with_a_reason(typed: str, code: str) -> None:
    with pytest.raises(Invalid) as raised:
        parse_quantity(typed)
    assert raised.value.code == code


@pytest.mark.parametrize(
    "typed",
    [
        "2026-12-20",
        "20/12/2026",
        "20-12-2026",
        "20.12.2026",
        "20 Desember 2026",
        "20 desember  2026",
        "20 Des 2026",
        "20 Des. 2026",
        "20 December 2026",
        " 20 DEC 2026 ",
    ],
)
def test_a_day_is_read_in_every_usual_spelling(typed: str) -> None:
    assert parse_day(typed) == date(2026, 12, 20)


@pytest.mark.parametrize(
    ("word", "month"),
    [("Mei", 5), ("May", 5), ("Agu", 8), ("Agt", 8), ("Ags", 8), ("Sept", 9), ("Okt", 10), ("Juni", 6)],
)
def test_months_are_known_in_both_languages_and_short(word: str, month: int) -> None:
    assert parse_day(f"1 {word} 2026") == date(2026, month, 1)


@pytest.mark.parametrize(
    "typed",
    ["", "besok", "31/02/2026", "31 Februari 2026", "20/12/26", "1 Foo 2026", "20/12-2026", "2026-13-01", "0001-01-01"],
)
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(Invalid) as raised:
        parse_day(typed)
    assert raised.value.code == "date_unreadable"


@given(st.text())
def test_no_text_breaks_the_form(text: str) -> None:
    for parse in (parse_day, parse_quantity):
        with suppress(Invalid):
            assert parse(text)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_iso_day_is_read(day: date) -> None:
    assert parse_day(day.isoformat()) == day
