"""Which role opens which pages of the office: a table, and whatever is not in it is not there."""

import pytest
from flask import Flask
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.types import Role
from shop.web.staff.desk import GROUPS
from tests.person import Person
from tests.web.staff.desk import sign_in

Db = scoped_session[Session]

PAGES = {
    "/dinas": "curator officer provincial head admin",
    "/dinas/pemberitahuan": "curator officer provincial",
    "/dinas/pengaduan": "curator officer provincial admin",
    "/dinas/kurasi": "curator provincial",
    "/dinas/surat": "curator provincial",
    "/dinas/unggulan": "curator provincial",
    "/dinas/koleksi": "curator provincial",
    "/dinas/koleksi/baru": "curator provincial",
    "/dinas/produsen": "curator officer provincial",
    "/dinas/produsen/baru": "curator officer provincial",
    "/dinas/mitra": "partner",
    "/dinas/rekam": "officer provincial",
    "/dinas/rekam/baru": "officer provincial",
    "/dinas/program": "officer provincial admin",
    "/dinas/program/baru": "officer provincial admin",
    "/dinas/permintaan": "curator officer provincial head",
    "/dinas/jejak": "provincial head admin",
    "/dinas/pengguna": "admin",
    "/dinas/pesan": "admin",
}
STAFF = [role for role in Role if role is not Role.PARTNER]


@pytest.mark.parametrize("role", Role)
def test_each_role_opens_its_own_pages_and_no_others(app: Flask, db_session: Db, role: Role) -> None:
    person = sign_in(app, role, "35")
    found = {address: person.get(address).status_code for address in PAGES}
    assert found == {address: 200 if role in roles.split() else 404 for address, roles in PAGES.items()}


@pytest.mark.parametrize("role", STAFF)
def test_the_menu_leads_only_to_pages_that_open(app: Flask, db_session: Db, role: Role) -> None:
    person = sign_in(app, role, "35")
    links = person.visit("/dinas").soup.select(".staff-rail__desk a")
    assert links
    for link in links:
        person.visit(str(link["href"]))


def test_every_group_of_pages_is_in_the_table_of_the_guard(app: Flask) -> None:
    groups = {endpoint.split(".")[1] for endpoint in app.view_functions if endpoint.startswith("staff.")}
    assert groups == set(GROUPS)


def test_a_stranger_is_sent_to_sign_in(client: Person) -> None:
    answer = client.get("/dinas/rekam")
    assert answer.status_code == 302
    assert "/masuk" in answer.headers["Location"]


@pytest.mark.parametrize("address", ["/dinas", "/dinas/produsen", "/dinas/program"])
def test_pages_speak_english_under_en(app: Flask, db_session: Db, address: str) -> None:
    page = sign_in(app, Role.PROVINCIAL, "35").visit(f"/en{address}")
    assert page.soup.html is not None
    assert page.soup.html["lang"] == "en"
