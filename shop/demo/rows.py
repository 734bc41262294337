"""Rows gathered and inserted in bulk, parents first; their ids are counted here, so that rows can name each other."""

from collections import defaultdict
from itertools import groupby
from typing import Any, cast

from sqlalchemy import Table, func, insert, select, text

from shop.platform.db import Base, db

BATCH = 5_000
Row = dict[str, Any]


class Rows:
    """What waits to be inserted; every table has one counted ``id``."""

    def __init__(self) -> None:
        self._waiting: defaultdict[Table, list[Row]] = defaultdict(list)
        self._last: dict[Table, int] = {}

    def add(self, model: type[Base], **values: Any) -> int:
        """Keep a row and say which id it will have; calls for one model name the same columns where they can."""
        table = cast(Table, model.__table__)
        number = self._last[table] = self._last_of(table) + 1
        self._waiting[table].append({"id": number, **values})
        return number

    def change(self, model: type[Base], number: int, **values: Any) -> None:
        """Change a row that still waits."""
        rows = self._waiting[cast(Table, model.__table__)]
        rows[number - rows[0]["id"]].update(values)

    def flush(self) -> None:
        """Insert all that waits."""
        for table in Base.metadata.sorted_tables:
            for _, group in groupby(self._waiting.pop(table, ()), key=tuple):
                rows = list(group)
                for start in range(0, len(rows), BATCH):
                    db.session.execute(insert(table), rows[start : start + BATCH])

    def finish(self) -> None:
        """Insert all that waits and let the database count on from here."""
        self.flush()
        if db.session.get_bind().dialect.name == "postgresql":
            for table, last in self._last.items():
                sequence = text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :last)")
                db.session.execute(sequence, {"name": f'"{table.name}"', "last": last})

    def _last_of(self, table: Table) -> int:
        if table not in self._last:
            self._last[table] = db.session.scalar(select(func.max(table.c.id))) or 0
        return self._last[table]
