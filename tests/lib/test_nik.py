"""Sixteen digits that may be a person's number are found however they are written; other numbers pass."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.lib.errors import Invalid
from shop.lib.nik import has_nik, refuse_nik

SHAPES = [(4, 4, 4, 4), (6, 6, 4), (2, 2, 2, 6, 4), (8, 8), (6, 10), (12, 4), (2, 2, 2, 2, 2, 2, 4), (6, 2, 2, 2, 4)]
SPACES = [" ", "  ", "   ", "\u00a0", "\u2009", " \u200b ", "\t"]
CLOSE = [*SPACES, ".", "-", "_", "/", "\u200b", ""]
LISTS = [",", ", ", "\n", " \n", ";", "|", " - ", "\u2013", " / "]


@st.composite
def niks(draw: st.DrawFn) -> str:
    """A number as it is given out: a place, a day of birth, a serial."""
    place = draw(st.sampled_from(["35.22.01", "36.03.06", "11.01.02", "53.71.04", "94.71.40"])).replace(".", "")
    day = draw(st.integers(1, 31)) + draw(st.sampled_from([0, 40]))
    month, year, serial = draw(st.integers(1, 12)), draw(st.integers(0, 99)), draw(st.integers(1, 9999))
    return f"{place}{day:02}{month:02}{year:02}{serial:04}"


def grouped(digits: str, shape: tuple[int, ...], sep: str) -> str:
    ends = [sum(shape[: place + 1]) for place in range(len(shape))]
    return sep.join(digits[end - size : end] for size, end in zip(shape, ends, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "3522011234560001",
        "NIK: 3522 0112 3456 0001.",
        "35.22.01.123456.0001",
        "3522-0112-3456-0001",
        "KK 3522011234560001, RT 3",
        "35 22 01 52 03 90 00 01",
        "3 5 2 2 0 1 5 2 0 3 9 0 0 0 0 1",
        "3578  0112  0490  0001",
        "35780112\n04900001",
        "3578 0112\n0490 0001",
        "357801_120490_0001",
        "3578,0112,0490,0001",
        "3578\u200b0112\u200b0490\u200b0001",
        "3578\u00a00112\u00a00490\u00a00001",
        "３５７８０１１２０４９０００01",
        "scan-3578-0112-0490-0001 (1).jpg",
        "3578 0112 0490 0001 - 0812 3456 7890",
        "0812 3456 7890 / 3578 0112 0490 0001",
    ],
)
def test_a_number_of_sixteen_digits_is_found(text: str) -> None:
    assert has_nik(text)


@given(niks(), st.sampled_from(SHAPES), st.sampled_from([*CLOSE, *LISTS]), st.sampled_from(["", "NIK ", "KTP_", "a"]))
def test_it_is_found_in_whichever_groups_it_is_written(nik: str, shape: tuple[int, ...], sep: str, label: str) -> None:
    written = f"{label}{grouped(nik, shape, sep)}."
    assert has_nik(written)
    assert has_nik(f"{written} Alamat RT 3/RW 4, HP 0812-3456-7890")


@given(niks(), st.sampled_from([(2,) * 8, (1,) * 16]), st.sampled_from(CLOSE))
def test_it_is_found_in_pairs_and_digit_by_digit(nik: str, shape: tuple[int, ...], sep: str) -> None:
    assert has_nik(grouped(nik, shape, sep))


@given(st.lists(niks(), min_size=1, max_size=4), st.sampled_from([", ", "\n", " / ", " - "]))
def test_one_of_a_list_is_found(several: list[str], sep: str) -> None:
    assert has_nik(sep.join(grouped(nik, (4, 4, 4, 4), " ") for nik in several))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "081234567890",
        "12345678901234567",
        "Rp1.500.000",
        "SK 463/2026",
        "+6281234567890",
        "10 20 30 40 50 60 70 80",
        "1500, 2500, 3500, 4500",
        "2023 2024 2025 2026",
        "12.03.2026, 08.00 - 10.00",
        "22/11/2026 - 24/11/2026",
        "12/03/2026 0812-3456-7890",
        "0812 3456 7890 0813 2222 3333",
        "P-IRT 2063522010123-27",
        "35, 22, 01, 12, 04, 90, 00, 01",
    ],
)
def test_other_numbers_pass(text: str) -> None:
    assert not has_nik(text)


@given(
    st.lists(st.integers(1, 40_000).map(lambda thousands: thousands * 500), max_size=12),
    st.sampled_from([" ", ", ", "\n", " - ", "/", "; ", " s.d. "]),
)
def test_a_list_of_prices_is_none(prices: list[int], sep: str) -> None:
    assert not has_nik(sep.join(f"{price:,}".replace(",", ".") for price in prices))
    assert not has_nik(sep.join(f"Rp {price:,},-".replace(",", ".") for price in prices))


@st.composite
def phones(draw: st.DrawFn) -> str:
    """A mobile number in one of its usual spellings."""
    number = f"8{draw(st.integers(1, 9))}{draw(st.integers(0, 99)):02}{draw(st.integers(10**6, 10**8 - 1))}"
    start = draw(st.sampled_from(["0", "+62 ", "+62", "62", "(0)"]))
    return start + draw(st.sampled_from([number, f"{number[:3]}-{number[3:7]}-{number[7:]}"]))


@given(st.lists(phones(), max_size=6), st.sampled_from([", ", "\n", " / ", "; ", " atau "]))
def test_a_list_of_phones_is_none(several: list[str], sep: str) -> None:
    assert not has_nik(sep.join(several))


@given(st.lists(st.integers(1, 99), max_size=20), st.sampled_from([", ", "\n", "; ", " | ", " x ", ",", " – "]))
def test_a_list_of_sizes_or_quantities_is_none(sizes: list[int], sep: str) -> None:
    assert not has_nik(sep.join(map(str, sizes)))


@given(st.integers(2, 90), st.integers(1, 6), st.integers(1, 20), st.sampled_from([" ", "-", "/", ".", "_"]))
def test_sizes_that_grow_are_none_in_any_spelling(first: int, step: int, count: int, sep: str) -> None:
    assert not has_nik(sep.join(str(first + step * place) for place in range(count)))


@given(st.lists(st.datetimes().map(lambda day: day.strftime("%d-%m-%Y %H.%M")), max_size=4))
def test_days_and_hours_are_none(moments: list[str]) -> None:
    assert not has_nik(", ".join(moments))


def test_the_field_is_named() -> None:
    with pytest.raises(Invalid) as refused:
        refuse_nik({"name": "Siti", "year": 2026, "notes": "KK 3522011234560001"})
    assert (refused.value.code, refused.value.field) == ("nik_not_stored", "notes")
