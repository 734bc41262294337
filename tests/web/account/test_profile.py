"""Name, phone and e-mail."""

import pytest

from shop.accounts.models import Notice, User
from shop.platform.db import db
from tests.accounts.making import PHONE, PIN, make_user
from tests.person import Page, Person
from tests.web.signing_in import sign_in

pytestmark = pytest.mark.usefixtures("db_session")
OTHER = "0813 1111 2222"


def save(client: Person, status: int = 200, secret: str = PIN, **typed: str) -> Page:
    form = client.visit("/akun/profil").form("/akun/profil")
    return form.fill(secret=secret, **typed).send("Simpan profil", status)


def test_an_open_session_alone_changes_no_way_in_and_keeps_what_was_typed(client: Person) -> None:
    user = make_user()
    sign_in(client)
    for secret, told in (("", "Tulis PIN"), ("111222", "tidak cocok")):
        page = save(client, 422, secret, phone=OTHER, email="rahayu@contoh.example")
        assert told in page.texts("#secret-error")[0]
        assert page.form("/akun/profil").values["phone"] == OTHER
    assert "Profil disimpan." in save(client, secret="", name="Sri Wulandari").text
    db.session.refresh(user)
    assert (user.name, user.new_phone, user.new_email) == ("Sri Wulandari", None, None)


def test_a_name_changes_at_once_and_another_phone_waits_to_be_proved(client: Person) -> None:
    user = make_user()
    sign_in(client)
    page = save(client, name="Sri R. Wulandari", phone=OTHER)
    assert "Profil disimpan" in page.text
    assert "Sampai dinas memastikan 0813-1111-2222, masuk dengan 0812-3456-7890." in page.text
    db.session.refresh(user)
    assert (user.name, user.phone, user.new_phone) == ("Sri R. Wulandari", PHONE, "+6281311112222")
    save(client, phone="0812 3456 7890")
    db.session.refresh(user)
    assert user.new_phone is None


def test_a_phone_that_only_waits_signs_nobody_in(client: Person) -> None:
    make_user()
    sign_in(client)
    save(client, phone=OTHER)
    client.visit("/akun").form("/keluar").send("Keluar")
    sign_in(client, OTHER, status=422)
    assert sign_in(client).path == "/akun"


def test_another_email_waits_for_its_link(client: Person) -> None:
    user = make_user(email="sri@contoh.example")
    sign_in(client)
    page = save(client, email="rahayu@contoh.example")
    assert "E-mail belum dikonfirmasi" in page.text
    db.session.refresh(user)
    assert (user.email, user.new_email) == ("sri@contoh.example", "rahayu@contoh.example")


def test_a_phone_of_another_account_is_answered_like_a_free_one(client: Person) -> None:
    make_user()
    make_user(phone="+6281311112222")
    sign_in(client)
    taken, free = (save(client, phone=typed) for typed in (OTHER, "0813 1111 3333"))
    assert taken.texts("main")[0].replace("2222", "3333") == free.texts("main")[0]
    assert len(taken.text) == len(free.text)


def test_an_email_can_be_removed_where_a_phone_signs_in_and_the_address_is_told(client: Person) -> None:
    user = make_user(email="sri@contoh.example")
    sign_in(client)
    assert "E-mail Anda sudah dihapus" in save(client, email="").text
    db.session.refresh(user)
    assert (user.email, user.email_confirmed_at) == (None, None)
    assert [(row.kind, row.email) for row in db.session.query(Notice)] == [("email_dropped", "sri@contoh.example")]
    assert "Profil disimpan." in save(client, email="").text


def test_an_email_stays_where_nothing_else_signs_in(client: Person) -> None:
    user = make_user(phone="", email="sri@contoh.example")
    sign_in(client, "sri@contoh.example")
    page = save(client, 422, phone=OTHER, email="")
    assert "satu-satunya cara Anda masuk" in page.texts("#email-error")[0]
    db.session.refresh(user)
    assert (user.email, user.new_phone) == ("sri@contoh.example", None)


def test_an_account_keeps_a_way_to_sign_in(client: Person) -> None:
    make_user()
    sign_in(client)
    assert "Salah satu cukup" in save(client, 422, phone="", email="").texts("#phone-error")[0]
    assert db.session.query(User).one().phone
