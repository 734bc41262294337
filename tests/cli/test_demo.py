"""The command that loads the example shop says plainly what it does not do."""

from flask import Flask
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.models import Office
from shop.accounts.types import OfficeLevel
from shop.platform.marks import set_mark


def test_a_loaded_shop_stays_as_it_is(app: Flask, db_session: scoped_session[Session]) -> None:
    set_mark("demo", "demo")
    db_session.commit()
    said = app.test_cli_runner().invoke(args=["demo", "load"])
    assert (said.exit_code, said.output) == (0, "The example shop is already loaded.\n")


def test_a_database_in_use_is_left_alone(app: Flask, db_session: scoped_session[Session]) -> None:
    db_session.add(Office(slug="dinas", name="Dinas", level=OfficeLevel.PROVINCE, region_code="35"))
    db_session.commit()
    said = app.test_cli_runner().invoke(args=["demo", "load", "--size", "load"])
    assert said.exit_code == 1
    assert "rows of its own" in said.output


def test_a_size_is_a_word_or_a_number(app: Flask) -> None:
    said = app.test_cli_runner().invoke(args=["demo", "load", "--size", "huge"])
    assert said.exit_code == 2
    assert "number of products" in said.output
