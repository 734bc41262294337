"""Rows that belong to another row, packed by the database into one text: a list reads everything in one SELECT.

Columns are parted by the unit separator, rows by the record separator: control characters that no form lets in.
"""

from functools import reduce
from typing import Any

from sqlalchemy import ColumnElement, Text, cast, func, literal_column

_COLUMN = "\x1f"
_ROW = "\x1e"


def packed(*columns: Any) -> ColumnElement[str]:
    """One row as text; what is NULL is empty there."""
    words: list[ColumnElement[str]] = [func.coalesce(cast(column, Text), _written("")) for column in columns]
    return reduce(lambda left, right: left + _written(_COLUMN) + right, words)


def packed_rows(*columns: Any) -> ColumnElement[str]:
    """All rows of a group as text, in no order."""
    return func.aggregate_strings(packed(*columns), _written(_ROW))  # type: ignore[arg-type] # takes expressions


def unpacked(text: str | None) -> list[list[str]]:
    """What was packed: a list for each row."""
    return [row.split(_COLUMN) for row in text.split(_ROW)] if text else []


def _written(sign: str) -> ColumnElement[str]:
    """Part of the statement: as a value it would be sent along once for every column."""
    return literal_column(f"'{sign}'", Text)
