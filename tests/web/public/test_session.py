"""Signing in and out, as a person sees it."""

import pytest
from flask import Flask
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from shop.accounts.models import Device, TryCounter
from shop.platform.db import db
from tests.accounts.making import PASSWORD, PHONE, PIN, make_staff, make_user
from tests.person import Person
from tests.web.signing_in import sign_in, sign_in_staff

pytestmark = pytest.mark.usefixtures("db_session")


def post_sign_in(client: Person, **values: str) -> TestResponse:
    form = client.visit("/masuk").form("/masuk").fill(login=PHONE, secret=PIN)
    for name, value in values.items():
        form.values[name] = value
    return client.post("/masuk", data=form.values)


def test_a_buyer_signs_in_with_phone_and_pin_and_sees_the_account(client: Person) -> None:
    make_user()
    page = sign_in(client, "0812 3456 7890")
    assert page.path == "/akun"
    assert page.heading == "Halo, Sri Rahayu"


@pytest.mark.parametrize("typed", [f"{PIN[:3]} {PIN[3:]}", f"{PIN[:3]}-{PIN[3:]}", f" {PIN} "])
def test_a_pin_may_be_typed_in_groups(client: Person, typed: str) -> None:
    make_user()
    assert sign_in(client, secret=typed).path == "/akun"


def test_the_english_way_stays_english(client: Person) -> None:
    make_user()
    form = client.visit("/en/masuk").form("/en/masuk").fill(login=PHONE, secret=PIN)
    assert form.send().path == "/en/akun"


def test_a_wrong_pin_is_told_on_top_and_what_was_typed_stays_but_the_pin(client: Person) -> None:
    make_user()
    page = sign_in(client, secret="111222", status=422)
    assert page.texts("[data-error-summary]")[0].startswith("Belum bisa masuk Nomor atau PIN salah")
    form = page.form("/masuk")
    assert form.values["login"] == PHONE
    assert form.values["secret"] == ""


def test_an_unknown_account_gets_the_very_same_answer(client: Person) -> None:
    make_user()
    known = sign_in(client, secret="111222", status=422)
    unknown = sign_in(client, login="0812 3456 0000", secret="111222", status=422)
    assert known.texts("main") == unknown.texts("main")
    assert list(known.response.headers.keys()) == list(unknown.response.headers.keys())


def test_empty_fields_are_named_and_linked(client: Person) -> None:
    page = sign_in(client, "", "", status=422)
    links = [str(link["href"]) for link in page.soup.select("[data-error-summary] a")]
    assert links == ["#login", "#secret"]


def test_tries_are_counted_though_the_page_is_refused(client: Person) -> None:
    make_user()
    for _ in range(5):
        sign_in(client, secret="111222", status=422)
    assert db.session.scalar(select(func.max(TryCounter.tries))) == 5
    page = sign_in(client, status=422)
    assert "Coba lagi pukul " in page.texts("[data-error-summary]")[0]


def test_a_browser_that_signed_in_before_is_not_locked_by_others(app: Flask, client: Person) -> None:
    make_user()
    sign_in(client)
    client.visit("/akun").form("/keluar").send("Keluar")
    stranger = app.test_client()
    for _ in range(6):
        sign_in(stranger, secret="111222", status=422)
    assert sign_in(client).path == "/akun"


