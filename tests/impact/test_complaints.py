"""A complaint is taken in once, gets a number and a day by which it is answered, and reaches the right people."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from shop.accounts.models import Notice
from shop.accounts.types import VISITOR
from shop.impact.commands import open_complaint
from shop.impact.models import Complaint
from shop.impact.rules import LONGEST, Complainant, complaint_due
from shop.impact.types import ComplaintAbout
from shop.lib.errors import Invalid
from shop.platform.db import db
from shop.worker.loop import run_all
from tests.person import Person

FRIDAY = datetime(2026, 11, 20, 3, tzinfo=UTC)
MAIL = Complainant(name="Ratna", email="ratna@contoh.example")


def complain(key: str = "k1", body: str = "Jahitan lepas", who: Complainant = MAIL) -> Complaint:
    return open_complaint(about=ComplaintAbout.ORDER, body=body, who=who, concerns="", key=key, actor=VISITOR)


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
    [notice] = db.session.scalars(select(Notice))
    assert (notice.email, notice.params["number"]) == (MAIL.email, number)
    assert notice.emailed_at is not None


def test_a_visitor_complains_without_an_account_and_reads_the_number(client: Person) -> None:
    form = client.visit("/pengaduan").form("/pengaduan")
    page = form.fill(about="order", body="Barang terlambat", phone="0812 3456 7890").send()
    assert page.path == "/pengaduan"
    assert "tercatat dengan nomor PM-" in page.text


def test_an_empty_complaint_says_beside_its_fields_what_is_missing_and_keeps_the_rest(client: Person) -> None:
    page = client.visit("/pengaduan").form("/pengaduan").fill(name="Ratna").send(status=422)
    assert "Tulis apa yang terjadi." in page.text
    assert page.soup.find("input", {"name": "name"})["value"] == "Ratna"  # type: ignore[index]
