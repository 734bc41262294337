"""Makers and their office: registered, linked, spoken for; and the lines that everybody may read."""

from dataclasses import replace

import pytest

from shop.accounts.types import Actor, OfficeRole, Role
from shop.consent.commands import Way
from shop.consent.types import ConsentChannel, ConsentState, Purpose
from shop.lib.errors import Conflict, Forbidden, Invalid, WrongState
from shop.platform.db import db
from shop.producers.commands import (
    MakerFacts,
    MemberFacts,
    assign_companion,
    create_producer,
    edit_producer,
    end_link,
    invite_member,
    link_record,
    note_consent,
    verify_link,
)
from shop.producers.commands.keeping import Profile, edit_profile
from shop.producers.helping import companion_of
from shop.producers.models import Companion, Producer, RecordLink
from shop.producers.queries import ProducerFilter, producers_page, public_programme_lines
from shop.producers.readers import readers_of
from shop.producers.types import CompanionType, ContactVia, ProducerForm, ProducerStatus, Right
from tests.factories import give_consent, make_office, make_producer, make_user, withdraw_consent
from tests.programmes.making import make_enrolment, make_programme, make_record, make_training

pytestmark = pytest.mark.usefixtures("db_session")
OFFICER = Actor(user_id=None, roles=(OfficeRole(Role.OFFICER, None, "35.22"),))
CURATOR = Actor(roles=(OfficeRole(Role.CURATOR, None, "35.22"),))
FACTS = MakerFacts(form=ProducerForm.PERSON, stall_name="Jahit Melati", district_code="35.22.01", is_adult=True)


def link(producer: Producer, *, verified: bool = True, consented: bool = True) -> RecordLink:
    enrolment = make_enrolment()
    made = link_record(producer=producer, enrolment=enrolment, training=make_training(enrolment), actor=OFFICER)
    if verified:
        verify_link(link=made, actor=OFFICER)
    if consented:
        give_consent(producer, Purpose.PROGRAMME_LINE, made.public_id)
    return made


def changed(**facts: object) -> MakerFacts:
    return MakerFacts(**{**vars(FACTS), **facts})


def test_stalls_of_one_name_have_addresses_of_their_own() -> None:
    made = [create_producer(facts=FACTS, office=None, actor=CURATOR) for _ in range(2)]
    assert [row.slug for row in made] == ["jahit-melati", "jahit-melati-2"]
    assert {row.status for row in made} == {ProducerStatus.ACTIVE}


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"is_adult": False}, "adult_not_confirmed"),
        ({"stall_name": ""}, "stall_name_missing"),
        ({"about": "x" * 2001}, "too_long"),
        ({"workers": 0}, "number_range"),
        ({"helpers": 10_001}, "number_range"),
        ({"stall_name": "x" * 81}, "too_long"),
        ({"about": "NIK 3522011234560001"}, "nik_not_stored"),
        ({"workers": -1}, "number_range"),
        ({"district_code": "35.22"}, "choose_one"),
    ],
)
def test_what_cannot_be_is_refused(facts: dict[str, object], code: str) -> None:
    with pytest.raises(Invalid) as refused:
        create_producer(facts=changed(**facts), office=None, actor=OFFICER)
    assert refused.value.code == code


def test_a_maker_is_kept_by_its_own_region() -> None:
    with pytest.raises(Forbidden):
        create_producer(facts=changed(district_code="32.04.05"), office=None, actor=OFFICER)
    with pytest.raises(Forbidden):
        edit_producer(producer=make_producer(regency_code="32.04"), facts=FACTS, actor=OFFICER)
    with pytest.raises(Invalid):
        edit_producer(producer=make_producer(), facts=changed(status=ProducerStatus.MERGED), actor=OFFICER)


def test_a_line_is_public_only_verified_consented_and_standing() -> None:
    maker = make_producer()
    link(maker, verified=False)
    link(maker, consented=False)
    shown = link(maker)
    assert len(public_programme_lines(maker)) == 1
    withdraw_consent(maker, Purpose.PROGRAMME_LINE)
    assert public_programme_lines(maker) == []
    give_consent(maker, Purpose.PROGRAMME_LINE, shown.public_id)
    end_link(link=shown, actor=OFFICER)
    assert public_programme_lines(maker) == []
    with pytest.raises(WrongState):
        end_link(link=shown, actor=OFFICER)
    with pytest.raises(WrongState):
        verify_link(link=shown, actor=OFFICER)


def test_a_consent_of_one_maker_opens_no_line_of_another() -> None:
    maker, other = make_producer(), make_producer()
    made = link(maker, consented=False)
    give_consent(other, Purpose.PROGRAMME_LINE, made.public_id)
    assert public_programme_lines(maker) == []


def test_a_programme_without_a_label_reads_as_the_province() -> None:
    maker = make_producer()
    made = link(maker)
    made.enrolment.programme = make_programme(public_label=None, name="Bina Laras")
    db.session.flush()
    (line,) = public_programme_lines(maker)
    assert line.label_id == "Binaan Dinas Sosial Provinsi Jawa Timur"
    assert "Laras" not in repr(line)


