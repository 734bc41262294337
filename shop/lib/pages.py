"""Pages of a long list by keyset: the cursor says after which row the next page begins."""

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

T = TypeVar("T")

LONGEST_CURSOR = 500
LARGEST_NUMBER = 2**63 - 1


@dataclass(frozen=True)
class Page(Generic[T]):
    """Some rows, and the cursor of the page behind them, if there is one."""

    items: Sequence[T]
    next_cursor: str | None = None


def encode_cursor(values: Sequence[int | str]) -> str:
    """The sort values of the last row shown, as one url-safe word."""
    data = json.dumps(list(values), separators=(",", ":"), ensure_ascii=False).encode()
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def decode_cursor(text: str | None, *kinds: type[int] | type[str]) -> list[int | str] | None:
    """The values of a cursor, or None where it is absent or garbage.

    With kinds, as in decode_cursor(text, str, int), one of another shape is garbage too.
    """
    if not text or len(text) > LONGEST_CURSOR:
        return None
    try:
        values = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (ValueError, RecursionError):
        return None
    if not isinstance(values, list) or not values or not all(_bearable(value) for value in values):
        return None
    if kinds and [type(value) for value in values] != list(kinds):
        return None
    return values


def _bearable(value: object) -> bool:
    """Whether a database takes the value: 64 bits, no NUL, no half of a surrogate pair."""
    if isinstance(value, str):
        return not any(letter == "\0" or "\ud800" <= letter <= "\udfff" for letter in value)
    return type(value) is int and -LARGEST_NUMBER <= value <= LARGEST_NUMBER


def moment_of(value: object) -> datetime | None:
    """The moment with its zone that a cursor carries as ISO 8601, or None for anything else."""
    try:
        found = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return found if found.tzinfo else None
