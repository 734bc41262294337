"""Setting up the second factor."""

import pyotp
import pytest

from shop.lib.clock import now
from tests.accounts.making import PASSWORD, PHONE, PIN, make_staff, make_user
from tests.person import Page, Person
from tests.web.signing_in import sign_in

pytestmark = pytest.mark.usefixtures("db_session")


def start(client: Person) -> Page:
    return client.visit("/akun/keamanan").form("/kode/mulai").send("Pasang kode kedua")


def code_of(page: Page, steps: int = 0) -> str:
    key = page.soup.select_one("#kunci")
    assert key
    return pyotp.TOTP(str(key["value"])).at(int(now().timestamp()) + 30 * steps)


def test_staff_sets_it_up_and_then_may_work(client: Person) -> None:
    sign_in(client, make_staff(totp=None).email or "", PASSWORD)
    page = start(client)
    picture = client.get("/akun/keamanan/kode.svg")
    assert picture.mimetype == "image/svg+xml"
    assert picture.headers["Cache-Control"] == "no-store"
    done = page.form("/kode").fill(code=code_of(page), secret=PASSWORD).send("Pasang")
    assert "sudah terpasang" in done.text
    assert "belum bisa dipakai" not in done.text
    assert client.visit("/akun").soup.select_one("main a[href='/dinas']")


def test_a_wrong_first_code_changes_nothing(client: Person) -> None:
    make_user()
    sign_in(client)
    form = start(client).form("/kode")
    for typed, field in (({"code": "000000", "secret": PIN}, "code"), ({"code": "000000", "secret": ""}, "secret")):
        page = form.fill(**typed).send("Pasang", 422)
        assert page.soup.select_one(f"[data-error-summary] a[href='#{field}']")
    client.visit("/akun").form("/keluar").send("Keluar")
    assert sign_in(client).path == "/akun"


def test_a_buyer_may_take_it_away_again_by_a_code(client: Person) -> None:
    make_user()
    sign_in(client)
    page = start(client)
    page.form("/kode").fill(code=code_of(page), secret=PIN).send("Pasang")
    form = client.visit("/akun/keamanan").follow("Lepas kode kedua").form("/lepas")
    form.fill(code="000000", secret=PIN).send("Lepas kode kedua", 422)
    form.fill(code=code_of(page, 1), secret=PIN).send("Lepas kode kedua")
    assert client.visit("/akun").path == "/masuk"
    assert sign_in(client, PHONE, PIN).path == "/akun"


def test_nothing_is_shown_before_it_was_started(client: Person) -> None:
    make_user()
    sign_in(client)
    assert client.visit("/akun/keamanan/kode").path == "/akun/keamanan"
    assert client.get("/akun/keamanan/kode.svg").status_code == 404


def test_a_second_tap_after_it_was_set_leads_back(client: Person) -> None:
    make_user()
    sign_in(client)
    page = start(client)
    form = page.form("/kode").fill(code=code_of(page), secret=PIN)
    form.send("Pasang")
    assert form.send("Pasang").path == "/akun/keamanan"
