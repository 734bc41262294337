"""Behind a proxy: its word counts where the settings trust it, and nowhere else."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask
from werkzeug.test import Client, TestResponse

from shop.config import Settings
from shop.inquiries.commands.limits import MOST_BY_CONTACT
from shop.platform.db import db
from tests.accounts.making import PHONE, PIN, make_user
from tests.factories import make_product

Wire = Callable[[Settings], Flask]
PUBLIC = "https://lapak.example"
FORWARDED = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "lapak.example", "X-Forwarded-For": "192.0.2.9"}


def behind(settings: Settings, wire: Wire, hops: int) -> Flask:
    """The shop with a public https address and so many proxies in front of it."""
    app = wire(replace(settings, base_url=PUBLIC, trusted_proxies=hops))
    app.testing = True
    return app


def ask(app: Flask, path: str = "/masuk", **headers: str) -> TestResponse:
    return Client(app).get(path, headers={**FORWARDED, **headers}, base_url="http://127.0.0.1:8000")


def test_a_trusted_proxy_says_which_address_was_asked_for(settings: Settings, wire: Wire) -> None:
    answer = ask(behind(settings, wire, 1))
    assert answer.status_code == 200
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=31536000")
    assert f'<link rel="canonical" href="{PUBLIC}/' in ask(behind(settings, wire, 1), "/produk").text


@pytest.mark.parametrize("path", ["/masuk", "/produk"])
def test_without_the_setting_nobody_speaks_for_the_address(settings: Settings, wire: Wire, path: str) -> None:
    assert ask(behind(settings, wire, 0), path).status_code == 400
    honest = Client(behind(settings, wire, 0)).get(path, headers=FORWARDED | {"Host": "lapak.example"})
    assert honest.status_code == 200


def test_a_strange_host_is_refused_also_when_the_proxy_passes_it_on(settings: Settings, wire: Wire) -> None:
    assert ask(behind(settings, wire, 1), **{"X-Forwarded-Host": "toko-lain.example"}).status_code == 400


def test_cookies_belong_to_the_host_and_to_https_alone(settings: Settings, wire: Wire) -> None:
    app = behind(settings, wire, 1)
    with app.app_context():
        make_user()
    client = Client(app)
    page = client.get("/masuk", base_url=PUBLIC, headers=FORWARDED).text
    token = page.partition('name="csrf_token" value="')[2].partition('"')[0]
    form = {"login": PHONE, "secret": PIN, "csrf_token": token}
    answer = client.post("/masuk", data=form, base_url=PUBLIC, headers=FORWARDED | {"Referer": f"{PUBLIC}/masuk"})
    assert answer.status_code == 302
    set_now = answer.headers.getlist("Set-Cookie")
    assert any(one.startswith("__Host-sesi=") for one in set_now)
    for cookie in set_now:
        assert cookie.startswith("__Host-")
        assert {"Secure", "Path=/", "HttpOnly", "SameSite=Lax"} <= set(cookie.split("; "))
        assert "Domain=" not in cookie


def flood(app: Flask, base: str) -> int:
    """The status of the last of many inquiries that one person sends by the API, all from 127.0.0.1."""
    with app.app_context():
        line = {"product": make_product().slug, "quantity": 60}
        db.session.commit()
    client, status = Client(app), 0
    body = {"lines": [line], "name": "Ratna", "phone": "0812 3456 7890"}
    sent = FORWARDED | {"X-Forwarded-For": "127.0.0.1"} if base == PUBLIC else {}
    for number in range(MOST_BY_CONTACT + 1):
        headers = sent | {"Idempotency-Key": f"pesanan-{number:04}"}
        status = client.post("/api/v1/inquiries", json=body, headers=headers, base_url=base).status_code
    return status


def test_a_proxy_on_this_machine_does_not_lift_the_limits(settings: Settings, wire: Wire) -> None:
    assert flood(behind(settings, wire, 1), PUBLIC) == 422


def test_a_site_for_this_machine_alone_limits_nobody_on_it(app: Flask, settings: Settings) -> None:
    assert flood(app, settings.base_url) == 201
