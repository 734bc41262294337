"""Name, phone and e-mail."""

import pytest

from shop.accounts.models import User
from shop.platform.db import db
from tests.accounts.making import make_user
from tests.person import Page, Person
from tests.web.signing_in import sign_in

pytestmark = pytest.mark.usefixtures("db_session")


def save(client: Person, status: int = 200, **typed: str) -> Page:
    return client.visit("/akun/profil").form("/akun/profil").fill(**typed).send("Simpan profil", status)


def test_name_and_phone_change_at_once(client: Person) -> None:
    user = make_user()
    sign_in(client)
    assert "Profil disimpan" in save(client, name="Sri R. Wulandari", phone="0813 1111 2222").text
    db.session.refresh(user)
    assert (user.name, user.phone) == ("Sri R. Wulandari", "+6281311112222")


def test_another_email_waits_for_its_link(client: Person) -> None:
    user = make_user(email="sri@contoh.example")
    sign_in(client)
    page = save(client, email="rahayu@contoh.example")
    assert "E-mail belum dikonfirmasi" in page.text
    db.session.refresh(user)
    assert (user.email, user.new_email) == ("sri@contoh.example", "rahayu@contoh.example")


def test_a_phone_of_another_account_cannot_be_taken(client: Person) -> None:
    make_user()
    make_user(phone="+6281311112222")
    sign_in(client)
    assert "tidak bisa dipakai" in save(client, 422, phone="0813 1111 2222").texts("[data-error-summary]")[0]


def test_an_account_keeps_a_way_to_sign_in(client: Person) -> None:
    make_user()
    sign_in(client)
    save(client, 422, phone="", email="")
    assert db.session.query(User).one().phone
