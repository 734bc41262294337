"""Before people rely on an installation, a command says what is to be mended."""

import stat
from pathlib import Path

import pytest
from flask import Flask

from shop.accounts.types import Role
from shop.config import Settings
from shop.platform.mail import FolderMailer, Mail
from tests.accounts.making import make_staff

KEY = "A" * 43 + "="
SERVER = {
    "SHOP_BASE_URL": "https://lapak.example",
    "SHOP_SECRET_KEY": "s" * 32,
    "SHOP_DATA_KEYS": KEY,
    "SHOP_MAIL_FROM": "lapak@dinas.example",
    "SHOP_MAIL_URL": "smtp://mail.example",
    "SHOP_TRUSTED_PROXIES": "1",
}
MAIL = Mail(message_id="a", to="a@contoh.example", subject="a", text="a", html="a", language="id")


def run(app: Flask) -> tuple[int, str]:
    done = app.test_cli_runner().invoke(args=["check-deploy"])
    return done.exit_code, done.output


def mode(place: Path) -> int:
    return stat.S_IMODE(place.stat().st_mode)


def test_a_new_installation_is_told_what_is_missing(app: Flask) -> None:
    status, said = run(app)
    assert status == 1
    for missing in ("SHOP_BASE_URL is http", "SHOP_MAIL_URL is a folder", "SHOP_DEVELOPMENT", "Nobody", "no office"):
        assert missing in said


@pytest.mark.usefixtures("db_session")
def test_people_who_are_there_are_not_asked_for(app: Flask) -> None:
    make_staff(role=Role.ADMIN)
    make_staff(role=Role.CURATOR)
    said = run(app)[1]
    assert "Nobody" not in said
    assert "no office" not in said


def test_settings_of_a_server_are_fine(app: Flask, tmp_path: Path) -> None:
    database = app.extensions["settings"].database_url
    app.extensions["settings"] = Settings.from_environment(SERVER | {"SHOP_DATABASE_URL": database}, tmp_path)
    assert "SHOP_" not in run(app)[1]


def test_words_that_were_not_compiled_are_named(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shop.cli.check_deploy.uncompiled", lambda: ["en"])
    assert "The words in en are not those of the code" in run(app)[1]


def test_a_folder_that_others_can_read_is_named(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    instance = app.extensions["settings"].instance
    assert str(instance) not in run(app)[1]
    monkeypatch.setattr("shop.cli.check_deploy.open_to_others", lambda place: place == instance)
    assert f"chmod o-rwx {instance}" in run(app)[1]


def test_what_the_shop_writes_is_for_its_own_user(app: Flask, tmp_path: Path) -> None:
    assert mode(Settings.from_environment({"SHOP_INSTANCE": "new"}, tmp_path).instance) == 0o700
    folder = tmp_path / "mail"
    FolderMailer(folder, "lapak@contoh.example", "lapak.example").send(MAIL)
    assert [mode(place) for place in (folder, folder / "a.eml")] == [0o700, 0o600]
