"""Programmes, what the public reads instead of them, and how many they take a year."""

import re

from sqlalchemy import select

from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.lib.errors import Conflict, Invalid, require
from shop.lib.nik import refuse_nik
from shop.platform.db import db
from shop.platform.holding import hold, refusing_twins
from shop.programmes.facts import ProgrammeFacts
from shop.programmes.models import Programme, ProgrammeYear
from shop.programmes.policies import may_edit_programme
from shop.programmes.types import ProgrammeLevel

MOST_QUOTA = 1_000_000
FIRST_YEAR, LAST_YEAR = 2000, 2100
_CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{1,31}")


def create_programme(*, facts: ProgrammeFacts, actor: Actor) -> Programme:
    """Enter a programme; disclosing unless staff say that its name gives nothing away."""
    require(may_edit_programme(actor, facts.region_code))
    programme = Programme(**_checked(facts))
    with refusing_twins(Conflict("programme_code_taken", "code")):
        db.session.add(programme)
    record(actor=actor, action="programme.created", target=programme, region_code=facts.region_code)
    return programme


def edit_programme(*, programme: Programme, facts: ProgrammeFacts, actor: Actor) -> None:
    """Change a programme; its public label and whether its name discloses take effect at once."""
    require(may_edit_programme(actor, programme.region_code) and may_edit_programme(actor, facts.region_code))
    values = _checked(facts)
    with refusing_twins(Conflict("programme_code_taken", "code")):
        for name, value in values.items():
            setattr(programme, name, value)
    record(actor=actor, action="programme.edited", target=programme, disclosing=facts.disclosing)


def set_quota(*, programme: Programme, year: int, quota: int, actor: Actor) -> ProgrammeYear:
    """How many people a programme takes in one year."""
    require(may_edit_programme(actor, programme.region_code))
    check_year(year)
    if not 0 <= quota <= MOST_QUOTA:
        raise Invalid("number_range", "quota", least=0, most=MOST_QUOTA)
    wanted = (ProgrammeYear.programme_id == programme.id, ProgrammeYear.year == year)
    hold(programme)
    row = db.session.scalar(select(ProgrammeYear).where(*wanted)) or ProgrammeYear(programme_id=programme.id, year=year)
    row.quota = quota
    db.session.add(row)
    db.session.flush()
    record(actor=actor, action="programme.quota_set", target=programme, year=year, quota=quota)
    return row


def check_year(year: int) -> None:
    """Refuse a year that no programme had."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Invalid("number_range", "year", least=FIRST_YEAR, most=LAST_YEAR)


def _checked(facts: ProgrammeFacts) -> dict[str, object]:
    refuse_nik({"code": facts.code, "name": facts.name})
    code = facts.code.upper()
    if not _CODE.fullmatch(code):
        raise Invalid("programme_code_odd", "code")
    if not facts.name:
        raise Invalid("required", "name")
    if (facts.level is ProgrammeLevel.NATIONAL) != (facts.region_code is None):
        raise Invalid("programme_level_place", "region_code")
    return {
        "code": code,
        "name": facts.name,
        "level": facts.level,
        "region_code": facts.region_code,
        "public_label": facts.label,
        "disclosing": facts.disclosing,
        "active": facts.active,
    }
