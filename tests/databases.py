"""Databases for tests: one is migrated and filled with reference data per process, every test gets a copy."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.errors import InsufficientPrivilege, ObjectInUse

from shop import create_app
from shop.config import Settings
from shop.platform.db import db
from tests.processes import wait_until

POSTGRESQL = os.environ.get("SHOP_TEST_POSTGRESQL_URL", "")
BACKENDS = ["sqlite", *(["postgresql"] if POSTGRESQL else [])]


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
    """A template database on the server of SHOP_TEST_POSTGRESQL_URL, copied by the server itself."""

    def __init__(self, folder: Path) -> None:
        self.stem = f"shop_test_{os.getpid()}"
        self.numbers = count(1)
        self.template = f"{self.stem}_template"
        order("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'", self.template)
        fill(address(self.template), folder)

    @contextmanager
    def copy(self, folder: Path) -> Iterator[str]:
        name = f"{self.stem}_{next(self.numbers)}"
        order("CREATE DATABASE {} TEMPLATE {}", name, self.template)
        try:
            yield address(name)
        finally:
            order("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def drop(self) -> None:
        order("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.template)


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
