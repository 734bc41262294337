"""People's records under an opaque number, and their restricted part, whose every read is logged."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from shop.accounts.models import Office
from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.lib.clock import today_wib
from shop.lib.errors import Invalid, require
from shop.lib.ids import CROCKFORD
from shop.lib.nik import refuse_nik
from shop.platform.db import db
from shop.platform.holding import hold
from shop.programmes.facts import PersonFacts, SpecificFacts
from shop.programmes.models import Beneficiary, BeneficiarySpecific, Enrolment, MonitoringVisit
from shop.programmes.policies import may_keep_record, may_keep_records_of, may_read_specific
from shop.regions.models import Region, RegionLevel

LONGEST = {"full_name": 120, "address": 300, "notes": 2000, "phone": 20}


@dataclass(frozen=True)
class RestrictedRecord:
    """What is encrypted of a person: the specific data, and the visits with their income answers."""

    specific: BeneficiarySpecific
    visits: Sequence[MonitoringVisit]


def new_record_no() -> str:
    """An opaque number, RP-XXXX-XXXX: random, and no right by itself."""
    letters = "".join(secrets.choice(CROCKFORD) for _ in range(8))
    return f"RP-{letters[:4]}-{letters[4:]}"


def create_record(*, facts: PersonFacts, office: Office, actor: Actor) -> Beneficiary:
    """Enter a person under a new opaque number; NIK and family card are never asked and refused where typed."""
    region = _district(facts)
    require(may_keep_records_of(actor, region.parent_code))
    _check_texts(full_name=facts.full_name)
    person = Beneficiary(
        record_no=new_record_no(),
        full_name=facts.full_name,
        office=office,
        region_code=region.parent_code,
        district_code=region.code,
    )
    db.session.add(person)
    db.session.flush()
    record(actor=actor, action="record.created", target=person, region_code=person.region_code)
    return person


def edit_record(*, beneficiary: Beneficiary, facts: PersonFacts, actor: Actor) -> None:
    """Correct a name or a place; nobody moves a person out of their own reach."""
    region = _district(facts)
    require(may_keep_record(actor, beneficiary) and may_keep_records_of(actor, region.parent_code))
    _check_texts(full_name=facts.full_name)
    beneficiary.full_name = facts.full_name
    beneficiary.region_code, beneficiary.district_code = region.parent_code or "", region.code
    db.session.flush()
    record(actor=actor, action="record.edited", target=beneficiary, region_code=beneficiary.region_code)


def read_specific(*, beneficiary: Beneficiary, actor: Actor) -> RestrictedRecord:
    """The restricted part of a record; the read is logged in the same transaction."""
    require(may_read_specific(actor, beneficiary))
    record(actor=actor, action="record.specific_read", target=beneficiary, region_code=beneficiary.region_code)
    visits = db.session.scalars(
        select(MonitoringVisit)
        .join(Enrolment, Enrolment.id == MonitoringVisit.enrolment_id)
        .where(Enrolment.beneficiary_id == beneficiary.id)
        .order_by(MonitoringVisit.visited_on.desc(), MonitoringVisit.id.desc())
    ).all()
    return RestrictedRecord(_specific(beneficiary), visits)


def write_specific(*, beneficiary: Beneficiary, facts: SpecificFacts, actor: Actor) -> None:
    """Keep the restricted part, encrypted; the log says that it changed, never what."""
    require(may_read_specific(actor, beneficiary))
    _check_texts(address=facts.address, notes=facts.notes, phone=facts.phone)
    _check_birth(facts.birth_date)
    hold(beneficiary)
    row = _specific(beneficiary)
    row.welfare_category = facts.welfare_category
    row.disability_type = facts.disability_type
    row.birth_date = facts.birth_date.isoformat() if facts.birth_date else None
    row.address, row.phone, row.notes = facts.address or None, facts.phone or None, facts.notes or None
    db.session.add(row)
    db.session.flush()
    record(actor=actor, action="record.specific_written", target=beneficiary, region_code=beneficiary.region_code)


def _specific(beneficiary: Beneficiary) -> BeneficiarySpecific:
    wanted = BeneficiarySpecific.beneficiary_id == beneficiary.id
    found = db.session.scalar(select(BeneficiarySpecific).where(wanted))
    return found or BeneficiarySpecific(beneficiary_id=beneficiary.id)


def _district(facts: PersonFacts) -> Region:
    region = db.session.get(Region, facts.district_code)
    if region is None or region.level is not RegionLevel.DISTRICT:
        raise Invalid("choose_one", "district_code")
    return region


def _check_birth(day: date | None) -> None:
    if day is not None and not date(1900, 1, 1) <= day <= today_wib():
        raise Invalid("birth_date_odd", "birth_date")


def _check_texts(**texts: str) -> None:
    if "full_name" in texts and not texts["full_name"]:
        raise Invalid("required", "full_name")
    refuse_nik(texts)
    for name, text in texts.items():
        if len(text) > LONGEST[name]:
            raise Invalid("too_long", name, most=LONGEST[name])
