"""The office's first page."""

from flask import Flask
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.types import Role
from tests.web.staff.desk import sign_in
from tests.web.staff.test_reviews import make_case

Db = scoped_session[Session]


def test_it_says_what_waits_and_leads_there(app: Flask, db_session: Db) -> None:
    make_case()
    page = sign_in(app, Role.CURATOR).visit("/dinas")
    assert page.heading == "Ringkasan"
    assert page.follow("produk menunggu diperiksa").heading == "Kurasi"


def test_whoever_runs_the_site_sees_no_queue_of_an_office(app: Flask, db_session: Db) -> None:
    page = sign_in(app, Role.ADMIN).visit("/dinas")
    assert "pesan gagal terkirim" in page.text
    assert "orang di rekam program" not in page.text
