"""The list of devices."""

import pytest
from flask import Flask

from tests.accounts.making import make_user
from tests.person import Person
from tests.web.signing_in import sign_in

pytestmark = pytest.mark.usefixtures("db_session")


def two_devices(app: Flask) -> tuple[Person, Person]:
    make_user()
    here, there = app.test_client(), app.test_client()
    there.environ_base["HTTP_USER_AGENT"] = "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/120 Mobile"
    for person in (here, there):
        sign_in(person)
    return here, there


def test_another_device_is_named_and_put_out(app: Flask) -> None:
    here, there = two_devices(app)
    page = here.visit("/akun/perangkat")
    assert "Chrome, Android" in page.texts("main h2")
    assert page.text.count("Perangkat ini") == 1
    assert page.form(button="Keluarkan perangkat").send("Keluarkan perangkat").text.count("Chrome, Android") == 0
    assert there.visit("/akun").path == "/masuk"
    assert here.visit("/akun").path == "/akun"


def test_all_others_are_put_out_at_once(app: Flask) -> None:
    here, there = two_devices(app)
    here.visit("/akun/perangkat").form("/keluar-lainnya").send("Keluarkan semua perangkat lain")
    assert there.visit("/akun").path == "/masuk"
    assert here.visit("/akun").path == "/akun"


def test_a_button_without_its_token_does_nothing_and_says_so(app: Flask) -> None:
    here, there = two_devices(app)
    here.post("/akun/perangkat/keluar-lainnya")
    assert "terbuka terlalu lama" in here.visit("/akun/perangkat").text
    assert there.visit("/akun").path == "/akun"


def test_a_device_of_somebody_else_is_not_there(app: Flask) -> None:
    here, _ = two_devices(app)
    token = here.visit("/akun/perangkat").form("/keluar-lainnya").values["csrf_token"]
    assert here.post("/akun/perangkat/0123456789/keluar", data={"csrf_token": token}).status_code == 404
