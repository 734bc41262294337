"""Sums as people type them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.lib.errors import Invalid
from shop.lib.money import MOST_RUPIAH, format_rupiah, parse_rupiah


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("39rb", 39_000),
        ("39 ribu", 39_000),
        ("39k", 39_000),
        ("39 RB", 39_000),
        ("1,5jt", 1_500_000),
        ("1.5 juta", 1_500_000),
        ("1.500 jt", 1_500_000_000),
        ("2 miliar", 2_000_000_000),
        ("Rp 100.000,-", 100_000),
        ("Rp100.000.-", 100_000),
        ("Rp. 5000", 5_000),
        ("rp39.000,00", 39_000),
        ("5.000 rupiah", 5_000),
        ("IDR 5.000", 5_000),
        ("1.500", 1_500),
        ("1,500", 1_500),
        ("1,500,000.00", 1_500_000),
        ("0", 0),
        ("1000000000000", MOST_RUPIAH),
    ],
)
def test_a_sum_is_read_in_every_usual_spelling(typed: str, amount: int) -> None:
    assert parse_rupiah(typed) == amount


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "money_missing"),
        ("  ", "money_missing"),
        ("abc", "money_not_number"),
        ("Rp", "money_not_number"),
        ("12,34", "money_not_number"),
        ("1.5", "money_not_number"),
        ("1.50.000", "money_not_number"),
        ("5 apel", "money_not_number"),
        ("1,2345 rb", "money_not_number"),
        ("1,2,3 rb", "money_not_number"),
        ("1e5", "money_not_number"),
        ("٣٩", "money_not_number"),
        ("9" * 5000, "money_not_number"),
        ("-5.000", "money_negative"),
        ("Rp -5.000", "money_negative"),
        ("−5 rb", "money_negative"),
        ("1000000000001", "money_huge"),
        ("1001 miliar", "money_huge"),
    ],
)
def test_what_is_no_price_is_refused_with_a_reason(typed: str, code: str) -> None:
    with pytest.raises(Invalid) as raised:
        parse_rupiah(typed)
    assert raised.value.code == code


@given(st.text())
def test_any_text_is_a_sum_in_bounds_or_refused(text: str) -> None:
    with suppress(Invalid):
        assert 0 <= parse_rupiah(text) <= MOST_RUPIAH


@given(st.integers(0, MOST_RUPIAH))
def test_what_the_shop_prints_it_reads_again(amount: int) -> None:
    assert parse_rupiah(format_rupiah(amount)) == amount


@pytest.mark.parametrize(
    ("amount", "printed"),
    [(0, "Rp0"), (500, "Rp500"), (39_000, "Rp39.000"), (7_580_000, "Rp7.580.000"), (-500, "-Rp500")],
)
def test_rupiah_are_printed_with_dots_and_without_sen(amount: int, printed: str) -> None:
    assert format_rupiah(amount) == printed
