"""Programmes by year, with the label that the public reads instead."""

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.types import Role
from shop.platform.db import db
from shop.programmes.models import Programme, ProgrammeYear
from tests.programmes.making import make_programme
from tests.web.staff.desk import sign_in

Db = scoped_session[Session]
FACTS = {"name": "Wira Usaha", "code": "WIRA-2026", "level": "province", "region_code": "35"}


def test_a_programme_is_entered_and_hides_its_name_by_default(app: Flask, db_session: Db) -> None:
    form = sign_in(app, Role.PROVINCIAL, "35").visit("/dinas/program/baru").form()
    page = form.fill(**FACTS).send()
    assert page.heading == "Wira Usaha"
    programme = db.session.scalars(select(Programme)).one()
    assert (programme.code, programme.disclosing) == ("WIRA-2026", True)


def test_a_national_programme_with_a_region_is_refused(app: Flask, db_session: Db) -> None:
    form = sign_in(app, Role.ADMIN).visit("/dinas/program/baru").form()
    refused = form.fill(**{**FACTS, "level": "national"}).send(status=422)
    assert "Program nasional tidak punya wilayah" in refused.text


def test_a_code_is_taken_once(app: Flask, db_session: Db) -> None:
    make_programme(code="WIRA-2026")
    form = sign_in(app, Role.PROVINCIAL, "35").visit("/dinas/program/baru").form()
    assert "sudah dipakai program lain" in form.fill(**FACTS).send(status=422).text


def test_the_quota_of_a_year_is_set_and_set_again(app: Flask, db_session: Db) -> None:
    programme = make_programme()
    page = sign_in(app, Role.PROVINCIAL, "35").visit(f"/dinas/program/{programme.public_id}")
    for quota in ("300", "150"):
        page = page.form("/kuota").fill(year="2026", quota=quota).send()
    row = db.session.scalars(select(ProgrammeYear)).one()
    assert (row.year, row.quota) == (2026, 150)
    assert "number_range" not in page.form("/kuota").fill(year="1800").send(status=422).text


def test_staff_of_a_regency_see_the_provinces_programme_but_cannot_change_it(app: Flask, db_session: Db) -> None:
    programme = make_programme()
    officer = sign_in(app, Role.OFFICER)
    assert programme.name in officer.visit("/dinas/program").text
    officer.visit(f"/dinas/program/{programme.public_id}", status=404)
