"""Records: who keeps them, what is refused, what the log says of restricted reads."""

from typing import Any

import pytest
from sqlalchemy import select

from shop.accounts.types import SYSTEM, Actor, OfficeRole, Role
from shop.audit.models import AuditEvent
from shop.lib.clock import today_wib
from shop.lib.errors import Conflict, Forbidden, Invalid, NotFound
from shop.lib.pages import encode_cursor
from shop.platform.db import db
from shop.programmes.commands import (
    attend_training,
    create_programme,
    create_record,
    edit_record,
    enrol,
    read_specific,
    record_visit,
    write_specific,
)
from shop.programmes.facts import (
    AttendanceFacts,
    EnrolmentFacts,
    PersonFacts,
    ProgrammeFacts,
    SpecificFacts,
    VisitFacts,
)
from shop.programmes.policies import (
    may_edit_programme,
    may_keep_record,
    may_open_programmes,
    may_open_records,
    may_read_specific,
)
from shop.programmes.queries import enrolment_for, record_for, records_count, records_page, trainings_of
from shop.programmes.types import ProgrammeLevel, VisitMethod, WelfareCategory
from tests.factories import make_office
from tests.programmes.making import make_enrolment, make_programme, make_record, make_training

pytestmark = pytest.mark.usefixtures("db_session")


def actor(role: Role, region: str | None) -> Actor:
    return Actor(user_id=7, roles=(OfficeRole(role, None, region),))


OFFICER = actor(Role.OFFICER, "35.22")


@pytest.mark.parametrize(
    ("who", "keeps"),
    [
        (actor(Role.OFFICER, "35.22"), True),
        (actor(Role.PROVINCIAL, "35"), True),
        (actor(Role.PROVINCIAL, None), True),
        (actor(Role.OFFICER, "35.2"), False),
        (actor(Role.OFFICER, "32.04"), False),
        (actor(Role.CURATOR, "35.22"), False),
        (actor(Role.HEAD, "35.22"), False),
        (actor(Role.PARTNER, "35.22"), False),
        (actor(Role.ADMIN, None), False),
        (SYSTEM, False),
        (Actor(), False),
    ],
)
def test_the_restricted_part_is_for_officers_and_provincial_staff_of_the_region(who: Actor, keeps: bool) -> None:
    record = make_record()
    assert may_read_specific(who, record) is keeps
    assert may_keep_record(who, record) is (keeps or who.is_system)
    assert may_open_records(who) is who.has_role(Role.OFFICER, Role.PROVINCIAL)
    if keeps:
        assert record_for(who, record.public_id) == record
        assert read_specific(beneficiary=record, actor=who).visits == []
    else:
        with pytest.raises(NotFound):
            record_for(who, record.public_id)
        with pytest.raises(Forbidden):
            read_specific(beneficiary=record, actor=who)
        with pytest.raises(Forbidden):
            write_specific(beneficiary=record, facts=SpecificFacts(), actor=who)
    assert may_open_programmes(who) is who.has_role(Role.OFFICER, Role.PROVINCIAL, Role.ADMIN)


@pytest.mark.parametrize(
    ("who", "region", "allowed"),
    [
        (actor(Role.OFFICER, "35.22"), "35.22", True),
        (actor(Role.OFFICER, "35.22"), "35", False),
        (actor(Role.OFFICER, "35.22"), None, False),
        (actor(Role.PROVINCIAL, None), None, True),
        (actor(Role.ADMIN, None), None, True),
        (actor(Role.CURATOR, "35.22"), "35.22", False),
    ],
)
def test_a_programme_is_changed_by_those_who_keep_its_whole_region(
    who: Actor, region: str | None, allowed: bool
) -> None:
    assert may_edit_programme(who, region) is allowed


def test_the_log_says_who_read_and_wrote_but_never_what() -> None:
    record = make_record()
    facts = SpecificFacts(welfare_category=WelfareCategory.POOR, address="Jalan Melati 7")
    write_specific(beneficiary=record, facts=facts, actor=OFFICER)
    assert read_specific(beneficiary=record, actor=OFFICER).specific.address == "Jalan Melati 7"
    events = db.session.scalars(select(AuditEvent).order_by(AuditEvent.id)).all()
    told = [(event.action, event.user_id, event.target_id, event.region_code) for event in events]
    assert told == [
        ("record.specific_written", 7, record.public_id, "35.22"),
        ("record.specific_read", 7, record.public_id, "35.22"),
    ]
    assert [event.details for event in events] == [{}, {}]


