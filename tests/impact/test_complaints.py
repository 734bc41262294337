"""A complaint is taken in once, gets a number and a day by which it is answered, and reaches the right people."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from shop.accounts.models import Notice
from shop.accounts.types import VISITOR, OfficeLevel, Role
from shop.impact.commands import complaining, open_complaint
from shop.impact.models import Complaint
from shop.impact.rules import LONGEST, Complainant, complaint_due, reply_due
from shop.impact.types import ComplaintAbout
from shop.inquiries.commands import Origin
from shop.lib.errors import Conflict, Invalid
from shop.platform.db import db
from shop.text.notices import word_notice
from shop.worker.loop import run_all
from tests.factories import make_office, make_product
from tests.person import Person
from tests.web.staff.desk import make_staff

FRIDAY = datetime(2026, 11, 20, 3, tzinfo=UTC)
MAIL = Complainant(name="Ratna", email="ratna@contoh.example")


def complain(key: str = "k1", body: str = "Jahitan lepas", who: Complainant = MAIL, **facts: Any) -> Complaint:
    told = {"about": ComplaintAbout.ORDER, "concerns": "", "actor": VISITOR, **facts}
    return open_complaint(body=body, who=who, key=key, **told)


def test_personal_data_is_answered_within_72_hours_and_the_rest_within_ten_working_days() -> None:
    assert complaint_due(ComplaintAbout.PRIVACY, FRIDAY) == FRIDAY + timedelta(hours=72)
    assert complaint_due(ComplaintAbout.ORDER, FRIDAY) == datetime(2026, 12, 4, 3, tzinfo=UTC)


@pytest.mark.usefixtures("db_session")
def test_the_same_key_again_is_the_same_complaint() -> None:
    assert complain().number == complain().number
    assert db.session.scalar(select(func.count(Complaint.id))) == 1


@pytest.mark.usefixtures("db_session")
@pytest.mark.parametrize(
    ("body", "who", "code"),
    [
        ("", MAIL, "complaint_missing"),
        ("x" * (LONGEST + 1), MAIL, "too_long"),
        ("Jahitan lepas", Complainant(), "phone_or_email_office"),
    ],
)
def test_what_cannot_be_answered_is_refused(body: str, who: Complainant, code: str) -> None:
    with pytest.raises(Invalid) as caught:
        complain(body=body, who=who)
    assert caught.value.code == code


@pytest.mark.usefixtures("db_session")
def test_somebody_who_floods_is_asked_to_wait() -> None:
    for number in range(10):
        complain(key=f"k{number}")
    with pytest.raises(Invalid) as caught:
        complain(key="k10")
    assert caught.value.code == "too_many_complaints"


@pytest.mark.usefixtures("db_session")
def test_who_complains_is_told_the_number() -> None:
    number = complain().number
    db.session.commit()
    run_all()
    [notice] = db.session.scalars(select(Notice).where(Notice.email.is_not(None)))
    assert (notice.email, notice.params["number"]) == (MAIL.email, number)
    assert notice.emailed_at is not None


@pytest.mark.usefixtures("db_session")
def test_a_flood_from_one_network_is_stopped_though_each_sender_is_another() -> None:
    origin = Origin(address="203.0.113.7")
    for number in range(100):
        complain(key=f"k{number}", who=Complainant(email=f"orang{number}@contoh.example"), origin=origin)
    with pytest.raises(Invalid) as caught:
        complain(key="k100", who=Complainant(email="orang100@contoh.example"), origin=origin)
    assert caught.value.code == "too_many_complaints"
    complain(key="k101", who=Complainant(email="orang101@contoh.example"), origin=Origin(address="203.0.113.8"))


@pytest.mark.usefixtures("db_session")
@pytest.mark.parametrize("key", ["", "k" * 81])
def test_a_key_that_no_form_of_ours_makes_is_refused_before_the_database_sees_it(key: str) -> None:
    with pytest.raises(Invalid) as caught:
        complain(key=key)
    assert caught.value.code == "key_invalid"


def test_a_form_with_a_broken_key_is_taken_when_it_is_sent_again(client: Person) -> None:
    form = client.visit("/pengaduan").form("/pengaduan")
    form.fill(about="order", body="Barang terlambat", phone="0812 3456 7890")
    page = form.fill(key="k" * 4000).send(status=422)
    assert "Formulir ini rusak" in page.text
    assert "tercatat dengan nomor PM-" in page.form("/pengaduan").send().text


@pytest.mark.usefixtures("db_session")
def test_a_reply_is_promised_within_two_working_days_and_with_personal_data_not_after_the_result() -> None:
    assert reply_due(ComplaintAbout.ORDER, FRIDAY) == datetime(2026, 11, 24, 3, tzinfo=UTC)
    assert reply_due(ComplaintAbout.PRIVACY, FRIDAY) == FRIDAY + timedelta(hours=72)


@pytest.mark.usefixtures("db_session")
def test_a_complaint_goes_to_the_office_of_the_place_and_one_about_a_person_to_the_office_above() -> None:
    province = make_office(region_code="35", level=OfficeLevel.PROVINCE)
    regency = make_office(parent_id=province.id)
    slug = make_product().slug
    assert complain(key="k1", concerns=slug).office_id == regency.id
    assert complain(key="k2", concerns=slug, about=ComplaintAbout.PERSON).office_id == province.id
    assert complain(key="k3").office_id is None


@pytest.mark.usefixtures("db_session")
def test_a_second_complaint_that_names_the_first_goes_to_whoever_has_it() -> None:
    office = make_office()
    first = complain(key="k1", concerns=make_product().slug)
    second = complain(key="k2", concerns=first.number.lower())
    assert (second.follows_id, second.office_id) == (first.id, office.id)


@pytest.mark.usefixtures("db_session")
def test_the_office_is_told_number_and_days_and_nothing_of_what_was_written() -> None:
    office_id = make_office().id
    complain(concerns=make_product().slug)
    db.session.commit()
    run_all()
    [notice] = db.session.scalars(select(Notice).where(Notice.office_id == office_id))
    told = word_notice(notice.kind, notice.params)
    assert "Jahitan lepas" not in f"{notice.params}{told}"
    assert "Ratna" not in f"{notice.params}{told}"
    assert told.path.startswith("/dinas/pengaduan/")


@pytest.mark.usefixtures("db_session")
def test_what_names_no_place_is_told_to_those_who_run_the_site() -> None:
    user_id, _none = make_staff(Role.ADMIN)
    make_staff(Role.CURATOR)
    complain()
    db.session.commit()
    run_all()
    told = db.session.scalars(select(Notice.user_id).where(Notice.kind == "complaint.opened")).all()
    assert told == [user_id]


def test_a_visitor_complains_without_an_account_and_reads_the_number(client: Person) -> None:
    form = client.visit("/pengaduan").form("/pengaduan")
    page = form.fill(about="order", body="Barang terlambat", phone="0812 3456 7890").send()
    assert page.path == "/pengaduan"
    assert "tercatat dengan nomor PM-" in page.text


def test_an_empty_complaint_says_beside_its_fields_what_is_missing_and_keeps_the_rest(client: Person) -> None:
    page = client.visit("/pengaduan").form("/pengaduan").fill(name="Ratna").send(status=422)
    assert "Tulis apa yang terjadi." in page.text
    assert page.soup.find("input", {"name": "name"})["value"] == "Ratna"


@pytest.mark.usefixtures("db_session")
def test_after_too_many_clashes_of_numbers_the_sender_is_asked_to_try_again(monkeypatch: pytest.MonkeyPatch) -> None:
    number = complain().number
    monkeypatch.setattr(complaining, "new_reference", lambda: number)
    with pytest.raises(Conflict, match="try_again"):
        complain(key="k2")


@pytest.mark.usefixtures("db_session")
def test_of_two_requests_with_one_key_at_the_same_moment_one_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    made = complaining._complaint
    faster: list[Complaint] = []

    def slow(*said: Any) -> Complaint:
        monkeypatch.undo()
        faster.append(complain())
        return made(*said)

    monkeypatch.setattr(complaining, "_complaint", slow)
    assert complain() is faster[0]
