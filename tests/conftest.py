"""What every test may ask for: settings, a database of its own, the shop, and a person who visits it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy.orm import Session, scoped_session

from shop import create_app
from shop.config import Settings
from shop.platform.db import db
from tests.databases import BACKENDS, Backend, Postgresql, Sqlite
from tests.person import Person

NEEDS = {
    "browser": "SHOP_CHROMIUM",
    "postgresql": "SHOP_TEST_POSTGRESQL_URL",
    "redis": "SHOP_TEST_REDIS_URL",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that need a browser or a server are skipped, and say so, where the variable for it is not set."""
    for item in items:
        for marker, variable in NEEDS.items():
            if item.get_closest_marker(marker) and not os.environ.get(variable):
                item.add_marker(pytest.mark.skip(reason=f"{variable} is not set"))


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
def app(settings: Settings) -> Iterator[Flask]:
    """The whole shop with reference data and nothing else."""
    app = create_app(settings)
    app.testing = True
    app.test_client_class = Person
    yield app
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
