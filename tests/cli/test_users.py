"""Staff are made from the command line, where nobody is signed in yet."""

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from shop.accounts import secrets, totp
from shop.accounts.models import Membership, User
from shop.accounts.types import Role, SecretKind

COMMAND = ["users", "add", "--name", "Ajeng Paramita", "--email", "Ajeng@contoh.example", "--role", "admin"]


def test_an_administrator_can_sign_in_with_what_is_printed(app: Flask, db_session: scoped_session[Session]) -> None:
    printed = app.test_cli_runner().invoke(args=COMMAND)
    assert printed.exit_code == 0, printed.output
    shown = dict(line.split() for line in printed.output.splitlines() if line.startswith("  "))
    user = db_session.scalars(select(User).where(User.email == shown["login"])).one()
    assert (user.secret_kind, user.email) == (SecretKind.PASSWORD, "ajeng@contoh.example")
    assert secrets.is_secret(user.secret_hash, shown["password"])
    assert totp.shown(user.totp_secret or "") == shown["TOTP"]
    assert [one.role for one in db_session.scalars(select(Membership))] == [Role.ADMIN]


def test_a_login_that_is_taken_is_refused_in_words(app: Flask) -> None:
    app.test_cli_runner().invoke(args=COMMAND)
    again = app.test_cli_runner().invoke(args=COMMAND)
    assert again.exit_code == 1
    assert again.output.startswith("Error: ")


def test_an_office_that_is_not_there_is_named(app: Flask) -> None:
    wanted = [
        "users",
        "add",
        "--name",
        "Ajeng",
        "--email",
        "a@contoh.example",
        "--role",
        "curator",
        "--office",
        "nowhere",
    ]
    refused = app.test_cli_runner().invoke(args=wanted)
    assert refused.exit_code == 2
    assert "nowhere" in refused.output
