"""Amounts in words, as on a receipt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.lib.terbilang import LARGEST, terbilang, terbilang_rupiah

UNITS = {
    "nol": 0,
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
}
SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}
ONES = {"sepuluh": "satu puluh", "sebelas": "satu belas", "seratus": "satu ratus", "seribu": "satu ribu"}


def read_aloud(words: str) -> int:
    """The number that a listener writes down."""
    total = hundreds = unit = 0
    for word in " ".join(ONES.get(word, word) for word in words.split()).split():
        if word in UNITS:
            unit = UNITS[word]
        elif word in SCALES:
            total += (hundreds + unit) * SCALES[word]
            hundreds = unit = 0
        else:
            hundreds += {"belas": 10 + unit, "puluh": 10 * unit, "ratus": 100 * unit}[word]
            unit = 0
    return total + hundreds + unit


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (7, "tujuh"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (999, "sembilan ratus sembilan puluh sembilan"),
        (1_000, "seribu"),
        (1_100, "seribu seratus"),
        (2_011, "dua ribu sebelas"),
        (11_000, "sebelas ribu"),
        (100_000, "seratus ribu"),
        (101_000, "seratus satu ribu"),
        (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"),
        (8_385_000, "delapan juta tiga ratus delapan puluh lima ribu"),
        (3 * 10**12 + 1, "tiga triliun satu"),
        (10**15, "seribu triliun"),
    ],
)
def test_a_number_is_put_into_words(number: int, words: str) -> None:
    assert terbilang(number) == words


@given(st.integers(0, LARGEST - 1))
def test_a_listener_writes_down_the_same_number(number: int) -> None:
    assert read_aloud(terbilang(number)) == number


@pytest.mark.parametrize("number", [-1, LARGEST + 1])
def test_what_has_no_words_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="cannot be put into words"):
        terbilang(number)


def test_a_receipt_names_the_currency() -> None:
    assert terbilang_rupiah(8_385_000) == "delapan juta tiga ratus delapan puluh lima ribu rupiah"
