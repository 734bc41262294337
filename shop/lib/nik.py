"""Finds numbers that may be a person's NIK or a family card's number; the shop stores neither."""

import re
from collections.abc import Mapping

from shop.lib.errors import Invalid

_SIXTEEN = re.compile(r"(?<!\d)(?:\d[ .\-/]?){15}\d(?!\d)")
_TOGETHER = 4
_DAYS = {*range(1, 32), *range(41, 72)}  # of birth, 40 more for a woman; of a family card, the day it was made


def has_nik(text: str) -> bool:
    """Whether sixteen digits stand together, also with spaces, dots or dashes between them.

    Short numbers in a row, as quantities by size, are one only where they read like one.
    """
    return any(_is_nik(found.group()) for found in _SIXTEEN.finditer(text))


def _is_nik(written: str) -> bool:
    groups = re.findall(r"\d+", written)
    digits = "".join(groups)
    province, day, month = int(digits[:2]), int(digits[6:8]), int(digits[8:10])
    reads_like_one = 11 <= province <= 97 and day in _DAYS and 1 <= month <= 12
    return reads_like_one or max(map(len, groups)) >= _TOGETHER


def refuse_nik(texts: Mapping[str, object]) -> None:
    """Raise Invalid nik_not_stored for the first field whose text holds such a number."""
    for field, text in texts.items():
        if isinstance(text, str) and has_nik(text):
            raise Invalid("nik_not_stored", field)