def test_a_record_is_linked_once_and_stands_again_unverified() -> None:
    maker, enrolment = make_producer(), make_enrolment()
    first = link_record(producer=maker, enrolment=enrolment, training=None, actor=OFFICER)
    verify_link(link=first, actor=OFFICER)
    with pytest.raises(Conflict):
        link_record(producer=maker, enrolment=enrolment, training=None, actor=OFFICER)
    end_link(link=first, actor=OFFICER)
    again = link_record(producer=maker, enrolment=enrolment, training=None, actor=OFFICER)
    assert (again, again.verified_on) == (first, None)


def test_only_keepers_of_both_sides_link_them_and_only_to_trainings_that_were_attended() -> None:
    maker, enrolment = make_producer(), make_enrolment()
    with pytest.raises(Forbidden):
        link_record(producer=maker, enrolment=enrolment, training=None, actor=CURATOR)
    with pytest.raises(Forbidden):
        link_record(producer=maker, enrolment=make_enrolment(make_record(region="32.04")), training=None, actor=OFFICER)
    with pytest.raises(Invalid):
        link_record(producer=maker, enrolment=enrolment, training=make_training(make_enrolment()), actor=OFFICER)


def way(channel: ConsentChannel, witness: str | None = None) -> Way:
    return Way(text_version="2025-01-01", language="id", channel=channel, witness=witness)


@pytest.mark.parametrize(
    ("purpose", "item", "channel", "witness", "code"),
    [
        (Purpose.PROFILE, "", ConsentChannel.WEB, "Bu Lurah", "consent_channel_missing"),
        (Purpose.PROFILE, "", ConsentChannel.PAPER, None, "witness_missing"),
        (Purpose.PROFILE, "", ConsentChannel.PAPER, "3522011234560001", "nik_not_stored"),
        (Purpose.PROFILE, "x", ConsentChannel.PAPER, "Bu Lurah", "consent_line_missing"),
        (Purpose.PROGRAMME_LINE, "", ConsentChannel.PAPER, "Bu Lurah", "consent_line_missing"),
        (Purpose.DISABILITY, "", ConsentChannel.PAPER, "Bu Lurah", "own_words_missing"),
        (Purpose.PROGRAMME_LINE, "x", ConsentChannel.PAPER, "Bu Lurah", "consent_line_missing"),
    ],
)
def test_an_answer_is_written_down_whole_or_not_at_all(
    purpose: Purpose, item: str, channel: ConsentChannel, witness: str | None, code: str
) -> None:
    told = {"purpose": purpose, "item": item, "way": way(channel, witness), "state": ConsentState.GIVEN}
    with pytest.raises(Invalid) as refused:
        note_consent(producer=make_producer(), actor=OFFICER, **told)
    assert refused.value.code == code


def test_a_minor_gives_no_consent_but_may_take_it_back() -> None:
    told = {"producer": make_producer(is_adult=False), "purpose": Purpose.PROFILE, "actor": OFFICER}
    paper = way(ConsentChannel.PAPER, "Bu Lurah")
    with pytest.raises(WrongState, match="consent_wants_adult"):
        note_consent(**told, state=ConsentState.GIVEN, way=paper)
    note_consent(**told, state=ConsentState.WITHDRAWN, way=paper)


def test_what_the_office_saves_its_maker_can_save_too() -> None:
    most = changed(about="x" * 2000, skills="y" * 200, stall_name="z" * 80, workers=10_000, helpers=10_000)
    maker = create_producer(facts=most, office=None, actor=OFFICER)
    names = ("about", "skills", "stall_name", "workers", "helpers")
    profile = Profile(**{name: getattr(maker, name) for name in names}, contact_via=ContactVia.OFFICE)
    own = Actor(scopes={maker.public_id: frozenset({"profile"})})
    edit_profile(producer=maker, profile=profile, actor=own)
    with pytest.raises(Invalid, match="too_long"):
        edit_profile(producer=maker, profile=replace(profile, skills="y" * 201), actor=own)


def test_only_the_office_of_the_region_writes_an_answer_down() -> None:
    maker, witnessed = make_producer(regency_code="32.04"), way(ConsentChannel.WITNESS, "Bu Lurah")
    with pytest.raises(Forbidden):
        note_consent(producer=maker, purpose=Purpose.PROFILE, state=ConsentState.GIVEN, way=witnessed, actor=OFFICER)


def test_a_companion_is_assigned_once_and_a_person_invited_once() -> None:
    maker, helper = make_producer(office=make_office()), make_user()
    companion = Companion(user_id=helper.id, office_id=make_office().id, type=CompanionType.TKSK)
    db.session.add(companion)
    db.session.flush()
    told = {"scopes": [Right.LIST], "granted": True}
    assign_companion(producer=maker, companion=companion, actor=OFFICER, **told)
    assert companion_of(maker) == companion
    with pytest.raises(Conflict):
        assign_companion(producer=maker, companion=companion, actor=OFFICER, **told)
    member = invite_member(producer=maker, facts=MemberFacts(name="Sri", phone="081234567890"), actor=OFFICER)
    assert readers_of(maker) == [member.user]
    with pytest.raises(Conflict):
        invite_member(producer=maker, facts=MemberFacts(name="Sri", phone="081234567890"), actor=OFFICER)


def test_a_list_goes_on_by_cursor() -> None:
    for _ in range(35):
        make_producer(stall_name="Jahit Melati")
    first = producers_page(OFFICER, ProducerFilter())
    second = producers_page(OFFICER, ProducerFilter(), first.next_cursor)
    assert (len(first.items), len(second.items), second.next_cursor) == (30, 5, None)
