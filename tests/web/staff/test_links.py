"""The way from a record to a consented public line, and back to nothing."""

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.types import Role
from shop.lib.clock import today_wib
from shop.platform.db import db
from shop.producers.models import Producer
from shop.producers.queries import public_programme_lines
from tests.factories import make_producer
from tests.person import Page, Person
from tests.programmes.making import make_enrolment, make_record, make_training
from tests.web.staff.desk import sign_in

Db = scoped_session[Session]


def linked(person: Person) -> Page:
    """A maker linked to a record, verified and consented before a witness."""
    maker = make_producer(stall_name="Jahit Melati")
    enrolment = make_enrolment(make_record(full_name="Siti Aminah"))
    training = make_training(enrolment)
    form = person.visit(f"/dinas/rekam/kepesertaan/{enrolment.public_id}/hubungkan").form()
    page = form.fill(producer=maker.public_id, training=training.public_id).send()
    assert public_programme_lines(maker) == []
    assert page.soup.select(f"[aria-label='Verifikasi hari ini: Menjahit seragam, {today_wib().year}']")
    page = page.form("/verifikasi").send()
    assert page.soup.select_one("details form[action$='/verifikasi']")
    assert public_programme_lines(maker) == []
    form = person.visit(f"/dinas/produsen/{maker.public_id}/persetujuan").form()
    line = next(value for value in form.tag.select("#purpose option") if "programme_line" in str(value["value"]))
    return form.fill(purpose=str(line["value"]), state="given", channel="paper", witness="Bu Lurah").send()


def test_a_record_becomes_a_public_line_by_verification_and_consent(app: Flask, db_session: Db) -> None:
    officer = sign_in(app, Role.OFFICER)
    assert "Produsen mengizinkan" in linked(officer).text
    page = officer.visit("/dinas/produsen").follow("Jahit Melati")
    link = next(
        str(one["href"]) for one in page.soup.select("#links ~ * a, section a") if "/rekam/" in str(one["href"])
    )
    assert officer.visit(link).heading == "Siti Aminah"


def test_the_public_line_names_label_and_training_only(app: Flask, db_session: Db) -> None:
    linked(sign_in(app, Role.OFFICER))
    maker = db.session.scalars(select(Producer)).one()
    (line,) = public_programme_lines(maker)
    assert line.label_id == "Binaan Dinas Sosial Provinsi Jawa Timur"
    assert (line.training, line.days) == ("Menjahit seragam", 20)
    assert "Netra" not in str(line)


def test_ending_a_link_ends_its_public_line(app: Flask, db_session: Db) -> None:
    page = linked(sign_in(app, Role.OFFICER))
    page.form("/akhiri").send()
    db.session.expire_all()
    maker = db.session.scalars(select(Producer)).one()
    assert public_programme_lines(maker) == []


def test_a_link_to_a_record_of_another_region_is_not_there(app: Flask, db_session: Db) -> None:
    enrolment = make_enrolment(make_record(region="32.04"))
    sign_in(app, Role.OFFICER).visit(f"/dinas/rekam/kepesertaan/{enrolment.public_id}/hubungkan", status=404)
