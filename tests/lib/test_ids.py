"""Ids and references that cannot be guessed, signatures that hold."""

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.lib.errors import Invalid
from shop.lib.ids import (
    CROCKFORD,
    LONGEST_KEY,
    new_public_id,
    new_reference,
    new_token,
    read_reference,
    refuse_key,
    sign,
    signed_ok,
    token_hash,
)

KEY = b"a key for tests"
ANY_TEXT = st.text(st.characters())


def test_a_public_id_is_26_lower_case_crockford_letters_and_never_twice_the_same() -> None:
    ids = {new_public_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert all(re.fullmatch("[0-7][0-9a-hjkmnp-tv-z]{25}", one) for one in ids)


def test_a_token_has_192_bits_for_an_address() -> None:
    tokens = {new_token() for _ in range(1000)}
    assert len(tokens) == 1000
    assert all(re.fullmatch("[A-Za-z0-9_-]{32}", one) for one in tokens)


def test_a_reference_is_read_back_as_it_was_given() -> None:
    for _ in range(100):
        reference = new_reference()
        assert re.fullmatch("PM-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}", reference)
        assert read_reference(reference) == reference


@pytest.mark.parametrize(
    "typed",
    ["PM-10AB-CD0E", "pm-10ab-cd0e", " pm 10ab cd0e ", "PM10ABCD0E", "10ab-cd0e", "pm-ioab-cdoe", "PM–L0AB–CD0E"],
)
def test_a_reference_typed_or_misread_is_understood(typed: str) -> None:
    assert read_reference(typed) == "PM-10AB-CD0E"


@pytest.mark.parametrize("typed", ["", "PM", "PM-10AB-CD0", "PM-10AB-CD0EE", "PX-10AB-CD0E", "PM-10AB-CDUE", "'--"])
def test_what_is_no_reference_is_none(typed: str) -> None:
    assert read_reference(typed) is None


@given(ANY_TEXT)
def test_any_text_is_a_canonical_reference_or_none(text: str) -> None:
    found = read_reference(text)
    assert found is None or set(found) <= set(CROCKFORD + "-")


def test_a_signature_fits_an_address_and_carries_at_least_128_bits() -> None:
    signature = sign(KEY, "inquiry", "abc", "1")
    assert len(signature) >= 22
    assert set(signature) <= set(string.ascii_letters + string.digits + "-_")


@given(ANY_TEXT, st.lists(ANY_TEXT))
def test_a_signature_is_good_for_what_was_signed(purpose: str, parts: list[str]) -> None:
    assert signed_ok(KEY, sign(KEY, purpose, *parts), purpose, *parts)


@pytest.mark.parametrize(
    ("key", "parts"),
    [
        (b"another key", ("inquiry", "abc", "1")),
        (KEY, ("order", "abc", "1")),
        (KEY, ("inquiry", "abc", "2")),
        (KEY, ("inquiry", "abc1", "")),
        (KEY, ("inquiry", "abc1")),
        (KEY, ("inquirya", "bc", "1")),
    ],
)
def test_a_signature_is_good_for_nothing_else(key: bytes, parts: tuple[str, ...]) -> None:
    assert not signed_ok(key, sign(KEY, "inquiry", "abc", "1"), *parts)


@given(ANY_TEXT)
def test_a_made_up_signature_is_refused_and_breaks_nothing(signature: str) -> None:
    assert not signed_ok(KEY, signature, "inquiry", "abc")


def test_a_token_is_stored_as_its_sha256() -> None:
    assert token_hash("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@pytest.mark.parametrize("key", [None, "k", "k" * LONGEST_KEY])
def test_a_key_of_ours_is_taken(key: str | None) -> None:
    refuse_key(key)


@pytest.mark.parametrize("key", ["", "k" * (LONGEST_KEY + 1)])
def test_a_key_that_no_form_of_ours_makes_is_refused(key: str) -> None:
    with pytest.raises(Invalid) as refused:
        refuse_key(key)
    assert refused.value.code == "key_invalid"
