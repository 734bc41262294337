"""Records: entered, found, changed; restricted values stand on one page whose every opening is logged."""

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.types import Role
from shop.audit.models import AuditEvent
from shop.platform.db import db
from shop.programmes.models import Beneficiary, BeneficiarySpecific
from tests.person import Person
from tests.programmes.making import make_enrolment, make_record, make_visit
from tests.web.staff.desk import sign_in

Db = scoped_session[Session]
SECRETS = ("Penyandang disabilitas", "Intelektual", "Jalan Melati 7", "Catatan rahasia", "Rp3.141.000")


def fill_in(person: Person, record: Beneficiary) -> None:
    """Write the restricted part through the page."""
    page = person.visit(f"/dinas/rekam/{record.public_id}").form(button="Lihat data khusus").send()
    page.form("/simpan").fill(
        welfare_category="person_with_disability",
        disability_type="intellectual",
        address="Jalan Melati 7",
        notes="Catatan rahasia",
    ).send("Simpan data khusus")


def reads() -> int:
    return len(list(db.session.scalars(select(AuditEvent).where(AuditEvent.action == "record.specific_read"))))


def test_a_person_is_entered_under_an_opaque_number(app: Flask, db_session: Db) -> None:
    form = sign_in(app, Role.OFFICER).visit("/dinas/rekam/baru").form()
    page = form.fill(full_name="Siti Aminah", district_code="35.22.01").send()
    record = db.session.scalars(select(Beneficiary)).one()
    assert page.heading == "Siti Aminah"
    assert record.record_no.startswith("RP-")
    assert record.region_code == "35.22"


def test_a_nik_is_refused_and_the_rest_is_kept(app: Flask, db_session: Db) -> None:
    form = sign_in(app, Role.OFFICER).visit("/dinas/rekam/baru").form()
    refused = form.fill(full_name="Siti 3522 0112 3456 0001", district_code="35.22.01").send(status=422)
    assert "NIK dan nomor KK tidak disimpan" in refused.text
    assert db.session.scalars(select(Beneficiary)).all() == []


def test_restricted_values_stand_on_their_own_page_only(app: Flask, db_session: Db) -> None:
    record = make_record(full_name="Siti Aminah")
    enrolment = make_enrolment(record)
    make_visit(enrolment, gross_month=3_141_000)
    officer = sign_in(app, Role.OFFICER)
    fill_in(officer, record)
    addresses = ["/dinas", "/dinas/rekam", f"/dinas/rekam/{record.public_id}", "/dinas/produsen", "/dinas/program"]
    addresses += [f"/dinas/rekam/{record.public_id}/ubah", f"/dinas/rekam/kepesertaan/{enrolment.public_id}"]
    for address in addresses:
        text = officer.visit(address).response.get_data(as_text=True)
        assert [secret for secret in SECRETS if secret in text] == [], address
    page = officer.visit(f"/dinas/rekam/{record.public_id}").form(button="Lihat data khusus").send()
    shown = page.response.get_data(as_text=True)
    assert [secret for secret in SECRETS if secret not in shown] == []
    assert page.response.headers["Cache-Control"] == "no-store"


def test_each_look_at_restricted_data_is_logged_with_its_region(app: Flask, db_session: Db) -> None:
    record = make_record()
    officer = sign_in(app, Role.OFFICER)
    for times in (1, 2):
        officer.visit(f"/dinas/rekam/{record.public_id}").form(button="Lihat data khusus").send()
        assert reads() == times
    page = sign_in(app, Role.PROVINCIAL, "35").visit("/dinas/jejak?lihat=khusus")
    assert page.text.count("Melihat data khusus") == 2


def test_without_the_forms_token_nothing_is_shown_and_nothing_logged(app: Flask, db_session: Db) -> None:
    record = make_record()
    officer = sign_in(app, Role.OFFICER)
    answer = officer.post(f"/dinas/rekam/{record.public_id}/khusus")
    assert answer.status_code in {302, 422}
    assert reads() == 0


def test_a_record_of_another_region_is_not_there(app: Flask, db_session: Db) -> None:
    record = make_record(region="32.04")
    officer = sign_in(app, Role.OFFICER)
    for rest in ("", "/ubah", "/program"):
        officer.visit(f"/dinas/rekam/{record.public_id}{rest}", status=404)
    assert officer.post(f"/dinas/rekam/{record.public_id}/khusus").status_code == 404


def test_what_is_restricted_lies_encrypted_in_the_database(app: Flask, db_session: Db) -> None:
    record = make_record()
    fill_in(sign_in(app, Role.OFFICER), record)
    columns = BeneficiarySpecific.__table__.c
    raw = db.session.connection().exec_driver_sql("SELECT * FROM beneficiary_specific").all()
    assert len(columns) == len(raw[0])
    assert not [
        value for value in raw[0] if any(secret in str(value) for secret in ("Melati", "intellectual", "rahasia"))
    ]


def test_records_are_found_by_part_of_a_name_or_number(app: Flask, db_session: Db) -> None:
    record, _other = make_record(full_name="Siti Aminah"), make_record(full_name="Budi")
    officer = sign_in(app, Role.OFFICER)
    for words in ("amin", record.record_no):
        found = officer.visit("/dinas/rekam").form("/dinas/rekam").fill(q=words).send()
        assert "Siti Aminah" in found.text
        assert "Budi" not in found.text
        assert words not in found.response.request.url  # a name or number stands in no address
