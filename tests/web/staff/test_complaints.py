"""Complaints as those read them who answer: whole, with whoever wrote, and the way to an answer."""

import pytest
from flask import Flask
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.models import Notice, Office
from shop.accounts.types import OfficeLevel, Role
from shop.impact.models import Complaint
from shop.impact.types import CaseState
from shop.platform.db import db
from tests.factories import make_office, make_product
from tests.impact.test_answering import MAIL, PHONE, mailed, make_complaint
from tests.person import Page, Person
from tests.web.staff.desk import sign_in
from tests.web.staff.test_notices import colleague

Db = scoped_session[Session]


@pytest.fixture
def office(db_session: Db) -> Office:
    return make_office(name="Dinas Sosial Bojonegoro")


def opened(person: Person, complaint: Complaint) -> Page:
    return person.visit(f"/dinas/pengaduan/{complaint.public_id}")


def test_the_list_names_number_subject_and_day_but_neither_words_nor_sender(app: Flask, office: Office) -> None:
    complaint = make_complaint(office)
    page = colleague(app, office).visit("/dinas/pengaduan")
    assert complaint.number in page.texts("td a")
    assert "Balas sebelum" in page.text
    assert not any(word in page.text for word in ("Jahitan lepas", "Ratna", "ratna@contoh.example"))


def test_the_page_shows_the_whole_complaint_and_how_to_reach_its_sender(app: Flask, office: Office) -> None:
    product = make_product(name="Rompi jala")
    complaint = make_complaint(office)
    complaint.product_id = product.id
    page = opened(colleague(app, office), complaint)
    assert all(word in page.text for word in ("Jahitan lepas", "Ratna", "ratna@contoh.example", "Rompi jala"))
    assert page.soup.select_one("a[href='mailto:ratna@contoh.example']")


def test_a_reply_is_sent_and_stands_in_the_thread(app: Flask, office: Office) -> None:
    page = opened(colleague(app, office), make_complaint(office))
    page = page.form("", "Kirim balasan").fill(words="Kami tanyakan dulu.").send("Kirim balasan")
    assert "Balasan dikirim ke pengirim." in page.text
    assert page.texts(".message__text") == ["Kami tanyakan dulu."]
    assert "Hasil sebelum" in page.text
    assert [one.kind for one in mailed()] == ["complaint.received", "complaint.replied"]


def test_the_result_closes_it_and_it_moves_to_those_that_are_over(app: Flask, office: Office) -> None:
    complaint, person = make_complaint(office), colleague(app, office)
    number = complaint.number
    form = opened(person, complaint).form("", "Selesaikan dengan hasil ini")
    page = form.fill(words="Sudah diganti, karena jahitannya memang lepas.").send("Selesaikan dengan hasil ini")
    assert "Pengaduan ini sudah selesai." in page.text
    assert not page.soup.select("main form")
    assert number not in person.visit("/dinas/pengaduan").text
    assert number in person.visit("/dinas/pengaduan?lihat=selesai").text


def test_two_who_answer_at_once_the_second_is_told_and_keeps_nothing_to_send(app: Flask, office: Office) -> None:
    complaint, person = make_complaint(office), colleague(app, office)
    form = opened(person, complaint).form("", "Kirim balasan").fill(words="Kami tanyakan dulu.")
    complaint.state = CaseState.CLOSED
    page = form.send("Kirim balasan", status=422)
    assert "Pengaduan ini sudah selesai. Muat ulang" in page.text


def test_nothing_written_is_refused_beside_the_box(app: Flask, office: Office) -> None:
    page = opened(colleague(app, office), make_complaint(office)).form("", "Kirim balasan").send(status=422)
    assert "Tulis dahulu kata Anda kepada pengirim." in page.text


def test_where_there_is_no_e_mail_staff_are_told_to_call(app: Flask, office: Office) -> None:
    page = opened(colleague(app, office), make_complaint(office, who=PHONE))
    assert "Pengirim tidak meninggalkan e-mail." in page.text
    assert page.soup.select_one(f"a[href='tel:{PHONE.phone}']")
    page = page.form("", "Catat balasan").fill(words="Sudah ditelepon.").send("Catat balasan")
    assert "sampaikan lewat telepon" in page.text


def test_it_is_passed_on_and_gone_from_here(app: Flask, db_session: Db) -> None:
    province = make_office(name="Dinas Sosial Jawa Timur", region_code="35", level=OfficeLevel.PROVINCE)
    office = make_office(parent_id=province.id)
    complaint, person = make_complaint(office), colleague(app, office)
    number, address = complaint.number, f"/dinas/pengaduan/{complaint.public_id}"
    page = person.visit(address).form("/teruskan").send(status=422)
    assert "Pilih salah satu" in page.text
    page = page.form("/teruskan").fill(office=province.public_id).send("Teruskan")
    assert f"Pengaduan {number} diteruskan." in page.text
    assert person.get(address).status_code == 404


def test_those_who_run_the_site_answer_what_names_no_office_and_may_give_it_to_one(app: Flask, office: Office) -> None:
    complaint = make_complaint()
    page = opened(sign_in(app, Role.ADMIN), complaint)
    page = page.form("/teruskan").fill(office=office.public_id).send("Teruskan")
    assert "Tidak ada pengaduan di sini." in page.text


@pytest.mark.parametrize("role", [Role.HEAD, Role.CURATOR, Role.ADMIN])
def test_another_offices_complaint_is_not_there(app: Flask, office: Office, role: Role) -> None:
    complaint = make_complaint(make_office(region_code="32.04"))
    address = f"/dinas/pengaduan/{complaint.public_id}"
    person = sign_in(app, role)
    assert person.get(address).status_code == 404
    assert complaint.number not in person.get("/dinas/pengaduan", follow_redirects=True).get_data(as_text=True)


def test_the_list_is_narrowed_to_a_subject(app: Flask, office: Office) -> None:
    complaint, person = make_complaint(office), colleague(app, office)
    assert complaint.number in person.visit("/dinas/pengaduan?tentang=order").text
    assert complaint.number not in person.visit("/dinas/pengaduan?tentang=privacy").text


def test_it_is_counted_in_the_frame_and_the_notice_leads_to_it(app: Flask, office: Office) -> None:
    person, product = colleague(app, office), make_product()
    form = app.test_client().visit("/pengaduan").form("/pengaduan")
    form.fill(about="order", body="Jahitan lepas", email=MAIL.email, concerns=product.slug).send()
    mailed()
    assert db.session.query(Notice).filter(Notice.office_id.is_not(None)).one().kind == "complaint.opened"
    page = person.visit("/dinas")
    assert page.texts(".staff-rail__desk a[href$=pengaduan] .staff-nav__count") == ["1 menunggu"]
    link = person.visit("/dinas/pemberitahuan").soup.select_one("main a[href*='/dinas/pengaduan/']")
    assert link is not None
    assert "Jahitan lepas" in person.visit(str(link["href"])).text
