"""How long things are kept before they are thrown away, each from a date on: retention.csv is what the shop promises.

A length that changes is a new row with its first day, so that the old promise stays readable.
"""

import csv
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path

from shop.lib.clock import today_wib

TABLE = Path(__file__).parent / "retention.csv"


class Kept(StrEnum):
    """What is kept for a time only."""

    DRAFTS = "drafts"  # requests that were never sent
    LOGS = "logs"  # finished messages of the outbox; operations.md says the same of the server's own logs
    CONTACTS = "contacts"  # who asked, after the inquiry was closed
    NOTICES = "notices"  # word that was left for readers, with the names in it


def kept_for(what: Kept, day: date | None = None) -> timedelta:
    """The length that is in force on a day (None: today); the first one for days before all."""
    day, rows = day or today_wib(), _rows()[what]
    return next((length for since, length in reversed(rows) if since <= day), rows[0][1])


@cache
def _rows() -> dict[Kept, list[tuple[date, timedelta]]]:
    found: dict[Kept, list[tuple[date, timedelta]]] = {}
    with TABLE.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            length = timedelta(days=int(row["days"]))
            found.setdefault(Kept(row["what"]), []).append((date.fromisoformat(row["from"]), length))
    return {what: sorted(rows) for what, rows in found.items()}
