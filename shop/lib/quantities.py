"""Quantities and days as people type them into a form."""

import re
from datetime import date

from shop.lib.errors import Invalid

MOST_PIECES = 1_000_000
LONGEST_TEXT = 40

_NUMBER = re.compile(r"-?(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+|[0-9]+)")
_YEAR = "((?:19|20|21)[0-9]{2})"
_ISO = re.compile(rf"{_YEAR}-([0-9]{{1,2}})-([0-9]{{1,2}})")
_LOCAL = re.compile(rf"([0-9]{{1,2}})(?P<mark>[-/.])([0-9]{{1,2}})(?P=mark){_YEAR}")
_NAMED = re.compile(rf"([0-9]{{1,2}}) ([a-z]{{3,}})\.? {_YEAR}")
_MONTHS = (
    "januari january",
    "februari february",
    "maret march",
    "april",
    "mei may",
    "juni june",
    "juli july",
    "agustus august agt ags",
    "september",
    "oktober october",
    "november",
    "desember december",
)


def parse_quantity(text: str) -> int:
    """A whole number from 1 to 1,000,000; 1.200 is twelve hundred.

    Words of units are refused, since only the form knows which unit it asked for. Raises Invalid:
    quantity_missing, quantity_not_number, quantity_zero (also below), quantity_huge.
    """
    typed = " ".join(text.split())
    if not typed:
        raise Invalid("quantity_missing")
    if not _NUMBER.fullmatch(typed):
        raise Invalid("quantity_not_number")
    if len(typed) > LONGEST_TEXT:
        raise Invalid("quantity_huge", most=MOST_PIECES)
    quantity = int(re.sub("[., ]", "", typed))
    if quantity < 1:
        raise Invalid("quantity_zero")
    if quantity > MOST_PIECES:
        raise Invalid("quantity_huge", most=MOST_PIECES)
    return quantity


def parse_day(text: str) -> date:
    """A date written 2026-12-20, 20/12/2026, 20-12-2026, 20 Desember 2026 or 20 Des 2026, in years 1900 to 2199.

    Raises Invalid date_unreadable.
    """
    typed = " ".join(text.lower().split())
    try:
        return date(*_year_month_day(typed))
    except ValueError as error:
        raise Invalid("date_unreadable") from error


def _year_month_day(typed: str) -> tuple[int, int, int]:
    if found := _ISO.fullmatch(typed):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _LOCAL.fullmatch(typed):
        return int(found[4]), int(found[3]), int(found[1])
    if found := _NAMED.fullmatch(typed):
        return int(found[3]), _month(found[2]), int(found[1])
    raise ValueError("not a date")


def _month(word: str) -> int:
    for number, names in enumerate(_MONTHS, start=1):
        if any(name.startswith(word) for name in names.split()):
            return number
    raise ValueError("not a month")
