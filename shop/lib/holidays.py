"""The days on which nobody has to answer: weekends aside, Indonesian public holidays and collective leave.

The dates of holidays.csv are those of the yearly joint decree of three ministers (SKB 3 Menteri), named in each row.
A decree that is changed during a year is followed by changing the file; it is read once a process.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal, cast

TABLE = Path(__file__).parent / "holidays.csv"

HolidayKind = Literal["national", "collective"]


@dataclass(frozen=True, slots=True)
class HolidayRow:
    """One day off; `collective` is cuti bersama, on which offices are closed too."""

    day: date
    name: str
    kind: HolidayKind
    source: str


def read_holidays() -> Iterator[HolidayRow]:
    """Every holiday that comes with the shop, by date."""
    with TABLE.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            yield HolidayRow(
                date.fromisoformat(row["date"]), row["name"], cast(HolidayKind, row["kind"]), row["source"]
            )


def holidays_between(start: date, end: date) -> set[date]:
    """The holidays from start to end, both days included; weekends are not looked at."""
    return {day for day in _days() if start <= day <= end}


@cache
def _days() -> frozenset[date]:
    return frozenset(row.day for row in read_holidays())
