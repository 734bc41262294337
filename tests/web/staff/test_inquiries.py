"""Inquiries as an office sees them: states and ages, nothing that was said."""

from datetime import timedelta

from flask import Flask
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.types import Role
from shop.lib.clock import now
from tests.factories import make_producer, make_product
from tests.inquiries.makers import an_inquiry
from tests.web.staff.desk import sign_in

Db = scoped_session[Session]


def test_late_ones_come_first_and_say_no_word_of_the_buyer(app: Flask, db_session: Db) -> None:
    inquiry = an_inquiry(make_product(producer=make_producer(stall_name="Jahit Melati")))
    inquiry.parts[0].waiting_since = now() - timedelta(days=4)
    page = sign_in(app, Role.HEAD).visit("/dinas/permintaan")
    assert inquiry.number in page.text
    assert "Terlambat" in page.texts("td .honesty-label")
    assert inquiry.name not in page.text
    assert "Jahit Melati" in page.text


def test_one_that_is_young_stands_among_those_that_wait(app: Flask, db_session: Db) -> None:
    inquiry = an_inquiry(make_product())
    person = sign_in(app, Role.CURATOR)
    assert inquiry.number not in person.visit("/dinas/permintaan").text
    assert inquiry.number in person.visit("/dinas/permintaan?lihat=waiting").text


def test_another_regions_inquiries_are_not_shown(app: Flask, db_session: Db) -> None:
    inquiry = an_inquiry(make_product(producer=make_producer(regency_code="32.04")))
    assert inquiry.number not in sign_in(app, Role.OFFICER).visit("/dinas/permintaan?lihat=all").text
