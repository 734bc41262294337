"""What happens to a person in a programme, page by page."""

import pytest
from flask import Flask
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.types import Role
from tests.programmes.making import make_enrolment, make_programme, make_record
from tests.web.staff.desk import sign_in

Db = scoped_session[Session]


def test_a_person_is_enrolled_once_a_year(app: Flask, db_session: Db) -> None:
    record, programme = make_record(), make_programme()
    form = sign_in(app, Role.OFFICER).visit(f"/dinas/rekam/{record.public_id}/program").form()
    page = form.fill(programme=programme.public_id, year="2026", skill="Menjahit").send()
    assert f"{programme.name}, 2026" in page.texts("h2")
    assert "sudah tercatat di program itu" in form.send(status=422).text


def test_training_aid_and_a_visit_stand_in_the_record(app: Flask, db_session: Db) -> None:
    enrolment = make_enrolment()
    person, way = sign_in(app, Role.OFFICER), f"/dinas/rekam/kepesertaan/{enrolment.public_id}"
    told = {"title": "Menjahit seragam", "starts_on": "2026-03-02", "days": "20"}
    person.visit(f"{way}/pelatihan").form().fill(**told).send()
    person.visit(f"{way}/bantuan").form().fill(item="mesin jahit", quantity="2").send()
    person.visit(f"{way}/bantuan").form().fill(amount="2,5 juta", quantity="").send()
    seen = {"method": "home", "business_running": "yes", "gross_month": "3 juta", "obstacles": "bahan\nmodal"}
    page = person.visit(f"{way}/kunjungan").form().fill(**seen).send()
    lines = page.texts(".timeline__title")
    assert {"Menjahit seragam", "2 mesin jahit", "Modal Rp2.500.000", "Pemantauan: Kunjungan rumah"} == set(lines)
    assert "Rp3.000.000" not in page.text
    assert "bahan, modal" in page.text


@pytest.mark.parametrize(
    ("page", "typed", "told"),
    [
        ("pelatihan", {}, "tulis judul pelatihan baru"),
        ("pelatihan", {"title": "Menjahit", "starts_on": "2099-01-01", "days": "3"}, "belum tiba"),
        ("bantuan", {"item": ""}, "Isi salah satu"),
        ("bantuan", {"item": "KK 3522011234560001"}, "NIK dan nomor KK"),
        ("kunjungan", {"method": "home", "visited_on": "2099-01-01"}, "belum tiba"),
        ("kunjungan", {"method": "home", "net_month": "banyak"}, "Tulis jumlah uang dengan angka"),
        ("kunjungan", {"method": "home", "gross_month": "-5"}, "Jumlah uang tidak boleh kurang dari nol"),
        ("kunjungan", {"method": "home", "workers": "-1"}, "Tulis angka dari 0"),
        ("kunjungan", {"method": "home", "helpers": "dua"}, "Tulis dengan angka."),
        ("kunjungan", {"method": "home", "next_visit_on": "2020-01-01"}, "sesudah kunjungan ini"),
    ],
)
def test_what_cannot_be_is_told(app: Flask, db_session: Db, page: str, typed: dict[str, str], told: str) -> None:
    enrolment = make_enrolment()
    form = sign_in(app, Role.OFFICER).visit(f"/dinas/rekam/kepesertaan/{enrolment.public_id}/{page}").form()
    assert told in form.fill(**typed).send(status=422).text


def test_graduation_wants_its_day_and_way(app: Flask, db_session: Db) -> None:
    enrolment = make_enrolment()
    form = sign_in(app, Role.OFFICER).visit(f"/dinas/rekam/kepesertaan/{enrolment.public_id}").form()
    refused = form.fill(phase="graduated").send(status=422)
    assert "tanggal dan cara graduasinya" in refused.text
    page = refused.form().fill(graduated_on="2026-05-04", graduation_way="better_off").send()
    assert "Sejahtera mandiri" in page.text
