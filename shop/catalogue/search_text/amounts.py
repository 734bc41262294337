"""Prices, quantities and units inside a query: di bawah 100rb, 50-100rb, 200 pcs, 3 kodi, 2 meter."""

import math
import re
from dataclasses import dataclass
from typing import Final

from shop.lib.errors import Invalid
from shop.lib.money import parse_rupiah
from shop.lib.quantities import UNIT_WORDS

_ONE: Final = {
    "selusin": "1 lusin",
    "sekodi": "1 kodi",
    "segross": "1 gross",
    "selembar": "1 lembar",
    "sebuah": "1 buah",
}
_MOST: Final = 1_000_000
_LEAST_PRICE: Final = 500

_MONEY: Final = r"(?:rp\.?\s?)?[0-9][0-9.,]*(?:\s?(?:rb|rbu|ribu|k|jt|juta)(?:an)?\b)?(?:[.,]-+)?"
_SURE: Final = re.compile(r"rp|[0-9]\s?(?:rb|rbu|ribu|k|jt|juta)")
_BELOW: Final = (
    r"(?:di\s?bawah|bawah|maks(?:imal|imum)?|max(?:imal)?|under|below|kurang dari|tidak lebih dari|<=?|budget|anggaran)"
)
_ABOVE: Final = r"(?:di\s?atas|atas|min(?:imal|imum)?|mulai(?: dari)?|lebih dari|over|above|>=?)"
_BETWEEN: Final = re.compile(
    rf"(?<![\w.,])(?:antara\s|harga\s)?\s*(?P<low>{_MONEY})\s?(?:-|sampai|hingga|s/d|sd|to|dan)\s?(?P<high>{_MONEY})(?!\w)"
)
_LIMIT: Final = re.compile(
    rf"(?<!\w)(?:(?P<below>{_BELOW})|(?P<above>{_ABOVE}))\s?(?:harga\s)?(?P<money>{_MONEY})(?!\w)"
)
_PLAIN: Final = re.compile(rf"(?<![\w.,])(?P<money>{_MONEY})(?!\w)")
_UNITS: Final = "|".join(sorted(UNIT_WORDS, key=len, reverse=True))
_QUANTITY: Final = re.compile(
    rf"(?<![\w.,])(?P<number>[0-9]{{1,3}}(?:\.[0-9]{{3}})+|[0-9]+(?:[.,][0-9]{{1,2}})?)\s?(?P<unit>{_UNITS})(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Amounts:
    """What was read: rupiah, a quantity counted in a base unit (and as it was said), and the text without them."""

    rest: str
    price_min: int | None = None
    price_max: int | None = None
    quantity: int | None = None
    unit: str | None = None
    said: str | None = None


def read_amounts(text: str) -> Amounts:
    """Read plain text. A price alone is the most that somebody wants to pay."""
    for word, said in _ONE.items():
        text = re.sub(rf"\b{word}\b", said, text)
    rest, price_min, price_max = _prices(text)
    found = _QUANTITY.search(rest)
    if found is None:
        return Amounts(rest, price_min, price_max)
    quantity, unit = _quantity(found["number"], found["unit"])
    if not 0 < quantity <= _MOST:
        return Amounts(rest, price_min, price_max)
    return Amounts(_without(rest, found), price_min, price_max, quantity, unit, f"{found['number']} {found['unit']}")


def _prices(text: str) -> tuple[str, int | None, int | None]:
    between = _BETWEEN.search(text)
    if between is not None and _SURE.search(between["high"]):
        high = _rupiah(between["high"])
        low = _rupiah(between["low"] + (_times(between["high"]) if not _SURE.search(between["low"]) else ""))
        if low is not None and high is not None and low <= high:
            return _without(text, between), low, high
    price_min, price_max = None, None
    for limit in _LIMIT.finditer(text):
        amount = _rupiah(limit["money"])
        if amount is not None and amount >= _LEAST_PRICE:
            price_min, price_max = (price_min, amount) if limit["below"] else (amount, price_max)
            text = text.replace(limit[0], " ", 1)
    if price_min is None and price_max is None:
        return _plain_price(text)
    return text, price_min, price_max


def _plain_price(text: str) -> tuple[str, int | None, int | None]:
    for found in _PLAIN.finditer(text):
        amount = _rupiah(found["money"]) if _SURE.search(found["money"]) else None
        if amount is not None and amount >= _LEAST_PRICE:
            return _without(text, found), None, amount
    return text, None, None


def _times(money: str) -> str:
    found = re.search(r"(rb|rbu|ribu|k|jt|juta)", money)
    return found[1] if found else ""


def _rupiah(money: str) -> int | None:
    try:
        return parse_rupiah(re.sub(r"an$", "", money.rstrip()).replace("rbu", "rb").rstrip(".,"))
    except Invalid:
        return None


def _quantity(number: str, unit: str) -> tuple[int, str]:
    base, factor = UNIT_WORDS[unit]
    grouped = re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3})+", number)
    value = float(number.replace(".", "") if grouped else number.replace(",", "."))
    return math.ceil(value * factor), base


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"
