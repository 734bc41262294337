"""Broken and hostile input at every address: refused in words, never answered with a fault of ours."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from werkzeug.routing import Rule
from werkzeug.test import Client

from shop.platform.db import db

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
JUNK = ("x", "..%2f..%2fetc", "%C3%28", "%00", "'%22%3E%3Cscript%3E", "9" * 300, "-1", "%F0%9F%A5%A5")
QUERIES = (
    "",
    "q=%00",
    "q=%FF%FE",
    "q=" + "a" * 5000,
    "lanjut=zzz",
    "urut=x&urut=y",
    "limit=-1",
    "harga_min=1e999",
    "%",
)
METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")


def paths(rule: Rule) -> Iterator[str]:
    """The address of a rule with each kind of junk in all its places."""
    for junk in JUNK if rule.arguments - set(rule.defaults or {}) else JUNK[:1]:
        yield re.sub(r"<[^>]+>", junk, rule.rule)


def test_no_address_answers_junk_with_a_fault_of_ours(app: Flask) -> None:
    app.testing = False
    client = Client(app)
    faults = []
    for rule in app.url_map.iter_rules():
        for place, path in enumerate(paths(rule)):
            for method in METHODS if place == 0 else METHODS[:1]:
                status = client.open(path, method=method, data=b"\xff\x00=%00&a=\xc3(").status_code
                if status >= 500:
                    faults.append(f"{method} {path}: {status}")
        for query in QUERIES:
            path = re.sub(r"<[^>]+>", "x", rule.rule)
            status = client.get(f"{path}?{query}").status_code
            if status >= 500:
                faults.append(f"GET {path}?{query[:40]}: {status}")
    with app.app_context():
        db.session.remove()
    assert faults == []


@pytest.mark.parametrize(
    ("path", "host", "status"),
    [
        ("/produk?q=%00", "127.0.0.1", 400),
        ("/produk?q=%FF", "127.0.0.1", 400),
        ("/produk?q=a&q=b", "127.0.0.1", 400),
        ("/%00", "127.0.0.1", 400),
        ("/produk", "toko-lain.example", 400),
        ("/produk", "127.0.0.1", 200),
    ],
)
def test_broken_bytes_second_values_and_strange_hosts_are_refused(
    app: Flask, path: str, host: str, status: int
) -> None:
    assert Client(app).get(path, headers={"Host": host}).status_code == status


def test_a_form_beyond_the_limit_is_refused(app: Flask) -> None:
    answer = Client(app).post("/masuk", data={"login": "x" * (3 * 1024 * 1024)})
    assert answer.status_code == 413
