"""Buyers register, as a person sees it."""

import pytest
from sqlalchemy import select

from shop.accounts.models import User
from shop.platform.db import db
from tests.accounts.making import PHONE, PIN, make_user
from tests.person import Page, Person
from tests.web.signing_in import sign_in

pytestmark = pytest.mark.usefixtures("db_session")
EMAIL = "beli@contoh.example"


def register(client: Person, status: int = 200, **typed: str) -> Page:
    facts = {"name": "Bu Ratna", "secret": PIN, **typed}
    return client.visit("/daftar").form("/daftar").fill(**facts).send("Daftar", status)


def test_by_email_one_is_told_to_open_the_mail_whether_known_or_not(client: Person) -> None:
    new = register(client, email=EMAIL)
    make_user(phone="", email="lama@contoh.example")
    known = register(client, email="lama@contoh.example")
    assert new.heading == "Buka e-mail Anda"
    assert new.texts("main") == known.texts("main")
    assert new.path == known.path


def test_by_phone_one_signs_in_next_whether_known_or_not(client: Person) -> None:
    new = register(client, phone="0812 3456 7890", organisation="SDN 1 Blora", buyer_type="school")
    known = register(client, phone=PHONE, secret="508263")
    assert new.texts("main") == known.texts("main")
    assert sign_in(client).heading == "Halo, Bu Ratna"
    assert "SDN 1 Blora" in client.visit("/akun").text


def test_the_language_of_the_page_becomes_that_of_the_messages(client: Person) -> None:
    form = client.visit("/en/daftar").form("/daftar").fill(name="Ann", email=EMAIL, secret=PIN)
    form.send()
    assert db.session.scalars(select(User.language)).one() == "en"


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"name": "", "phone": PHONE}, "#name", "Tulis nama Anda."),
        ({}, "#phone", "Isi nomor HP atau e-mail."),
        ({"phone": "12345"}, "#phone", "0812"),
        ({"email": "tanpa-tanda"}, "#email", "Alamat e-mail belum benar."),
        ({"phone": PHONE, "secret": "123456"}, "#secret", "mudah ditebak"),
        ({"phone": PHONE, "secret": "rahasia"}, "#secret", "12 huruf"),
        ({"phone": PHONE, "name": "x" * 121}, "#name", "paling banyak 120"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field_and_typing_is_kept(
    client: Person, typed: dict[str, str], field: str, words: str
) -> None:
    page = register(client, 422, organisation="SDN 1 Blora", **typed)
    link = page.soup.select_one(f"[data-error-summary] a[href='{field}']")
    assert link
    assert words in link.get_text()
    assert page.form("/daftar").values["organisation"] == "SDN 1 Blora"
    assert page.form("/daftar").values["secret"] == ""


def test_a_password_manager_and_the_keyboard_are_helped(client: Person) -> None:
    page = client.visit("/daftar")
    helped = {one["name"]: one.get("autocomplete") for one in page.soup.select("main input[autocomplete]")}
    assert helped == {
        "name": "name",
        "email": "email",
        "phone": "tel",
        "secret": "new-password",
        "organisation": "organization",
    }
