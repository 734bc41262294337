"""What every test may ask for: settings, a database of its own, the shop, and a person who visits it."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.orm import Session, scoped_session

from shop import create_app
from shop.app import connect
from shop.config import Settings
from shop.platform.db import db, engine_options
from shop.web.application import Shop
from tests.databases import BACKENDS, Backend, Postgresql, Sqlite
from tests.person import Person

# How long an example takes says something of the machine, nothing of the code.
hypothesis_settings.register_profile("shop", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("shop")

NEEDS = {
    "browser": "SHOP_CHROMIUM",
    "postgresql": "SHOP_TEST_POSTGRESQL_URL",
    "redis": "SHOP_TEST_REDIS_URL",
}
FIRST = ("slow", "browser")
"""Marks of tests in the order they begin; all others come after them."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Slow tests come first, so that no process ends alone with them; what needs a server that is not named skips."""
    for item in items:
        for marker, variable in NEEDS.items():
            if item.get_closest_marker(marker) and not os.environ.get(variable):
                item.add_marker(pytest.mark.skip(reason=f"{variable} is not set"))
    items.sort(key=turn)


def turn(item: pytest.Item) -> int:
    """Which of the groups of FIRST a test belongs to; the last one where it is none of them."""
    return next((place for place, mark in enumerate(FIRST) if item.get_closest_marker(mark)), len(FIRST))


@pytest.fixture(scope="session", params=BACKENDS)
def backend(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Backend]:
    """The kind of database; a test that touches one runs once on SQLite and, where there is a server, on PostgreSQL."""
    kinds: dict[str, type[Backend]] = {"sqlite": Sqlite, "postgresql": Postgresql}
    made = kinds[request.param](tmp_path_factory.mktemp(request.param))
    yield made
    made.drop()


@pytest.fixture
def settings(backend: Backend, tmp_path: Path) -> Iterator[Settings]:
    """Settings of a shop on this machine, in a folder and with a database of its own."""
    with backend.copy(tmp_path) as url:
        yield Settings.from_environment({"SHOP_DATABASE_URL": url, "SHOP_DEVELOPMENT": "1"}, tmp_path)


@pytest.fixture
def app(backend: Backend, settings: Settings) -> Iterator[Flask]:
    """The whole shop with reference data and nothing else; wired once per process, pointed at each test's settings."""
    app, config = _wired(type(backend), settings)
    app.config.clear()
    app.config.update(config)
    connect(app, settings)
    db._app_engines[app][None] = _engine(settings.database_url)
    app.testing = True
    app.test_client_class = Person
    yield app
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


def _engine(url: str) -> Engine:
    """An engine of its own, with the dialect of the first: what was compiled once serves all tests of a database."""
    made = create_engine(url, **engine_options(url))
    if made.dialect.name not in _ENGINES:
        made.connect().close()  # the dialect learns what it speaks with
        _ENGINES[made.dialect.name] = made
    first = _ENGINES[made.dialect.name]
    made.dialect = made.pool._dialect = first.dialect
    made._compiled_cache = first._compiled_cache
    return made


_ENGINES: dict[str, Engine] = {}
_APPS: dict[type[Backend], tuple[Shop, dict[str, Any]]] = {}


def _wired(kind: type[Backend], settings: Settings) -> tuple[Shop, dict[str, Any]]:
    """The application for one kind of database, with its untouched configuration: routes and templates cost time."""
    if kind not in _APPS:
        app = create_app(settings)
        assert isinstance(app, Shop)
        _APPS[kind] = app, dict(app.config)
    return _APPS[kind]


@pytest.fixture
def wire() -> Iterator[Callable[[Settings], Flask]]:
    """Wires one more application, for settings of its own."""
    wired: list[Flask] = []

    def wire_one(settings: Settings) -> Flask:
        wired.append(create_app(settings))
        return wired[-1]

    yield wire_one
    for app in wired:
        with app.app_context():
            db.session.remove()
            db.engine.dispose()


@pytest.fixture
def client(app: Flask) -> Person:
    """A visitor; one more is app.test_client()."""
    visitor = app.test_client()
    assert isinstance(visitor, Person)
    return visitor


@pytest.fixture
def db_session(app: Flask) -> Iterator[scoped_session[Session]]:
    """The session of the test itself; a request of the client commits it first, so that both see the same."""
    with app.app_context():
        yield db.session
        db.session.remove()


@pytest.fixture
def at_once(app: Flask) -> Callable[[], AbstractContextManager[None]]:
    """On PostgreSQL: somebody else at the same moment, in a session of their own, who waits only for a blink."""

    @contextmanager
    def somebody() -> Iterator[None]:
        with app.app_context():
            db.session.execute(text("SET LOCAL lock_timeout = '100ms'"))
            yield
            db.session.commit()

    return somebody
