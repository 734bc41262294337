"""What commands about people's records refuse, and what they correct."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from shop.accounts.types import Actor, OfficeRole, Role
from shop.lib.clock import today_wib
from shop.lib.errors import Conflict, Invalid
from shop.programmes.commands import (
    attend_training,
    edit_enrolment,
    edit_programme,
    edit_record,
    give_aid,
    set_quota,
    write_specific,
)
from shop.programmes.facts import (
    AidFacts,
    AttendanceFacts,
    EnrolmentFacts,
    PersonFacts,
    ProgrammeFacts,
    SpecificFacts,
)
from shop.programmes.models import Enrolment
from shop.programmes.types import EnrolmentPhase, GraduationWay, ProgrammeLevel
from tests.programmes.making import make_enrolment, make_programme

pytestmark = pytest.mark.usefixtures("db_session")
OFFICER = Actor(roles=(OfficeRole(Role.OFFICER, None, "35.22"),))
ADMIN = Actor(roles=(OfficeRole(Role.ADMIN, None, None),))


def attended(enrolment: Enrolment, **facts: Any) -> None:
    told = {"title": "Menjahit", "starts_on": today_wib(), "days": 3, **facts}
    attend_training(enrolment=enrolment, facts=AttendanceFacts(**told), actor=OFFICER)


def given(enrolment: Enrolment, **facts: Any) -> None:
    give_aid(enrolment=enrolment, facts=AidFacts(given_on=today_wib(), **facts), actor=OFFICER)


def graduated(enrolment: Enrolment) -> None:
    left = {"phase": EnrolmentPhase.GRADUATED, "graduation_way": GraduationWay.NATURAL, "graduated_on": TOMORROW}
    facts = EnrolmentFacts(programme=enrolment.programme, year=enrolment.year, **left)
    edit_enrolment(enrolment=enrolment, facts=facts, actor=OFFICER)


def corrected(enrolment: Enrolment, name: str) -> None:
    facts = PersonFacts(full_name=name, district_code="35.22.01")
    edit_record(beneficiary=enrolment.beneficiary, facts=facts, actor=OFFICER)


def born_tomorrow(enrolment: Enrolment) -> None:
    write_specific(beneficiary=enrolment.beneficiary, facts=SpecificFacts(birth_date=TOMORROW), actor=OFFICER)


def takes(enrolment: Enrolment, year: int, quota: int) -> None:
    set_quota(programme=enrolment.programme, year=year, quota=quota, actor=ADMIN)


TOMORROW = today_wib() + timedelta(days=1)
REFUSED: list[tuple[Callable[[Enrolment], None], str]] = [
    (lambda one: given(one, item="Mesin jahit", quantity=0), "number_range"),
    (lambda one: given(one, amount=0), "amount_missing"),
    (lambda one: attended(one, starts_on=None), "required"),
    (lambda one: attended(one, days=0), "number_range"),
    (graduated, "date_future"),
    (born_tomorrow, "birth_date_odd"),
    (lambda one: corrected(one, ""), "required"),
    (lambda one: corrected(one, "x" * 121), "too_long"),
    (lambda one: takes(one, 2026, -1), "number_range"),
    (lambda one: takes(one, 1999, 10), "number_range"),
]


def test_what_cannot_be_true_is_refused() -> None:
    enrolment = make_enrolment()
    for act, code in REFUSED:
        with pytest.raises(Invalid) as refused:
            act(enrolment)
        assert refused.value.code == code


def test_records_are_corrected_but_never_into_what_is_there_already() -> None:
    enrolment = make_enrolment(year=2026)
    other = make_enrolment(enrolment.beneficiary, programme=enrolment.programme, year=2025)
    corrected(enrolment, "Siti Aminah")
    assert (enrolment.beneficiary.full_name, enrolment.beneficiary.district_code) == ("Siti Aminah", "35.22.01")
    same_year = EnrolmentFacts(programme=enrolment.programme, year=2026)
    with pytest.raises(Conflict):
        edit_enrolment(enrolment=other, facts=same_year, actor=OFFICER)
    programme, taken = make_programme(), make_programme(code="WIRA")
    told = {"level": ProgrammeLevel.PROVINCE, "region_code": "35", "label": None, "name": "Wira Kriya"}
    edit_programme(programme=programme, facts=ProgrammeFacts(**told, code="wk-26"), actor=ADMIN)
    assert (programme.code, programme.name, programme.public_label) == ("WK-26", "Wira Kriya", None)
    with pytest.raises(Conflict):
        edit_programme(programme=programme, facts=ProgrammeFacts(**told, code=taken.code), actor=ADMIN)
