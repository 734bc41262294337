"""Databases for tests: one is migrated and filled with reference data per process, every test finds it fresh."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from typing import Any, LiteralString

import psycopg
import pytest
from psycopg import sql
from psycopg.errors import InsufficientPrivilege, ObjectInUse

from shop import create_app
from shop.config import Settings
from shop.platform.db import db
from tests.processes import wait_until

POSTGRESQL = os.environ.get("SHOP_TEST_POSTGRESQL_URL", "")
MOST_USES = 150
_ON_SERVER = pytest.param("postgresql", marks=pytest.mark.postgresql)
BACKENDS = ["sqlite", *([_ON_SERVER] if POSTGRESQL else [])]
on_postgresql = pytest.mark.parametrize("backend", [_ON_SERVER], indirect=True)
"""For what cannot happen on SQLite, where who writes is alone."""


class Sqlite:
    """A template file, copied into the folder of the test."""

    def __init__(self, folder: Path) -> None:
        self.template = folder / "template.sqlite3"
        fill(f"sqlite:///{folder}/first.sqlite3", folder)
        with (
            closing(sqlite3.connect(folder / "first.sqlite3")) as first,
            closing(sqlite3.connect(self.template)) as kept,
        ):
            first.backup(kept)

    @contextmanager
    def copy(self, folder: Path) -> Iterator[str]:
        shutil.copyfile(self.template, folder / "shop.sqlite3")
        yield f"sqlite:///{folder}/shop.sqlite3"

    def drop(self) -> None:
        """Nothing stays: the folder belongs to pytest."""


class Postgresql:
    """A template database on the server of SHOP_TEST_POSTGRESQL_URL, and a copy that is emptied after each test.

    Copying takes the server thirty times as long as taking away what a test wrote, so the copy is made anew only
    where a test changed reference data, left something that cannot be taken away, or every so often.
    """

    def __init__(self, folder: Path) -> None:
        self.stem = f"shop_test_{os.getpid()}"
        self.numbers = count(1)
        self.template = f"{self.stem}_template"
        self.idle: str | None = None
        self.uses = 0
        order("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'", self.template)
        fill(address(self.template), folder)
        with psycopg.connect(address(self.template)) as connection:
            self.baseline = Baseline(connection)

    @contextmanager
    def copy(self, _folder: Path) -> Iterator[str]:
        name, self.idle = self.idle or self._made(), None
        self.uses += 1
        try:
            yield address(name)
        finally:
            if self.idle is None and self.uses < MOST_USES and self.baseline.restore(address(name)):
                self.idle = name
            else:
                order("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def drop(self) -> None:
        for name in (self.idle, self.template):
            if name is not None:
                order("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def _made(self) -> str:
        self.uses, name = 0, f"{self.stem}_{next(self.numbers)}"
        order("CREATE DATABASE {} TEMPLATE {}", name, self.template)
        return name


class Baseline:
    """What a fresh copy holds: which tables are empty, and how the others look."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        found = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
        self.tables = [str(name) for (name,) in found]
        empty = set(self.tables) - self._with_rows(connection, self.tables)
        self.empty, self.full = sorted(empty), sorted(set(self.tables) - empty)
        self.look = self._look(connection)

    def restore(self, url: str) -> bool:
        """Take away what was written; False where the database is not as it was then."""
        try:
            with psycopg.connect(url) as connection:
                connection.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
                connection.execute("SET lock_timeout = '5s'")
                written = sorted(self._with_rows(connection, self.empty))
                if written:  # in one statement, so that keys between these tables hold at its end
                    gone = each(", ", "{0} AS (DELETE FROM {0})", written)
                    connection.execute(sql.SQL("WITH {} SELECT 1").format(gone))
                return self._look(connection) == self.look
        except psycopg.Error:
            return False

    def _with_rows(self, connection: psycopg.Connection[Any], tables: list[str]) -> set[str]:
        found = connection.execute(each(" UNION ALL ", "SELECT {1} WHERE EXISTS (SELECT FROM {0})", tables))
        return {str(name) for (name,) in found}

    def _look(self, connection: psycopg.Connection[Any]) -> list[Any]:
        """Rows and newest change of each filled table, and the columns of all: nothing of it may change."""
        rows = each(" UNION ALL ", "SELECT {1}, count(*), max(xmin::text::bigint) FROM {0}", self.full)
        columns = sql.SQL("SELECT 'columns', count(*), 0 FROM information_schema.columns WHERE table_schema = 'public'")
        return connection.execute(sql.SQL(" UNION ALL ").join([rows, columns])).fetchall()


Backend = Sqlite | Postgresql


def address(name: str) -> str:
    """The URL of a database by name on the test server."""
    server, _, _ = POSTGRESQL.rpartition("/")
    return f"{server}/{name}"


def order(statement: str, *names: str) -> None:
    """Run one statement about whole databases, outside of a transaction; the server's own cleaning is waited for."""

    def is_done() -> bool:
        with psycopg.connect(POSTGRESQL, autocommit=True) as connection:
            try:
                connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))
            except (InsufficientPrivilege, ObjectInUse):
                return False
        return True

    wait_until(is_done, 20, statement)


def each(between: LiteralString, part: LiteralString, tables: list[str]) -> sql.Composed:
    """The same part of a statement for each table: {0} stands for it, {1} for its name as a value."""
    parts = [sql.SQL(part).format(sql.Identifier(name), sql.Literal(name)) for name in tables]
    return sql.SQL(between).join(parts)


def fill(url: str, folder: Path) -> None:
    """All migrations and the reference data, by the commands that an operator uses."""
    app = create_app(Settings.from_environment({"SHOP_DATABASE_URL": url}, folder))
    runner = app.test_cli_runner()
    for arguments in (["db", "upgrade"], ["reference", "sync"]):
        outcome = runner.invoke(args=arguments)
        if outcome.exit_code:
            raise RuntimeError(f"flask {' '.join(arguments)} failed: {outcome.output}") from outcome.exception
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
