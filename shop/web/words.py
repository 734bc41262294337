"""Short words that pages of products and makers share: counts with units, durations, months, titles."""

from datetime import date, datetime, timedelta

from shop.catalogue.book import UnitFacts
from shop.lib.clock import to_wib
from shop.text.formats import date_long, number
from shop.text.language import SOURCE_LANGUAGE, current_language, gettext, ngettext

_LONGEST_TITLE = 60
_LONGEST_DESCRIPTION = 155
_MINUTES_AN_HOUR = 60
_HOURS_IN_WORDS = 48


def count_words(count: int, unit: UnitFacts) -> str:
    """50 pcs; in English 50 pieces."""
    if current_language() == SOURCE_LANGUAGE:
        return f"{number(count)} {unit.name_id}"
    return f"{number(count)} {unit.name_en if count == 1 else unit.plural_en}"


def least_words(least: str, multiple: int) -> str:
    """The smallest order, and of what a greater one is a multiple."""
    return gettext("%(least)s, kelipatan %(step)s", least=least, step=number(multiple)) if multiple > 1 else least


def month_name(day: date) -> str:
    """November."""
    return date_long(day).split()[1]


def duration_words(minutes: int) -> str:
    """How long somebody takes to answer, in the unit that people would say."""
    if minutes <= _MINUTES_AN_HOUR:
        return gettext("1 jam")
    hours = round(minutes / _MINUTES_AN_HOUR)
    if hours <= _HOURS_IN_WORDS:
        return ngettext("%(num)s jam", "%(num)s jam", hours)
    return ngettext("%(num)s hari", "%(num)s hari", round(timedelta(minutes=minutes) / timedelta(days=1)))


def deposit_words(percent: int) -> str:
    """A deposit as a value beside its name: 40 %, or that none is wanted."""
    return f"{percent} %" if percent else gettext("Tanpa uang muka")


def page_title(text: str, more: str, shop_name: str) -> str:
    """A title that shows whole in a list of results: the text, what more fits, and room for the shop's name."""
    room = _LONGEST_TITLE - len(f" · {shop_name}")
    whole = f"{text}, {more}"
    return whole if len(whole) <= room else shortened(text, room)


def description(text: str) -> str:
    """A description that shows whole under a result."""
    return shortened(" ".join(text.split()), _LONGEST_DESCRIPTION)


def shortened(text: str, room: int) -> str:
    """The text, or its first whole words and an ellipsis."""
    if len(text) <= room:
        return text
    return text[: room - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def foreign(language: str) -> str | None:
    """The language of a maker's words where it is not the page's own."""
    return None if language == current_language() else language


def day_of(moment: datetime) -> date:
    """The WIB day of a moment."""
    return to_wib(moment).date()
