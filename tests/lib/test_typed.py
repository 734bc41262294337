"""Text as people type or paste it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.lib.typed import clean, one_line, without_unseen


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (None, ""),
        ("  Jahit \n", "Jahit"),
        ("satu\r\ndua\rtiga\tempat", "satu\ndua\ntiga\tempat"),
        ("satu\u2028dua\u2029tiga", "satu\ndua\ntiga"),
        ("Dari\x1fdepan\x1e\x00\x7f\x85", "Daridepan"),
        ("\x01\x1b", ""),
        ("Ukir Jepara: é, ñ, 👍🏽", "Ukir Jepara: é, ñ, 👍🏽"),
        ("S\u200bN\u2060I\ufeff \u00adresmi", "SNI resmi"),
        ("Rompi\u202egnupmalep\u2069", "Rompignupmalep"),
        ("\u200b\u2060\u3164\u115f\u2800\uffa0", ""),
        ("S\u200dN\u200cI", "SNI"),
        ("a\ufe0fb\ufe00", "ab"),
        ("Batik\U000e0041\U000e007f", "Batik"),
    ],
)
def test_text_is_cleaned_of_what_nobody_sees(text: str | None, kept: str) -> None:
    assert clean(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "👩‍🍳 masak",
        "❤️‍🔥 ❤️",
        "👩🏽‍🦽‍➡️",
        "🙂‍↕️",
        "☎️ 1️⃣ #️⃣",
        "‼️ ©️ ™",
        "🏳️‍🌈",
        "می‌خواهم",
        "کتاب\u200dـ",
        "ꦧꦠꦶꦏ꧀\u200cꦠꦸꦭꦶꦱ꧀",
        "باتيق توليس",
        "क्‍ष",
        "Ünal-Şahin, 25 m², ½ kg, 10 °C",
    ],
)
def test_emoji_and_the_scripts_of_the_world_stay_as_they_are(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("❤\u200b\ufe0f\u200b\u200d\u200d🔥", "❤\ufe0f\u200d🔥"),
        ("👍\u200d", "👍"),
        ("\u200d👍", "👍"),
        ("👍\u200dbagus", "👍bagus"),
        ("می\u200c\u200c\u202eخ", "می\u200cخ"),
    ],
)
def test_between_emoji_and_joining_letters_only_one_joiner_stays(text: str, kept: str) -> None:
    assert clean(text) == kept


@given(st.text())
def test_cleaning_again_changes_nothing_and_what_is_left_can_be_seen(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert not once or any(not letter.isspace() and unicodedata.category(letter) != "Cc" for letter in once)


@given(st.text())
def test_for_comparing_nothing_unseen_is_left(text: str) -> None:
    assert without_unseen(without_unseen(text)) == without_unseen(text)
    assert not {"\u200b", "\u200c", "\u200d", "\u202e", "\ufe0f", "\x00"} & set(without_unseen(text))


def test_one_line_has_one_space_between_words() -> None:
    assert one_line(" Rompi\n\n pelampung\u00a0 \u200b dewasa ") == "Rompi pelampung dewasa"