def test_the_session_cookie_is_out_of_reach_of_scripts_and_changes_at_each_sign_in(client: Person) -> None:
    make_user()
    form = client.visit("/masuk").form("/masuk").fill(login=PHONE, secret=PIN)
    first = client.post("/masuk", data=form.values).headers.getlist("Set-Cookie")
    # The clearing of the form's own cookie at the first sign-in makes its token worthless: take a new one.
    client.set_cookie("sesi", "")
    second = post_sign_in(client).headers.getlist("Set-Cookie")
    tokens = [next(one for one in cookies if one.startswith("sesi=")) for cookies in (first, second)]
    assert all("HttpOnly" in one and "SameSite=Lax" in one and "Path=/" in one for one in tokens)
    assert tokens[0] != tokens[1]
    assert db.session.scalar(select(func.count(Device.id))) == 2


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("/akun/perangkat", "/akun/perangkat"),
        ("https://elsewhere.example/", "/akun"),
        ("//elsewhere.example/", "/akun"),
        ("/\\elsewhere.example/", "/akun"),
        ("/en//elsewhere.example/", "/akun"),
        ("/masuk", "/akun"),
        ("javascript:alert(1)", "/akun"),
    ],
)
def test_after_signing_in_one_goes_on_within_this_site_only(client: Person, target: str, expected: str) -> None:
    make_user()
    assert post_sign_in(client, next=target).headers["Location"] == expected


def test_a_page_that_wants_a_sign_in_is_returned_to(client: Person) -> None:
    make_user()
    page = client.visit("/akun/perangkat")
    assert page.path == "/masuk"
    assert page.form("/masuk").fill(login=PHONE, secret=PIN).send("Masuk").path == "/akun/perangkat"


def test_who_is_signed_in_already_goes_on_at_once(client: Person) -> None:
    make_user()
    sign_in(client)
    assert client.visit("/masuk").path == "/akun"


def test_staff_gives_a_code_after_the_password(client: Person) -> None:
    user = make_staff()
    page = sign_in(client, user.email or "", PASSWORD)
    assert page.path == "/masuk/kode"
    field = page.soup.select_one("input[name=code]")
    assert field
    assert (field["autocomplete"], field["inputmode"]) == ("one-time-code", "numeric")
    assert client.get("/akun").headers["Location"].startswith("/masuk")
    refused = page.form("/masuk/kode").fill(code="000000").send("Lanjut", 422)
    assert "Kode tidak cocok" in refused.text


def test_staff_begins_at_the_office(client: Person) -> None:
    user = make_staff()
    assert sign_in_staff(client, user.email or "").path == "/dinas"
    assert client.visit("/akun").heading == "Halo, Wulan"


def test_staff_without_a_second_factor_sets_it_up_first(client: Person) -> None:
    user = make_staff(totp=None)
    page = sign_in(client, user.email or "", PASSWORD)
    assert page.path == "/akun/keamanan"
    assert "Peran Anda belum bisa dipakai" in page.text


def test_the_code_page_without_a_sign_in_leads_to_the_beginning(client: Person) -> None:
    assert client.visit("/masuk/kode").path == "/masuk"


def test_signing_out_ends_the_session_on_the_server(client: Person) -> None:
    make_user()
    sign_in(client)
    token = client.get_cookie("sesi")
    assert token
    answer = client.post("/keluar", data=client.visit("/akun").form("/keluar").values)
    assert answer.headers["Location"] == "/"
    client.set_cookie("sesi", token.value)
    assert client.get("/akun").headers["Location"].startswith("/masuk")


def test_signing_out_wants_a_button_on_our_own_page(client: Person) -> None:
    make_user()
    sign_in(client)
    assert client.get("/keluar").status_code == 405
    answer = client.post("/keluar")
    assert answer.status_code == 422
    assert client.visit("/akun").heading == "Halo, Sri Rahayu"


def test_https_sites_get_secure_host_cookies(app: Flask) -> None:
    from dataclasses import replace

    app.shop_settings = replace(app.shop_settings, base_url="https://lapak.example")
    make_user()
    client = app.test_client()
    with app.test_request_context("/"):
        from shop.web.sessions import _prefixed

        assert _prefixed("sesi") == "__Host-sesi"
    form = client.visit("/masuk").form("/masuk").fill(login=PHONE, secret=PIN)
    cookies = client.post("/masuk", data=form.values).headers.getlist("Set-Cookie")
    token = next(one for one in cookies if one.startswith("__Host-sesi="))
    assert "Secure" in token
    assert "Domain" not in token