@pytest.mark.parametrize(
    "facts",
    [
        SpecificFacts(notes="NIK 3522011234560001"),
        SpecificFacts(address="KK 3522.0112.3456.0001"),
        SpecificFacts(phone="3522 0112 3456 0001"),
    ],
)
def test_a_nik_is_refused_in_every_text(facts: SpecificFacts) -> None:
    with pytest.raises(Invalid) as refused:
        write_specific(beneficiary=make_record(), facts=facts, actor=OFFICER)
    assert refused.value.code == "nik_not_stored"


def test_nobody_enters_or_moves_a_person_out_of_their_reach() -> None:
    office = make_office()
    with pytest.raises(Forbidden):
        create_record(facts=PersonFacts(full_name="Siti", district_code="32.04.05"), office=office, actor=OFFICER)
    with pytest.raises(Invalid):
        create_record(facts=PersonFacts(full_name="Siti", district_code="35.22"), office=office, actor=OFFICER)
    record = create_record(facts=PersonFacts(full_name="Siti", district_code="35.22.01"), office=office, actor=OFFICER)
    with pytest.raises(Forbidden):
        edit_record(beneficiary=record, facts=PersonFacts(full_name="Siti", district_code="32.04.05"), actor=OFFICER)


def test_a_person_is_in_a_programme_once_a_year_and_in_a_training_once() -> None:
    record, programme = make_record(), make_programme()
    enrolment = enrol(beneficiary=record, facts=EnrolmentFacts(programme=programme, year=2026), actor=OFFICER)
    with pytest.raises(Conflict):
        enrol(beneficiary=record, facts=EnrolmentFacts(programme=programme, year=2026), actor=OFFICER)
    training = make_training(enrolment)
    with pytest.raises(Conflict):
        attend_training(enrolment=enrolment, facts=AttendanceFacts(training=training), actor=OFFICER)
    assert list(trainings_of(enrolment)) == [training]
    closed = make_programme(active=False)
    with pytest.raises(Invalid):
        enrol(beneficiary=record, facts=EnrolmentFacts(programme=closed, year=2026), actor=OFFICER)


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"code": "?"}, "programme_code_odd"),
        ({"name": ""}, "required"),
        ({"region_code": None}, "programme_level_place"),
        ({"name": "NIK 3522011234560001"}, "nik_not_stored"),
    ],
)
def test_a_programme_that_cannot_be_is_refused(facts: dict[str, Any], code: str) -> None:
    told = {"code": "WIRA", "name": "Wira", "level": ProgrammeLevel.PROVINCE, "region_code": "35", "label": None}
    with pytest.raises(Invalid) as refused:
        create_programme(facts=ProgrammeFacts(**{**told, **facts}), actor=actor(Role.ADMIN, None))
    assert refused.value.code == code


def test_a_visit_with_impossible_figures_is_refused() -> None:
    told = {"visited_on": today_wib(), "method": VisitMethod.PHONE, "business_running": False}
    with pytest.raises(Invalid) as refused:
        record_visit(enrolment=make_enrolment(), facts=VisitFacts(**told, workers=-1), actor=OFFICER)
    assert refused.value.field == "workers"


def test_a_list_goes_on_by_cursor_through_equal_names() -> None:
    for _ in range(35):
        make_record(full_name="Siti")
    first = records_page(OFFICER)
    second = records_page(OFFICER, cursor=first.next_cursor)
    assert (len(first.items), len(second.items), second.next_cursor) == (30, 5, None)
    assert len({row.id for row in [*first.items, *second.items]}) == 35
    assert records_count(OFFICER) == 35
    assert records_count(actor(Role.OFFICER, "32.04")) == 0


def test_a_cursor_of_another_regions_record_tells_nothing_of_its_name() -> None:
    stranger = make_record(region="32.04", full_name="Murni")
    mine = [make_record(full_name=name).id for name in ("Ani", "Siti")]
    for cursor in (stranger.id, stranger.id + 1000):
        assert [row.id for row in records_page(OFFICER, cursor=encode_cursor([cursor])).items] == mine


def test_an_enrolment_of_another_region_is_not_there() -> None:
    enrolment = make_enrolment(make_record(region="32.04"))
    with pytest.raises(NotFound):
        enrolment_for(OFFICER, enrolment.public_id)
