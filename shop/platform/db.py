"""The database: typed base, column helpers, and how transactions begin."""

import enum
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import fields
from datetime import UTC, datetime
from functools import cache
from typing import Any

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import JSON as SqlJson
from sqlalchemy import (
    BigInteger,
    ColumnElement,
    DateTime,
    Dialect,
    Enum,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Row,
    String,
    event,
    literal_column,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.sql.selectable import TypedReturnsRows
from sqlalchemy.types import TypeDecorator

from shop.lib.ids import new_public_id

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Every table derives from this; names of constraints follow one convention."""

    metadata = MetaData(naming_convention=NAMING)


db = SQLAlchemy(metadata=Base.metadata, disable_autonaming=True)

Unavailable = OperationalError
"""What the database raises when it is away, locked for too long or full."""

BigKey = BigInteger().with_variant(Integer, "sqlite")
_writing: ContextVar[bool] = ContextVar("writing", default=False)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware UTC datetime on every database; refuses naive values."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a datetime without a time zone cannot be stored")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class JSON(TypeDecorator[Any]):
    """JSON that is never SQL NULL when the value is an empty list or dict."""

    impl = SqlJson(none_as_null=True)
    cache_ok = True


def pk() -> Mapped[int]:
    """A big integer key that counts up on both databases."""
    return mapped_column(BigKey, primary_key=True, autoincrement=True)


def fk(target: str, *, index: bool = True, ondelete: str | None = None, unique: bool = False) -> Mapped[Any]:
    """A foreign key to ``table.column``; indexed unless said otherwise."""
    kind = String(16) if target.endswith(".code") and target.startswith("region") else BigKey
    return mapped_column(kind, ForeignKey(target, ondelete=ondelete), index=index and not unique, unique=unique)


def public_id() -> Mapped[str]:
    """The random 128-bit id by which a row is known outside the staff side."""
    return mapped_column(String(26), unique=True, default=new_public_id)


def enum_of(kind: type[enum.StrEnum], *, length: int = 32) -> Enum:
    """A string column limited by CHECK to the members of ``kind``."""
    return Enum(
        kind,
        native_enum=False,
        create_constraint=True,
        length=length,
        name=_snake(kind.__name__),
        values_callable=lambda members: [member.value for member in members],
    )


def unique_where(condition: str, *columns: str) -> Index:
    """One row at most for these columns among those that the condition names; NULLs are never equal to each other."""
    return Index(None, *columns, unique=True, sqlite_where=text(condition), postgresql_where=text(condition))


def _snake(name: str) -> str:
    return "".join("_" + letter.lower() if letter.isupper() else letter for letter in name).lstrip("_")


@contextmanager
def writing() -> Iterator[None]:
    """Transactions begun inside write: on SQLite they take the write lock at once and wait for it."""
    mark = _writing.set(True)
    try:
        yield
    finally:
        _writing.reset(mark)


@contextmanager
def reading() -> Iterator[None]:
    """Inside a writing request: read first without the write lock; ends its transaction when left."""
    db.session.rollback()
    mark = _writing.set(False)
    try:
        yield
    finally:
        db.session.rollback()
        _writing.reset(mark)


def plain_rows(statement: TypedReturnsRows[*tuple[Any, ...]], **values: Any) -> Sequence[Row[*tuple[Any, ...]]]:
    """Rows of columns, read in the session's transaction but past its bookkeeping of entities: a third faster.

    For what every list reads. What was added and not flushed is not seen.
    """
    return db.session.connection().execute(statement, values).all()


def kept_rows(
    build: Callable[..., TypedReturnsRows[*tuple[Any, ...]]], *arguments: Any, **values: Any
) -> Sequence[Row[*tuple[Any, ...]]]:
    """The same for a statement that ``build``, which is cached, made once for these arguments.

    Its SQL is found by the statement itself; the library's own cache compares all parts of it at every execution.
    """
    options = {"compiled_cache": _kept_sql(build, *arguments)}
    return db.session.connection().execute(build(*arguments), values, execution_options=options).all()


class _KeptSql(dict[Any, Any]):
    """What one statement was compiled to, for each dialect; the library asks with (dialect, parts, ...)."""

    def get(self, key: Any, default: Any = None) -> Any:
        return super().get(key[0].name, default)

    def __setitem__(self, key: Any, compiled: Any) -> None:
        super().__setitem__(key[0].name, compiled)


@cache
def _kept_sql(*_statement: Any) -> _KeptSql:
    return _KeptSql()


def is_member(column: Any, member: enum.StrEnum) -> ColumnElement[bool]:
    """The column holds this member; written into the statement, which costs less than a value for every execution."""
    assert member.value.isidentifier()  # noqa: S101 - our own words, never a visitor's
    condition: ColumnElement[bool] = column == literal_column(f"'{member.value}'")
    return condition


def columns_of(entity: type[Base], facts: type) -> list[Any]:
    """The columns of an entity that the dataclass ``facts`` names, in its order."""
    return [getattr(entity, one.name) for one in fields(facts)]


def insert_into(entity: type[Base]) -> Any:
    """An INSERT that knows ``on_conflict_do_nothing`` and ``on_conflict_do_update``, as both databases write it."""
    return (postgresql.insert if db.engine.dialect.name == "postgresql" else sqlite.insert)(entity)


@event.listens_for(Engine, "connect")
def _prepare_sqlite(connection: Any, _record: Any) -> None:
    if type(connection).__module__.partition(".")[0] != "sqlite3":
        return
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "busy_timeout=10000",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "temp_store=MEMORY",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


@event.listens_for(Engine, "begin")
def _begin(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if _writing.get() else "BEGIN")


def refresh_statistics() -> None:
    """Let the database count its rows, so that it chooses the right indexes; in the running transaction."""
    db.session.execute(text("ANALYZE"))


def engine_options(url: str) -> dict[str, Any]:
    """Options of the engine for ``url``: JSON readable, no values in errors, dead PostgreSQL connections noticed."""
    options: dict[str, Any] = {
        "json_serializer": lambda value: json.dumps(value, ensure_ascii=False),
        "hide_parameters": True,
    }
    if url.startswith("postgresql"):
        options |= {"pool_pre_ping": True, "pool_size": 5}
    return options
