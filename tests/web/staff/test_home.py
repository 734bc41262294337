"""The office's first page."""

from datetime import timedelta

from flask import Flask
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.types import Role
from shop.lib.clock import now
from tests.factories import make_office
from tests.impact.test_answering import make_complaint
from tests.web.staff.desk import sign_in
from tests.web.staff.test_notices import colleague
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


def test_a_complaint_whose_answer_is_overdue_stands_on_it_by_number(app: Flask, db_session: Db) -> None:
    office = make_office()
    late, other = make_complaint(office), make_complaint(office)
    late.reply_due_at = now() - timedelta(hours=1)
    page = colleague(app, office).visit("/dinas")
    assert page.follow(late.number).path == f"/dinas/pengaduan/{late.public_id}"
    assert other.number not in page.text
