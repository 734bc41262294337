"""Phone numbers in every spelling people use."""

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.lib.errors import Invalid
from shop.lib.phone import format_phone, has_phone, parse_phone, refuse_phone, wa_number, whatsapp_url

MOBILES = st.from_regex("[+]628[0-9]{8,11}", fullmatch=True, alphabet=st.sampled_from("+0123456789"))


@pytest.mark.parametrize(
    "typed",
    [
        "0812-3456-7890",
        "0812 3456 7890",
        "081234567890",
        "+62 812 3456 7890",
        "+62812-3456-7890",
        "+62 (0)812 3456 7890",
        "62812 34567890",
        "62081234567890",
        "0062 812 3456 7890",
        "(0812)3456.7890",
        "812 3456 7890",
        "\u00a00812\u20113456\u20117890 ",
    ],
)
def test_all_spellings_are_one_number(typed: str) -> None:
    assert parse_phone(typed) == "+6281234567890"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "phone_invalid"),
        ("+", "phone_invalid"),
        ("0812-HALO-SAYA", "phone_invalid"),
        ("0812 3456 7890 ext 5", "phone_invalid"),
        ("08123456789012", "phone_invalid"),
        ("0812345678901234567890", "phone_invalid"),
        ("081234567", "phone_too_short"),
        ("6281234567", "phone_too_short"),
        ("62 8", "phone_too_short"),
        ("021-5551234", "phone_not_mobile"),
        ("+65 9123 4567", "phone_not_mobile"),
        ("+62000 1234567", "phone_not_mobile"),
    ],
)
def test_what_is_no_mobile_of_this_country_is_refused_with_a_reason(typed: str, code: str) -> None:
    with pytest.raises(Invalid) as raised:
        parse_phone(typed)
    assert raised.value.code == code


@pytest.mark.parametrize(
    "typed", ["+620001234567", "+62 000 1234567", "620001234567", "0001234567", "000-1234-567", "0000-1234-567"]
)
def test_the_example_shop_takes_its_own_numbers(typed: str) -> None:
    assert parse_phone(typed, demo=True) == "+620001234567"


def test_the_example_shop_takes_real_spellings_too_and_refuses_the_rest() -> None:
    assert parse_phone("0812-3456-7890", demo=True) == "+6281234567890"
    with pytest.raises(Invalid):
        parse_phone("+62000123456", demo=True)


@given(MOBILES)
def test_what_the_shop_prints_it_reads_again(e164: str) -> None:
    assert parse_phone(e164) == e164
    assert parse_phone(format_phone(e164)) == e164


@given(st.text() | st.text(alphabet="+0123456789 -()"))
def test_any_text_is_a_stored_number_or_refused(text: str) -> None:
    with suppress(Invalid):
        assert re.fullmatch(r"\+628[0-9]{8,11}", parse_phone(text))


@pytest.mark.parametrize(
    ("e164", "printed"),
    [
        ("+62812345678", "0812-345-678"),
        ("+628123456789", "0812-3456-789"),
        ("+6281234567890", "0812-3456-7890"),
        ("+62812345678901", "0812-3456-78901"),
    ],
)
def test_a_number_is_printed_in_groups(e164: str, printed: str) -> None:
    assert format_phone(e164) == printed


@pytest.mark.parametrize(
    "text",
    [
        "WA saja 081234567890",
        "hub. 0812 3456 7890 ya",
        "(0812) 3456-7890",
        "0812 \u2013 3456 \u2013 7890",
        "0812\u200b34567890",
        "+62 812-3456-7890",
        "+62 (0)812 3456 7890",
        "wa.me/6281234567890",
        "00628123456789",
        "1. 081298765432 / 081234567890",
        "kode 0851 12 0812345678",
    ],
)
def test_a_number_is_found_in_a_text_as_people_write_one(text: str) -> None:
    assert has_phone(text)


@pytest.mark.parametrize(
    "text",
    [
        "0812",
        "Rp1.500.000 atau Rp 62.812.345.678",
        "Ukuran 08-10-12-14-16",
        "08-12-2026, 08.00-16.00",
        "SNI 08-0276-2009",
        "SK 0812/35/2026",
        "NIB: 0812220012345",
        "P-IRT 2382080000208-31",
        "0812345678901234",
        "0812-01-012345-50-7",
        "0800 123 4567",
        "(0321) 812345",
        "8123456789",
        "0812\n3456 7890",
    ],
)
def test_sizes_days_prices_and_numbers_of_papers_are_no_phones(text: str) -> None:
    assert not has_phone(text)


def test_a_number_in_a_text_for_everybody_is_refused_naming_its_field() -> None:
    refuse_phone({"name": "Tas perca", "count": 812, "about": ""})
    with pytest.raises(Invalid) as refused:
        refuse_phone({"name": "Tas perca", "about": "WA 081234567890"})
    assert (refused.value.code, refused.value.field) == ("phone_not_public", "about")


def test_whatsapp_opens_on_the_number_with_the_text_in_the_address() -> None:
    assert wa_number("+6281234567890") == "6281234567890"
    assert whatsapp_url("+6281234567890", "Halo, 2 *batik* & 5%/hari") == (
        "https://wa.me/6281234567890?text=Halo%2C%202%20%2Abatik%2A%20%26%205%25%2Fhari"
    )
