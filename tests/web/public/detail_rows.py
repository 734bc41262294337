"""Rows for the tests of public pages: lines of the programme record, stories, counted SELECTs."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import count

from sqlalchemy import event

from shop.consent.types import Purpose
from shop.platform.db import db
from shop.producers.models import Producer, RecordLink, Story
from shop.producers.types import StoryState
from shop.programmes.models import (
    Beneficiary,
    BeneficiarySpecific,
    Enrolment,
    Programme,
    PublicLabel,
    Training,
    TrainingUnit,
)
from shop.programmes.types import ProgrammeLevel, UnitType
from tests.factories import give_consent, make_office

_numbers = count(1)
PROGRAMME = "Program Rahasia Netra"
UNIT = "UPT Bina Netra Contoh"


def added(row: object) -> None:
    db.session.add(row)
    db.session.flush()


def make_line(producer: Producer, *, consent: bool = True, label: PublicLabel | None = None) -> RecordLink:
    """A verified line of a disclosing programme and unit; shown only with its own consent."""
    number = next(_numbers)
    office = make_office()
    person = Beneficiary(
        record_no=f"R{number:06}", full_name=f"Nama Tercatat {number}", office_id=office.id, region_code="35.22"
    )
    programme = Programme(
        code=f"P{number}",
        name=f"{PROGRAMME} {number}",
        level=ProgrammeLevel.PROVINCE,
        public_label_id=label and label.id,
    )
    unit = TrainingUnit(code=f"U{number}", name=f"{UNIT} {number}", type=UnitType.UPT, office_id=office.id)
    training = Training(title="Pelatihan batik tulis", starts_on=date(2024, 3, 4), days=24)
    for row in (person, programme, unit, training):
        added(row)
    added(BeneficiarySpecific(beneficiary_id=person.id, welfare_category="poor", disability_type="blind"))
    enrolment = Enrolment(beneficiary_id=person.id, programme_id=programme.id, unit_id=unit.id, year=2024)
    added(enrolment)
    link = RecordLink(
        producer_id=producer.id, enrolment_id=enrolment.id, training_id=training.id, verified_on=date(2026, 3, 3)
    )
    added(link)
    if consent:
        give_consent(producer, Purpose.PROGRAMME_LINE, link.public_id)
    return link


def make_story(producer: Producer, *, consent: bool = True) -> Story:
    """A published story, told by a person with a name."""
    story = Story(
        producer_id=producer.id,
        state=StoryState.PUBLISHED,
        quote="Benangnya kami pintal sendiri.",
        body="Kami delapan orang.\n\nSabtu kami mewarnai.",
        told_by="Sulastri Pencerita",
        written_on=date(2026, 9, 8),
    )
    added(story)
    if consent:
        give_consent(producer, Purpose.STORY)
    return story


@contextmanager
def counted_selects() -> Iterator[list[str]]:
    """The statements that reach the database meanwhile, without those that only open a transaction."""
    found: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        found.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
