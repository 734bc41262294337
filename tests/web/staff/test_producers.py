"""Makers of the region: registered, found, shown, changed."""

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.types import Role
from shop.platform.db import db
from shop.producers.models import Producer
from tests.factories import make_producer, make_product
from tests.web.staff.desk import sign_in

Db = scoped_session[Session]
FACTS = {"form": "person", "stall_name": "Jahit Melati", "district_code": "35.22.01", "workers": "2"}


def test_a_maker_is_registered_and_not_yet_public(app: Flask, db_session: Db) -> None:
    form = sign_in(app, Role.OFFICER).visit("/dinas/produsen/baru").form()
    page = form.fill(**FACTS, is_adult="y").send()
    assert page.heading == "Jahit Melati"
    assert "Tidak tampil umum" in page.text
    maker = db.session.scalars(select(Producer)).one()
    assert (maker.slug, maker.regency_code, maker.is_adult) == ("jahit-melati", "35.22", True)


def test_a_maker_whose_age_nobody_confirmed_is_refused(app: Flask, db_session: Db) -> None:
    form = sign_in(app, Role.CURATOR).visit("/dinas/produsen/baru").form()
    refused = form.fill(**FACTS).send(status=422)
    assert "18 tahun atau lebih" in refused.text
    assert "Jahit Melati" in str(refused.soup.find(id="stall_name"))


def test_a_place_outside_of_the_region_is_not_offered(app: Flask, db_session: Db) -> None:
    page = sign_in(app, Role.OFFICER).visit("/dinas/produsen/baru")
    codes = [str(option["value"]) for option in page.soup.select("#district_code option")]
    assert "35.22.01" in codes
    assert [code for code in codes if code and not code.startswith("35.22.")] == []


def test_a_maker_is_found_by_word_form_and_state(app: Flask, db_session: Db) -> None:
    make_producer(stall_name="Jahit Melati", form="person")
    make_producer(stall_name="Kopi Lereng")
    person = sign_in(app, Role.CURATOR)
    assert "Kopi Lereng" not in person.visit("/dinas/produsen?q=jahit").text
    assert "Jahit Melati" not in person.visit("/dinas/produsen?bentuk=group").text
    assert "Tidak ada yang cocok" in person.visit("/dinas/produsen?keadaan=ended&kabkota=35.22&bentuk=x").text


def test_one_maker_shows_its_listings_people_and_consents(app: Flask, db_session: Db) -> None:
    maker = make_producer(stall_name="Jahit Melati")
    make_product(producer=maker)
    page = sign_in(app, Role.OFFICER).visit(f"/dinas/produsen/{maker.public_id}")
    assert page.texts(".stat__item")[0] == "1 produk terbit"
    assert {"Orang di lapak ini", "Pendamping", "Rekam program", "Persetujuan"} <= set(page.texts("h2"))


def test_a_curator_sees_no_record_links(app: Flask, db_session: Db) -> None:
    maker = make_producer()
    assert "Rekam program" not in sign_in(app, Role.CURATOR).visit(f"/dinas/produsen/{maker.public_id}").texts("h2")


def test_facts_are_corrected_and_the_address_stays(app: Flask, db_session: Db) -> None:
    maker = make_producer(stall_name="Jahit Melati", district_code="35.22.01", slug="jahit-melati")
    form = sign_in(app, Role.OFFICER).visit(f"/dinas/produsen/{maker.public_id}/ubah").form()
    page = form.fill(stall_name="Jahit Melati Jaya", standing="suspended").send()
    assert page.heading == "Jahit Melati Jaya"
    db.session.expire_all()
    assert (maker.slug, str(maker.status)) == ("jahit-melati", "suspended")


@pytest.mark.parametrize("rest", ["", "/ubah", "/undang", "/pendamping", "/persetujuan"])
def test_a_maker_of_another_region_is_not_there(app: Flask, db_session: Db, rest: str) -> None:
    maker = make_producer(regency_code="32.04")
    sign_in(app, Role.OFFICER).visit(f"/dinas/produsen/{maker.public_id}{rest}", status=404)
