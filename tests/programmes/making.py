"""Programme records for tests, added straight to the database."""

from itertools import count
from typing import Any

from sqlalchemy import select

from shop.lib.clock import today_wib
from shop.platform.db import db
from shop.programmes.commands.records import new_record_no
from shop.programmes.models import (
    Beneficiary,
    Enrolment,
    MonitoringVisit,
    Programme,
    PublicLabel,
    Training,
    TrainingParticipant,
)
from shop.programmes.types import ProgrammeLevel, VisitMethod
from tests.factories import make_office

_numbers = count(1)


def _added(row: Any) -> Any:
    db.session.add(row)
    db.session.flush()
    return row


def label_of(province: str = "35") -> PublicLabel:
    """The label of a province's dinas."""
    return db.session.scalars(select(PublicLabel).where(PublicLabel.region_code == province)).one()


def make_programme(**facts: Any) -> Programme:
    """A programme of the province with its label; disclosing, as it is by default."""
    number = next(_numbers)
    told = {"code": f"PRG-{number}", "name": f"Bina Netra {number}", "level": ProgrammeLevel.PROVINCE}
    return _added(Programme(**{**told, "region_code": "35", "public_label": label_of(), **facts}))


def make_record(*, region: str = "35.22", **facts: Any) -> Beneficiary:
    """A person in the records of a regency."""
    told = {"record_no": new_record_no(), "full_name": f"Orang {next(_numbers)}"}
    office = make_office(region_code=region)
    return _added(Beneficiary(**{**told, "office": office, "region_code": region, **facts}))


def make_enrolment(record: Beneficiary | None = None, **facts: Any) -> Enrolment:
    """A person in a programme this year."""
    told = {"beneficiary": record or make_record(), "year": today_wib().year}
    return _added(Enrolment(**{**told, "programme": facts.pop("programme", None) or make_programme(), **facts}))


def make_training(enrolment: Enrolment, **facts: Any) -> Training:
    """A training that somebody took part in."""
    told = {"title": "Menjahit seragam", "starts_on": today_wib(), "days": 20}
    training: Training = _added(Training(**{**told, **facts}))
    _added(TrainingParticipant(training=training, enrolment=enrolment))
    return training


def make_visit(enrolment: Enrolment, **facts: Any) -> MonitoringVisit:
    """A visit that found the business running."""
    told = {"visited_on": today_wib(), "method": VisitMethod.HOME, "business_running": True}
    return _added(MonitoringVisit(**{**told, "enrolment_id": enrolment.id, **facts}))
