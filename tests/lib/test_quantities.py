"""Quantities and days as people type them."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.lib.errors import Invalid
from shop.lib.quantities import MOST_PIECES, parse_amount, parse_coming_day, parse_day, parse_days, parse_quantity


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


@pytest.mark.parametrize(
    ("typed", "base", "factor", "quantity"),
    [
        ("40", "piece", 1, 40),
        ("40 pcs", "piece", 1, 40),
        ("40pcs", "piece", 1, 40),
        ("1.200 Stel", "piece", 1, 1200),
        ("3 kodi", "piece", 1, 60),
        ("2 lusin", "piece", 12, 2),
        ("24 pcs", "piece", 12, 2),
        ("selusin", "piece", 1, 12),
        ("sekodi", None, 1, 20),
        ("2 kg", None, 1, 2000),
        ("10 m²", "m2", 1, 10),
    ],
)
def test_a_quantity_may_name_its_unit(typed: str, base: str | None, factor: int, quantity: int) -> None:
    assert parse_amount(typed, base, factor) == quantity


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("40 meter", "quantity_not_number"),
        ("40 keping", "quantity_not_number"),
        ("25 pcs", "quantity_not_number"),
        ("0 pcs", "quantity_zero"),
        ("1,5 lusin", "quantity_not_number"),
        ("90000 gross", "quantity_huge"),
        ("", "quantity_missing"),
    ],
)
def test_a_unit_that_was_not_asked_for_is_refused(typed: str, code: str) -> None:
    with pytest.raises(Invalid) as raised:
        parse_amount(typed, "piece", 12)
    assert raised.value.code == code


@pytest.mark.parametrize(
    ("typed", "days"),
    [("14", 14), ("14 hari", 14), ("14hari", 14), ("2 minggu", 14), ("3 Pekan", 21), ("sebulan", 30), ("seminggu", 7)],
)
def test_a_length_of_time_is_read_in_days(typed: str, days: int) -> None:
    assert parse_days(typed) == days


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("secepatnya", "quantity_not_number"),
        ("0 hari", "quantity_zero"),
        ("", "quantity_missing"),
        ("2 jam", "quantity_not_number"),
    ],
)
def test_what_is_no_length_of_time_is_refused(typed: str, code: str) -> None:
    with pytest.raises(Invalid) as raised:
        parse_days(typed)
    assert raised.value.code == code


TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("20 des", date(2026, 12, 20)),
        ("20 Desember", date(2026, 12, 20)),
        ("20-des", date(2026, 12, 20)),
        ("22 nov", TODAY),
        ("21 Nov.", date(2027, 11, 21)),
        ("20/12", date(2026, 12, 20)),
        ("20/12/26", date(2026, 12, 20)),
        ("5 jan 27", date(2027, 1, 5)),
        ("2026-12-20", date(2026, 12, 20)),
        ("20 Desember 2026", date(2026, 12, 20)),
        ("hari ini", TODAY),
        ("Besok", date(2026, 11, 23)),
        ("lusa", date(2026, 11, 24)),
        ("10 hari lagi", date(2026, 12, 2)),
        ("dalam 2 minggu", date(2026, 12, 6)),
        ("2 weeks", date(2026, 12, 6)),
    ],
)
def test_a_coming_day_needs_no_year(typed: str, day: date) -> None:
    assert parse_coming_day(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["", "minggu depan", "akhir bulan", "desember", "31/11", "20/13", "20 foo", "29 feb"])
def test_a_day_that_people_mean_differently_is_refused(typed: str) -> None:
    with pytest.raises(Invalid) as raised:
        parse_coming_day(typed, TODAY)
    assert raised.value.code == "date_unreadable"


@given(st.text())
def test_no_text_breaks_the_form(text: str) -> None:
    for parse in (parse_day, parse_days, parse_quantity, parse_amount, lambda typed: parse_coming_day(typed, TODAY)):
        with suppress(Invalid):
            assert parse(text)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_iso_day_is_read(day: date) -> None:
    assert parse_day(day.isoformat()) == day
