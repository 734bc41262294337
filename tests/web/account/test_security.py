"""Changing PIN or password."""

import pytest
from flask import Flask

from tests.accounts.making import PHONE, PIN, make_user
from tests.person import Page, Person
from tests.web.signing_in import sign_in

pytestmark = pytest.mark.usefixtures("db_session")


def change(client: Person, old: str = PIN, new: str = "508263", status: int = 200) -> Page:
    form = client.visit("/akun/keamanan").follow("Ganti PIN atau kata sandi").form("/ganti")
    return form.fill(old=old, new=new).send("Simpan", status)


def test_a_new_pin_counts_at_once_and_puts_other_devices_out(client: Person, app: Flask) -> None:
    make_user()
    other = app.test_client()
    sign_in(other)
    sign_in(client)
    assert "Sudah diganti" in change(client).text
    assert other.visit("/akun").path == "/masuk"
    sign_in(other, PHONE, PIN, status=422)
    assert sign_in(other, PHONE, "508263").path == "/akun"


@pytest.mark.parametrize(
    ("old", "new", "field"), [("111222", "508263", "#old"), (PIN, "123456", "#new"), ("", "", "#old")]
)
def test_what_is_wrong_is_told_beside_its_field(client: Person, old: str, new: str, field: str) -> None:
    make_user()
    sign_in(client)
    assert change(client, old, new, 422).soup.select_one(f"[data-error-summary] a[href='{field}']")


def test_the_old_pin_cannot_be_guessed_from_an_open_session(client: Person) -> None:
    make_user()
    sign_in(client)
    for _ in range(5):
        change(client, "111222", status=422)
    assert "Coba lagi pukul " in change(client, status=422).text
