"""Finds numbers that may be a person's NIK or a family card's number; the shop stores neither.

Both are sixteen digits: province, regency and district of two each, the day, month and year of birth (or of the
card), and four more. People write them together or in groups; so they also write prices, phones, sizes and dates.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from shop.lib.errors import Invalid
from shop.lib.typed import without_unseen

_DIGITS = 16
_RUN = re.compile(r"\d+(?:[\W_]{1,3}\d+)*")
_SPACES = re.compile(r"[^\S\n]+")
_WITHIN_NUMBERS = frozenset(" .-/_")  # a comma or a new line stands between numbers
_TOGETHER = 4
_PROVINCES = frozenset({*range(11, 20), 21, *range(31, 37), 51, 52, 53, *range(61, 66), *range(71, 77)}) | frozenset(
    {81, 82, *range(91, 98)}
)
_MOST_REGENCIES = 79
_MONTHS = 12
_DAYS = {*range(1, 32), *range(41, 72)}  # of birth, 40 more for a woman; of a family card, the day it was made


@dataclass(frozen=True)
class _Written:
    """Sixteen digits as they stand in a text: their groups, what is between, what was before, whether they are all."""

    groups: tuple[str, ...]
    between: frozenset[str]
    before: str | None
    alone: bool


def has_nik(text: str) -> bool:
    """Whether a text holds such a number: together, or in groups as people write one."""
    runs = _RUN.finditer(without_unseen(text))
    return any(_is_nik(written) for run in runs for written in _sixteens(run.group()))


def _sixteens(run: str) -> Iterator[_Written]:
    """Every sixteen digits of a run that begin and end with a group."""
    pieces = re.findall(r"\d+|[^\d]+", run)
    groups, seps = pieces[::2], [_SPACES.sub(" ", one) for one in pieces[1::2]]
    for first in range(len(groups)):
        ends = list(accumulate(len(one) for one in groups[first : first + _DIGITS]))
        if _DIGITS not in ends:
            continue
        last = first + ends.index(_DIGITS)
        yield _Written(
            groups=tuple(groups[first : last + 1]),
            between=frozenset(seps[first:last]),
            before=seps[first - 1] if first else None,
            alone=len(groups) == last + 1 - first,
        )


def _is_nik(written: _Written) -> bool:
    if len(written.groups) == 1:
        return True
    digits, close = "".join(written.groups), written.between <= _WITHIN_NUMBERS and len(written.between) == 1
    small = max(map(len, written.groups)) < _TOGETHER
    if not _in_pairs(written.groups) or not _names_a_place(digits) or (small and not close):
        return False
    if not written.alone and (len(written.between) > 1 or written.before in written.between):
        return False  # one list of many numbers, such as phones
    in_one_way = len(written.between) == 1 or not "".join(written.between).strip()
    return (in_one_way and _names_a_day(digits)) or (written.alone and close and not small)


def _in_pairs(groups: tuple[str, ...]) -> bool:
    """Whether groups end where pairs of digits end, or are single digits; thousands of a price do not."""
    return all(end % 2 == 0 for end in accumulate(map(len, groups))) or set(map(len, groups)) == {1}


def _names_a_place(digits: str) -> bool:
    regency, district = int(digits[2:4]), int(digits[4:6])
    return int(digits[:2]) in _PROVINCES and 0 < regency <= _MOST_REGENCIES and district > 0


def _names_a_day(digits: str) -> bool:
    return int(digits[6:8]) in _DAYS and 1 <= int(digits[8:10]) <= _MONTHS and int(digits[12:]) > 0


def refuse_nik(texts: Mapping[str, object]) -> None:
    """Raise Invalid nik_not_stored for the first field whose text holds such a number."""
    for field, text in texts.items():
        if isinstance(text, str) and has_nik(text):
            raise Invalid("nik_not_stored", field)
