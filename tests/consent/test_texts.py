"""The words that people agree to."""

from datetime import date

import pytest

from shop.consent.texts import ConsentText, consent_text, version_on

PURPOSES = ("profile", "name", "photo", "story", "place", "contact", "programme_line", "disability", "partners")
EVERY_TEXT = [(purpose, lang) for purpose in PURPOSES for lang in ("id", "en")]


@pytest.mark.parametrize(("purpose", "lang"), EVERY_TEXT)
def test_every_purpose_is_worded_in_both_languages(purpose: str, lang: str) -> None:
    text = consent_text(purpose, lang)
    assert isinstance(text, ConsentText)
    assert text.version == "2025-01-01"
    assert text.title
    assert "\n" not in text.body


@pytest.mark.parametrize(("purpose", "lang"), EVERY_TEXT)
def test_every_text_says_how_to_withdraw_and_what_cannot_be_recalled(purpose: str, lang: str) -> None:
    body = consent_text(purpose, lang).body
    withdraw, hours, recalled = {
        "id": ("boleh Anda cabut kapan saja", "3 × 24 jam", "tidak dapat kami tarik kembali"),
        "en": ("withdraw this consent at any time", "3 × 24 hours", "cannot recall"),
    }[lang]
    assert withdraw in body
    assert hours in body
    assert recalled in body


def test_what_was_given_earlier_names_the_words_of_its_day() -> None:
    days = {date(2022, 5, 1): "2023-01-01", date(2024, 12, 31): "2023-01-01", date(2025, 1, 1): "2025-01-01"}
    assert {day: version_on("story", day) for day in days} == days
    assert consent_text("story", "id", "2023-01-01").body != consent_text("story", "id").body


def test_a_named_version_is_given_back_as_it_was() -> None:
    assert consent_text("photo", "en", "2025-01-01") == consent_text("photo", "en")


@pytest.mark.parametrize(
    ("purpose", "lang", "version"),
    [("salary", "id", None), ("profile", "jv", None), ("profile", "id", "1999-01-01")],
)
def test_words_that_were_never_written_are_a_key_error(purpose: str, lang: str, version: str | None) -> None:
    with pytest.raises(KeyError):
        consent_text(purpose, lang, version)


@pytest.mark.parametrize(("purpose", "lang"), EVERY_TEXT)
def test_what_is_allowed_stands_before_the_ending_that_all_texts_share(purpose: str, lang: str) -> None:
    text = consent_text(purpose, lang)
    opening, ending = text.parts
    assert opening.endswith(".")
    assert len(opening) > 40
    assert ending.startswith(("Izin ini boleh Anda cabut", "You may withdraw"))
    assert f"{opening} {ending}" == text.body
