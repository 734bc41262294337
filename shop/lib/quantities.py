"""Quantities and days as people type them into a form."""

import re
from datetime import date, timedelta

from shop.lib.errors import Invalid

MOST_PIECES = 1_000_000
LONGEST_TEXT = 40

_COUNTED = {
    "pcs pc pce buah bh biji potong ptg lembar lbr helai stel setel set pasang psg unit bungkus bks pouch toples "
    "botol btl sachet saset piece pieces box kotak porsi pack pak": ("piece", 1),
    "lusin lsn dozen": ("piece", 12),
    "kodi": ("piece", 20),
    "gross": ("piece", 144),
    "rim": ("piece", 500),
    "meter mtr m": ("m", 1),
    "m2 m²": ("m2", 1),
    "kg kilo kilogram": ("g", 1000),
    "ons": ("g", 100),
    "gram gr g": ("g", 1),
    "liter ltr": ("ml", 1000),
    "ml": ("ml", 1),
    "orang org peserta": ("person", 1),
    "jam": ("hour", 1),
    "titik": ("spot", 1),
    "paket": ("package", 1),
}
UNIT_WORDS = {word: counted for words, counted in _COUNTED.items() for word in words.split()}
"""Words of units: what they are counted in, and how many of that."""

_AMOUNT = re.compile(r"([0-9][0-9.,]*(?: [0-9]{3})*) ?([a-z²][a-z0-9²]*)\.?")
_NUMBER = re.compile(r"-?(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+|[0-9]+)")
_YEAR = "((?:19|20|21)[0-9]{2})"
_ISO = re.compile(rf"{_YEAR}-([0-9]{{1,2}})-([0-9]{{1,2}})")
_LOCAL = re.compile(rf"([0-9]{{1,2}})(?P<mark>[-/.])([0-9]{{1,2}})(?P=mark){_YEAR}")
_NAMED = re.compile(rf"([0-9]{{1,2}}) ([a-z]{{3,}})\.? {_YEAR}")
_COMING_LOCAL = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{2}))?")
_COMING_NAMED = re.compile(r"([0-9]{1,2})[ -]?([a-z]{3,})\.?(?: ([0-9]{2}))?")
_AHEAD = re.compile(r"(?:(?:dalam|within|in) )?([0-9]{1,3}) (hari|days?|minggu|pekan|weeks?)(?: lagi)?")
_LENGTHS = {
    word: days
    for words, days in {"hari hr day days": 1, "minggu mgg pekan week weeks": 7, "bulan bln month months": 30}.items()
    for word in words.split()
}
_LENGTH = re.compile(rf"([0-9]{{1,6}}) ?({'|'.join(_LENGTHS)})")
_NEAR = {"hari ini": 0, "today": 0, "besok": 1, "tomorrow": 1, "lusa": 2}
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


def parse_amount(text: str, base: str | None = None, factor: int = 1) -> int:
    """As parse_quantity, and with a word of a unit: 40 pcs; asked for by the piece, 3 kodi are 60, selusin is 12.

    `base` and `factor` are those of the unit that was asked for; without, any unit is taken and counted in its base.
    A unit of another base, or one that does not come out even, is refused as quantity_not_number.
    """
    typed = " ".join(text.lower().split())
    one = typed.removeprefix("se")
    found = _AMOUNT.fullmatch(f"1 {one}" if one != typed and one in UNIT_WORDS else typed)
    if found is None:
        return parse_quantity(text)
    counted, each = UNIT_WORDS.get(found[2], (None, 1))
    whole, rest = divmod(parse_quantity(found[1]) * each, factor)
    if counted is None or counted != (base or counted) or rest:
        raise Invalid("quantity_not_number")
    return parse_quantity(str(whole))


def nearest_multiples(quantity: int, multiple: int, least: int) -> list[int]:
    """The multiples just below and just above a quantity, those that are no less than the least."""
    below = quantity // multiple * multiple
    return [one for one in (below, below + multiple) if one >= max(least, 1)]


def parse_days(text: str) -> int:
    """A length of time in days: 14, 14 hari, 2 minggu, sebulan (which is 30). Raises Invalid as parse_quantity."""
    typed = " ".join(text.lower().split())
    found = _LENGTH.fullmatch(f"1 {typed[2:]}" if typed.startswith("se") else typed)
    if found is None:
        return parse_quantity(text)
    return parse_quantity(str(parse_quantity(found[1]) * _LENGTHS[found[2]]))


def parse_coming_day(text: str, today: date) -> date:
    """As parse_day, for a day ahead: 20 Des and 20/12 are the next such day; 20/12/26, besok, lusa, 10 hari lagi.

    What people mean differently (minggu depan, akhir bulan) is refused. Raises Invalid date_unreadable.
    """
    typed = " ".join(text.lower().split())
    try:
        return _coming(typed, today) or parse_day(typed)
    except (ValueError, OverflowError) as error:
        raise Invalid("date_unreadable") from error


def _coming(typed: str, today: date) -> date | None:
    if typed in _NEAR:
        return today + timedelta(days=_NEAR[typed])
    if ahead := _AHEAD.fullmatch(typed):
        return today + timedelta(days=int(ahead[1]) * (1 if ahead[2][0] in "hd" else 7))
    local, named = _COMING_LOCAL.fullmatch(typed), _COMING_NAMED.fullmatch(typed)
    if local is None and named is None:
        return None
    day, month, year = local.groups() if local else named.groups() if named else ("", "", "")
    place = int(month) if month.isdigit() else _month(month)
    if year:
        return date(2000 + int(year), place, int(day))
    this = date(today.year, place, int(day))
    return this if this >= today else date(today.year + 1, place, int(day))


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
