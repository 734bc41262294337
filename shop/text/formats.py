"""Sums, numbers, dates and lists as the current language writes them; fast, as a page uses them a hundred times."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import cache
from typing import Literal

from babel import Locale
from babel.dates import get_month_names
from babel.lists import format_list

from shop.lib.clock import now, to_wib, today_wib
from shop.lib.money import format_rupiah
from shop.text.language import SOURCE_LANGUAGE, current_language, gettext, ngettext

# English as the region writes it: the day before the month.
_LOCALES = {"id": Locale("id"), "en": Locale("en", "GB")}
_DAYS_A_WEEK = 7
_DAYS_A_MONTH = 30
_DAYS_A_YEAR = 365
_SWAP_MARKS = str.maketrans(",.", ".,")

rupiah = format_rupiah


@cache
def _months(width: Literal["wide", "abbreviated"], language: str) -> tuple[str, ...]:
    # British English alone writes Sept, so short names are the common English ones.
    names = get_month_names(width, locale=_LOCALES[language].language)
    return tuple(names[month] for month in range(1, 13))


def number(value: int) -> str:
    """A whole number with its thousands marked: 12.000, in English 12,000."""
    return _marked(f"{value:,}")


def percent(share: float, digits: int = 0) -> str:
    """A share of one in percent: 0.125 with one digit is 12,5%, in English 12.5%."""
    return _marked(f"{share * 100:,.{digits}f}%")


def decimal(value: float, digits: int = 2) -> str:
    """A number with so many digits behind the comma: 0,82, in English 0.82."""
    return _marked(f"{value:,.{digits}f}")


def _marked(english: str) -> str:
    return english.translate(_SWAP_MARKS) if current_language() == SOURCE_LANGUAGE else english


def _day(value: date) -> date:
    """The WIB day of a moment; a plain day is itself."""
    return to_wib(value).date() if isinstance(value, datetime) else value


def date_long(value: date) -> str:
    """21 November 2026; a moment is taken in WIB."""
    day = _day(value)
    return f"{day.day} {_months('wide', current_language())[day.month - 1]} {day.year}"


def date_short(value: date) -> str:
    """21 Nov 2026; a moment is taken in WIB."""
    day = _day(value)
    return f"{day.day} {_months('abbreviated', current_language())[day.month - 1]} {day.year}"


def datetime_wib(moment: datetime) -> str:
    """21 November 2026, 14.05 WIB; in English with a colon."""
    return f"{date_long(to_wib(moment))}, {time_wib(moment)}"


def time_wib(moment: datetime) -> str:
    """14.05 WIB; in English with a colon."""
    local = to_wib(moment)
    mark = "." if current_language() == SOURCE_LANGUAGE else ":"
    return f"{local.hour:02}{mark}{local.minute:02} WIB"


def ago(moment: datetime) -> str:
    """How long since a moment, in its largest whole unit: 3 jam lalu."""
    passed = now() - moment
    if passed < timedelta(minutes=1):
        return gettext("baru saja")
    if passed < timedelta(hours=1):
        return ngettext("%(num)s menit lalu", "%(num)s menit lalu", passed // timedelta(minutes=1))
    if passed < timedelta(days=1):
        return ngettext("%(num)s jam lalu", "%(num)s jam lalu", passed // timedelta(hours=1))
    return _days_ago(passed.days)


def _days_ago(days: int) -> str:
    if days < _DAYS_A_MONTH:
        return ngettext("%(num)s hari lalu", "%(num)s hari lalu", days)
    if days < _DAYS_A_YEAR:
        return ngettext("%(num)s bulan lalu", "%(num)s bulan lalu", min(days // _DAYS_A_MONTH, 11))
    return ngettext("%(num)s tahun lalu", "%(num)s tahun lalu", days // _DAYS_A_YEAR)


def week_words(monday: date) -> str:
    """A week from this one on: this week, the coming one, or the one of a day."""
    days = (monday - today_wib()).days
    if days <= 0:
        return gettext("Pekan ini")
    return gettext("Pekan depan") if days <= _DAYS_A_WEEK else gettext("Pekan %(day)s", day=date_short(monday))


def join_words(words: Iterable[object]) -> str:
    """Words in a sentence: a, b, dan c; in English a, b and c."""
    return format_list([str(word) for word in words], locale=_LOCALES[current_language()])
