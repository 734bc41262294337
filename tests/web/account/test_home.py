"""The beginning of an account, and that nobody else gets in."""

import pytest

from tests.accounts.making import make_staff, make_user
from tests.person import Person
from tests.web.signing_in import sign_in, sign_in_staff

pytestmark = pytest.mark.usefixtures("db_session")
PAGES = ["/akun", "/akun/perangkat", "/akun/keamanan", "/akun/keamanan/ganti", "/akun/pemberitahuan"]
PAGES += ["/akun/pemberitahuan/atur", "/akun/profil", "/akun/keamanan/kode.svg"]


@pytest.mark.parametrize("address", PAGES)
def test_whoever_is_not_signed_in_is_asked_to(client: Person, address: str) -> None:
    assert client.visit(address).path == "/masuk"


def test_a_post_without_a_session_does_nothing_but_ask(client: Person) -> None:
    assert client.post("/akun/perangkat/x/keluar").headers["Location"].startswith("/masuk")


@pytest.mark.parametrize("language", ["", "/en"])
def test_every_page_opens_in_both_languages_and_is_kept_by_nobody(client: Person, language: str) -> None:
    make_user(email="sri@contoh.example")
    sign_in(client)
    for address in PAGES[:-1]:
        page = client.visit(f"{language}{address}")
        assert page.path == f"{language}{address}"
        assert page.response.headers["Cache-Control"] == "no-store"


def test_staff_finds_the_way_to_the_office(client: Person) -> None:
    sign_in_staff(client, make_staff().email or "")
    assert client.visit("/akun").soup.select_one("main a[href='/dinas']")
