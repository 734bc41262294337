"""Whole rupiah, as people type them and as the shop prints them."""

import re
from decimal import Decimal

from shop.lib.errors import Invalid

MOST_RUPIAH = 10**12
LONGEST_TEXT = 40

_TIMES = {
    "rb": 1_000,
    "ribu": 1_000,
    "k": 1_000,
    "jt": 1_000_000,
    "juta": 1_000_000,
    "miliar": 1_000_000_000,
    "milyar": 1_000_000_000,
}
_AMOUNT = re.compile(
    r"(?:rp|idr)?\.?\s*(?P<minus>[-\u2212])?\s*(?P<digits>[0-9][0-9.,]*?)(?:[.,]-+)?\s*(?P<times>[a-z]*)"
)
# 1.500.000 with ,00 behind; 1,500,000 with .00 behind; 1500000 with either; no sen, so nothing but zeros may follow.
_WHOLE = re.compile(r"([0-9]{1,3}(?:\.[0-9]{3})+(?=$|,)|[0-9]{1,3}(?:,[0-9]{3})+(?=$|\.)|[0-9]+)(?:[.,]0{1,2})?")
_GROUPED = re.compile(r"([0-9]{1,3}(?:\.[0-9]{3})+)")
_DECIMAL = re.compile(r"[0-9]+(?:[.,][0-9]+)?")


def parse_rupiah(text: str) -> int:
    """Whole rupiah from 39rb, 39 ribu, 39k, 1,5jt, 1.5 juta, Rp 100.000,- or 1.500 (which is 1500).

    Raises Invalid: money_missing, money_not_number, money_negative, money_huge (over 10**12).
    """
    typed = text.strip().lower()
    if not typed:
        raise Invalid("money_missing")
    negative = typed.startswith(("-", "\u2212"))
    typed = typed.lstrip("-\u2212").removesuffix("rupiah").strip()
    found = _AMOUNT.fullmatch(typed) if len(typed) <= LONGEST_TEXT else None
    if found is None:
        raise Invalid("money_not_number")
    amount = _amount(found["digits"], found["times"])
    if negative or found["minus"]:
        raise Invalid("money_negative")
    if amount > MOST_RUPIAH:
        raise Invalid("money_huge", most=MOST_RUPIAH)
    return amount


def _amount(digits: str, times: str) -> int:
    if not times:
        whole = _WHOLE.fullmatch(digits)
        if whole is None:
            raise Invalid("money_not_number")
        return int(re.sub("[.,]", "", whole[1]))
    if times not in _TIMES:
        raise Invalid("money_not_number")
    if _GROUPED.fullmatch(digits):
        return int(digits.replace(".", "")) * _TIMES[times]
    if not _DECIMAL.fullmatch(digits):
        raise Invalid("money_not_number")
    amount = Decimal(digits.replace(",", ".")) * _TIMES[times]
    if amount != amount.to_integral_value():
        raise Invalid("money_not_number")
    return int(amount)


def format_rupiah(amount: int) -> str:
    """Rp39.000: no space, dots between thousands, no sen, in every language."""
    dotted = f"{abs(amount):,}".replace(",", ".")
    return f"-Rp{dotted}" if amount < 0 else f"Rp{dotted}"
