"""Sixteen digits that may be a person's number are found however they are written."""

import pytest

from shop.lib.errors import Invalid
from shop.lib.nik import has_nik, refuse_nik


@pytest.mark.parametrize(
    "text",
    [
        "3522011234560001",
        "NIK: 3522 0112 3456 0001.",
        "35.22.01.123456.0001",
        "3522-0112-3456-0001",
        "KK 3522011234560001, RT 3",
        "35 22 01 52 03 90 00 01",
    ],
)
def test_a_number_of_sixteen_digits_is_found(text: str) -> None:
    assert has_nik(text)


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
    ],
)
def test_other_numbers_pass(text: str) -> None:
    assert not has_nik(text)


def test_the_field_is_named() -> None:
    with pytest.raises(Invalid) as refused:
        refuse_nik({"name": "Siti", "year": 2026, "notes": "KK 3522011234560001"})
    assert (refused.value.code, refused.value.field) == ("nik_not_stored", "notes")
