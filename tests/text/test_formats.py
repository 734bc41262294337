"""Sums, dates and lists in both languages."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from shop.text.formats import ago, date_long, date_short, datetime_wib, join_words, number, percent, rupiah
from shop.text.language import using

NOW = datetime(2026, 11, 21, 7, 5, tzinfo=UTC)


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_price_looks_the_same_in_every_language(language: str) -> None:
    with using(language):
        assert rupiah(39_000) == "Rp39.000"


def test_numbers_and_shares_have_the_marks_of_the_language() -> None:
    assert (number(12_000), number(999), percent(0.125, 1), percent(0.5)) == ("12.000", "999", "12,5%", "50%")
    with using("en"):
        assert (number(12_000), percent(0.125, 1), percent(12.5)) == ("12,000", "12.5%", "1,250%")


@pytest.mark.parametrize(
    ("language", "long", "short"), [("id", "5 Agustus 2026", "5 Agu 2026"), ("en", "5 August 2026", "5 Aug 2026")]
)
def test_a_day_is_written_with_the_name_of_its_month(language: str, long: str, short: str) -> None:
    with using(language):
        assert date_long(date(2026, 8, 5)) == long
        assert date_short(date(2026, 8, 5)) == short


def test_a_moment_is_the_day_it_is_in_jakarta() -> None:
    evening = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)
    assert date_long(evening) == "21 November 2026"
    assert date_short(evening) == "21 Nov 2026"


def test_a_moment_is_written_in_wib() -> None:
    assert datetime_wib(NOW) == "21 November 2026, 14.05 WIB"
    with using("en"):
        assert datetime_wib(NOW) == "21 November 2026, 14:05 WIB"


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (timedelta(minutes=-5), "baru saja"),
        (timedelta(seconds=59), "baru saja"),
        (timedelta(minutes=1), "1 menit lalu"),
        (timedelta(minutes=59), "59 menit lalu"),
        (timedelta(hours=3), "3 jam lalu"),
        (timedelta(hours=23), "23 jam lalu"),
        (timedelta(days=1), "1 hari lalu"),
        (timedelta(days=29), "29 hari lalu"),
        (timedelta(days=30), "1 bulan lalu"),
        (timedelta(days=364), "11 bulan lalu"),
        (timedelta(days=365), "1 tahun lalu"),
        (timedelta(days=800), "2 tahun lalu"),
    ],
)
@time_machine.travel(NOW, tick=False)
def test_how_long_ago_is_said_in_the_largest_whole_unit(passed: timedelta, words: str) -> None:
    assert ago(NOW - passed) == words


def test_words_are_joined_as_the_language_does() -> None:
    assert [join_words(words) for words in ([], ["a"], ["a", "b"], "abc")] == ["", "a", "a dan b", "a, b, dan c"]
    with using("en"):
        assert [join_words(words) for words in (["a", "b"], "abc")] == ["a and b", "a, b and c"]
