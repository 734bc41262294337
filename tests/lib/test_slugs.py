"""Words for addresses."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.lib.slugs import LONGEST, free_slug, slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Batik Tulis Parang", "batik-tulis-parang"),
        ("Ma'rifah", "marifah"),
        ("Ma’rifah", "marifah"),
        ("Maʿrifah", "marifah"),
        ("Kopi 200 g – Café", "kopi-200-g-cafe"),
        ("Tahu & Tempe &amp; Susu", "tahu-tempe-amp-susu"),
        ("🎉", "batik-tulis"),
        ("", "batik-tulis"),
        ("x" * 200, "x" * LONGEST),
    ],
)
def test_a_name_becomes_plain_words_or_the_fallback(text: str, slug: str) -> None:
    assert slugify(text, "batik_tulis") == slug


def test_a_long_name_ends_with_a_whole_word() -> None:
    assert slugify("seragam sekolah " * 10, "x") == "-".join(["seragam", "sekolah"] * 5)


@given(st.text(st.characters()))
def test_any_text_makes_a_slug(text: str) -> None:
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", slugify(text, "batik_tulis"))
    assert len(slugify(text, "batik_tulis")) <= LONGEST


def test_a_taken_slug_is_counted_on() -> None:
    assert free_slug("batik", set().__contains__) == "batik"
    assert free_slug("batik", {"batik"}.__contains__) == "batik-2"
    assert free_slug("batik", {"batik", "batik-2", "batik-3"}.__contains__) == "batik-4"


def test_a_counted_slug_stays_short_and_clean() -> None:
    base = "x" * 77 + "-yy"
    assert free_slug(base, {base}.__contains__) == "x" * 77 + "-2"
    assert free_slug("y" * 90, {"y" * 80}.__contains__) == "y" * 78 + "-2"
