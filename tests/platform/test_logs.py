"""Logs tell where an error came from, never what people typed."""

import json

import pytest
import structlog
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from shop.platform import logs
from shop.platform.db import db


def told_of(error: Exception, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    logs.configure()
    structlog.get_logger("shop").error("unexpected_error", exc_info=error)
    line = capsys.readouterr().err
    json.loads(line)
    return line


def test_a_logged_error_keeps_its_place_and_kind_but_not_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    typed = {"email": "sri" + "@contoh.example", "phone": "+62812" + "34567890"}
    try:
        try:
            int(typed["email"])
        except ValueError as error:
            raise LookupError(typed["phone"]) from error
    except LookupError as error:
        line = told_of(error, capsys)
    assert "LookupError" in line
    assert "ValueError" in line
    assert "test_logs.py" in line
    assert typed["email"] not in line
    assert typed["phone"] not in line


@pytest.mark.usefixtures("db_session")
def test_an_error_of_the_database_names_no_value() -> None:
    with pytest.raises(SQLAlchemyError) as failed:
        db.session.execute(text("SELECT nothing FROM nowhere WHERE phone = :phone"), {"phone": "+6281234567890"})
    assert "81234567890" not in str(failed.value)
