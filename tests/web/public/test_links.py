"""One-time links, as a person sees them."""

from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import select

from shop.accounts import commands
from shop.accounts.models import OneTimeLink, User
from shop.accounts.types import LinkPurpose, UserStatus
from shop.platform.db import db
from tests.accounts.making import PHONE, PIN, make_user
from tests.inquiries.makers import RATNA, an_inquiry
from tests.person import Person
from tests.web.signing_in import sign_in

pytestmark = pytest.mark.usefixtures("db_session")
EMAIL = "sri@contoh.example"


def address_for(user: User, purpose: LinkPurpose = LinkPurpose.SIGN_IN) -> str:
    issued = commands.issue_link(user_id=user.id, purpose=purpose)
    assert issued is not None
    db.session.commit()
    return f"/tautan/{issued.token}"


def test_asking_for_a_link_answers_the_same_whoever_asks(client: Person) -> None:
    make_user(email=EMAIL)
    logins = (EMAIL, "tiada@contoh.example")
    answers = [client.visit("/tautan").form("/tautan").fill(login=one).send("Kirim tautan") for one in logins]
    assert answers[0].heading == "Permintaan Anda diterima"
    assert answers[0].texts("main") == answers[1].texts("main")


def test_an_unreadable_phone_is_told(client: Person) -> None:
    page = client.visit("/tautan").form("/tautan").fill(login="12").send("Kirim tautan", 422)
    assert page.soup.select_one("[data-error-summary] a[href='#login']")


def test_looking_at_a_link_uses_nothing_up_and_pressing_it_signs_in_once(client: Person, app: Flask) -> None:
    address = address_for(make_user(email=EMAIL))
    for _ in range(2):
        page = client.visit(address)
        assert db.session.scalars(select(OneTimeLink.used_at)).one() is None
    assert page.form().send("Masuk sekarang").heading == "Halo, Sri Rahayu"
    again = app.test_client().visit(address, 404)
    assert again.heading == "Tautan ini sudah dipakai atau berakhir"
    assert again.follow("Minta tautan baru").path == "/tautan"


def test_a_link_is_kept_by_nobody(client: Person) -> None:
    response = client.get(address_for(make_user(email=EMAIL)))
    assert response.headers["Cache-Control"] == "no-store"
    assert "noindex" in response.text
    assert response.headers["Referrer-Policy"] == "strict-origin"
    assert client.get("/tautan").headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("token", ["x", "a" * 32])
def test_a_made_up_link_is_over(client: Person, token: str) -> None:
    client.visit(f"/tautan/{token}", 404)
    client.visit(f"/en/tautan/{token}", 404)


def test_a_link_of_a_closed_account_is_over(client: Person) -> None:
    user = make_user(email=EMAIL)
    address = address_for(user)
    user.status = UserStatus.DISABLED
    db.session.commit()
    client.visit(address, 404)


def test_a_new_pin_is_chosen_by_a_link(client: Person) -> None:
    page = client.visit(address_for(make_user(email=EMAIL), LinkPurpose.SET_SECRET))
    refused = page.form().fill(secret="123456").send("Simpan dan masuk", 422)
    assert "mudah ditebak" in refused.text
    assert refused.form().fill(secret="508263").send("Simpan dan masuk").heading == "Halo, Sri Rahayu"
    client.visit("/akun").form("/keluar").send("Keluar")
    assert sign_in(client, PHONE, "508263").path == "/akun"


def test_a_new_account_is_confirmed_with_the_pin_of_its_registration(client: Person) -> None:
    client.visit("/daftar").form("/daftar").fill(name="Ratna", email=EMAIL, secret=PIN).send("Daftar")
    user = db.session.scalars(select(User)).one()
    page = client.visit(address_for(user, LinkPurpose.CONFIRM_EMAIL))
    refused = page.form().fill(secret="508263").send("Konfirmasi e-mail", 422)
    assert "saat mendaftar" in refused.texts("[data-error-summary]")[0]
    assert refused.form().fill(secret=PIN).send("Konfirmasi e-mail").heading == "Halo, Ratna"


def test_what_was_asked_with_a_confirmed_address_stands_in_the_account(client: Person) -> None:
    user = make_user(email=EMAIL)
    user.email_confirmed_at = None
    inquiry, strangers = (
        an_inquiry(contact=replace(RATNA, email=email)) for email in ("Sri@contoh.example", "lain@contoh.example")
    )
    client.visit(address_for(user)).form().send("Masuk sekarang")
    page = client.visit("/akun/permintaan")
    assert inquiry.number in page.text
    assert strangers.number not in page.text


def test_another_address_is_confirmed_by_its_button_alone(client: Person) -> None:
    user = make_user(email=EMAIL)
    sign_in(client)
    page = client.visit("/akun/profil")
    told = page.form("/akun/profil").fill(email="rahayu@contoh.example", secret=PIN).send("Simpan profil")
    assert "rahayu@contoh.example" in told.text
    confirmed = client.visit(address_for(user, LinkPurpose.CONFIRM_EMAIL)).form().send("Konfirmasi e-mail")
    assert "sudah dikonfirmasi" in confirmed.text
    assert db.session.scalars(select(User.email)).one() == "rahayu@contoh.example"
