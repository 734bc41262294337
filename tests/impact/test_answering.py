"""Complaints are answered by the people they concern, in words that reach the sender, and once for all."""

from datetime import timedelta
from itertools import count

import pytest
from sqlalchemy import select

from shop.accounts.models import Notice, Office
from shop.accounts.types import VISITOR, Actor, OfficeLevel, OfficeRole, Role
from shop.audit.models import AuditEvent
from shop.impact.commands import close_complaint, open_complaint, pass_on_complaint, reply_to_complaint
from shop.impact.models import Complaint
from shop.impact.policies import may_answer_complaint
from shop.impact.queries import ComplaintView, complaint_for, complaints_count, complaints_page, offices_to_pass_to
from shop.impact.rules import Complainant
from shop.impact.types import CaseState, ComplaintAbout
from shop.inquiries.commands import Origin
from shop.lib.clock import now
from shop.lib.errors import Forbidden, Invalid, NotFound, WrongState
from shop.platform.db import db
from shop.text.notices import word_notice
from shop.worker.loop import run_all
from tests.factories import make_office

pytestmark = pytest.mark.usefixtures("db_session")
_keys = count(1)
MAIL = Complainant(name="Ratna", email="ratna@contoh.example")
PHONE = Complainant(phone="+6281234567890")


def make_complaint(office: Office | None = None, who: Complainant = MAIL, language: str = "id") -> Complaint:
    complaint = open_complaint(
        about=ComplaintAbout.ORDER,
        body="Jahitan lepas",
        who=who,
        concerns="",
        key=f"kunci-{next(_keys)}",
        actor=VISITOR,
        origin=Origin(language=language),
    )
    complaint.office = office
    db.session.flush()
    return complaint


def somebody(role: Role, office: Office | None = None, region: str | None = None) -> Actor:
    code = office.region_code if office else region
    return Actor(roles=(OfficeRole(role, office.id if office else None, code),))


def mailed() -> list[Notice]:
    """What went to the sender, once the worker has run."""
    db.session.commit()
    run_all()
    return list(db.session.scalars(select(Notice).where(Notice.email == MAIL.email).order_by(Notice.id)))


def test_a_reply_reaches_the_sender_by_mail_in_the_language_of_the_form() -> None:
    office = make_office()
    complaint = make_complaint(office, language="en")
    reply_to_complaint(complaint=complaint, words="Kami tanyakan dulu.", actor=somebody(Role.CURATOR, office))
    assert (complaint.state, complaint.replied_at is None) == (CaseState.IN_HAND, False)
    [_received, reply] = mailed()
    assert (reply.kind, reply.language) == ("complaint.replied", "en")
    assert reply.emailed_at is not None
    assert "Kami tanyakan dulu." in word_notice(reply.kind, reply.params).body


def test_the_result_ends_it_and_a_second_one_is_refused() -> None:
    office = make_office()
    complaint, officer = make_complaint(office), somebody(Role.OFFICER, office)
    close_complaint(complaint=complaint, words="Sudah diganti.", actor=officer)
    assert complaint.state is CaseState.CLOSED
    assert complaint.closed_at is not None
    with pytest.raises(WrongState):
        close_complaint(complaint=complaint, words="Sekali lagi.", actor=officer)
    with pytest.raises(WrongState):
        reply_to_complaint(complaint=complaint, words="Sekali lagi.", actor=officer)
    assert [one.kind for one in mailed()] == ["complaint.received", "complaint.closed"]


def test_a_double_tap_is_one_reply() -> None:
    office = make_office()
    complaint, officer = make_complaint(office), somebody(Role.OFFICER, office)
    first = reply_to_complaint(complaint=complaint, words="Kami tanyakan dulu.", actor=officer)
    assert reply_to_complaint(complaint=complaint, words="Kami tanyakan dulu.", actor=officer).id == first.id
    assert len(mailed()) == 2


def test_to_somebody_with_only_a_phone_the_words_are_kept_and_nothing_is_mailed() -> None:
    office = make_office()
    complaint = make_complaint(office, who=PHONE)
    reply_to_complaint(complaint=complaint, words="Kami telepon besok.", actor=somebody(Role.CURATOR, office))
    assert [one.body for one in complaint.replies] == ["Kami telepon besok."]
    assert mailed() == []


@pytest.mark.parametrize(
    ("words", "code"),
    [("", "complaint_reply_missing"), ("x" * 4001, "too_long"), ("3578011204900001", "nik_not_stored")],
)
def test_words_that_cannot_be_sent_are_refused(words: str, code: str) -> None:
    office = make_office()
    with pytest.raises(Invalid) as refused:
        reply_to_complaint(complaint=make_complaint(office), words=words, actor=somebody(Role.CURATOR, office))
    assert (refused.value.code, refused.value.field) == (code, "words")


def test_what_was_done_stands_in_the_audit_without_a_word_of_it() -> None:
    office = make_office()
    complaint, officer = make_complaint(office), somebody(Role.CURATOR, office)
    reply_to_complaint(complaint=complaint, words="Kami tanyakan dulu.", actor=officer)
    close_complaint(complaint=complaint, words="Sudah diganti.", actor=officer)
    events = db.session.scalars(select(AuditEvent).where(AuditEvent.target_kind == "complaint").order_by(AuditEvent.id))
    found = [(one.action, one.region_code, str(one.details)) for one in events]
    assert [one[0] for one in found] == ["complaint.opened", "complaint.replied", "complaint.closed"]
    assert found[1][1] == office.region_code
    assert not any("diganti" in one[2] for one in found)


def seen_by(who: Actor, complaint: Complaint) -> bool:
    try:
        return complaint_for(who, complaint.public_id) is complaint
    except NotFound:
        return False


def test_who_may_answer_is_the_office_and_the_province_and_for_none_those_who_run_the_site() -> None:
    province = make_office(region_code="35", level=OfficeLevel.PROVINCE)
    home, other = make_office(parent_id=province.id), make_office(region_code="35.78", parent_id=province.id)
    people = {
        "curator": somebody(Role.CURATOR, home),
        "officer": somebody(Role.OFFICER, home),
        "head": somebody(Role.HEAD, home),
        "neighbour": somebody(Role.CURATOR, other),
        "provincial": somebody(Role.PROVINCIAL, province),
        "elsewhere": somebody(Role.PROVINCIAL, region="32"),
        "admin": somebody(Role.ADMIN),
        "visitor": VISITOR,
    }
    cases = {"home": make_complaint(home), "province": make_complaint(province), "none": make_complaint()}
    allowed = {
        case: {name for name, who in people.items() if may_answer_complaint(who, complaint)}
        for case, complaint in cases.items()
    }
    assert allowed == {
        "home": {"curator", "officer", "provincial"},
        "province": {"provincial"},
        "none": {"admin"},
    }
    for name, who in people.items():
        own = {complaint for case, complaint in cases.items() if name in allowed[case]}
        assert set(complaints_page(who, ComplaintView.WAITING).items) == own
        assert complaints_count(who) == len(own)
        assert {complaint for complaint in cases.values() if seen_by(who, complaint)} == own


def test_it_is_passed_on_to_the_office_above_which_is_told_and_then_it_is_theirs() -> None:
    province = make_office(region_code="35", level=OfficeLevel.PROVINCE)
    home, other = make_office(parent_id=province.id), make_office(region_code="35.78", parent_id=province.id)
    complaint, curator = make_complaint(home), somebody(Role.CURATOR, home)
    assert list(offices_to_pass_to(curator, complaint)) == [province]
    with pytest.raises(Forbidden):
        pass_on_complaint(complaint=complaint, office=other, actor=curator)
    pass_on_complaint(complaint=complaint, office=province, actor=curator)
    with pytest.raises(NotFound):
        complaint_for(curator, complaint.public_id)
    assert set(offices_to_pass_to(somebody(Role.PROVINCIAL, province), complaint)) == {home, other}
    wanted = [province.id]
    mailed()
    told = db.session.scalars(select(Notice.office_id).where(Notice.kind == "complaint.passed_on")).all()
    assert told == wanted


def test_those_that_wait_stand_by_their_next_day_and_late_ones_apart() -> None:
    office = make_office()
    officer = somebody(Role.OFFICER, office)
    fresh, answered, late, done = (make_complaint(office) for _ in range(4))
    late.reply_due_at = now() - timedelta(hours=1)
    reply_to_complaint(complaint=answered, words="Kami tanyakan dulu.", actor=officer)
    close_complaint(complaint=done, words="Sudah diganti.", actor=officer)
    db.session.flush()
    assert list(complaints_page(officer, ComplaintView.WAITING).items) == [late, fresh, answered]
    assert list(complaints_page(officer, ComplaintView.LATE).items) == [late]
    assert list(complaints_page(officer, ComplaintView.CLOSED).items) == [done]


@pytest.mark.parametrize("view", [ComplaintView.WAITING, ComplaintView.CLOSED])
def test_a_long_list_goes_on_by_cursor_and_a_broken_cursor_begins_anew(view: ComplaintView) -> None:
    office = make_office()
    officer = somebody(Role.OFFICER, office)
    for number in range(32):
        complaint = make_complaint(office, who=Complainant(email=f"orang{number}@contoh.example"))
        complaint.state = CaseState.CLOSED if view is ComplaintView.CLOSED else CaseState.OPEN
    db.session.flush()
    first = complaints_page(officer, view)
    second = complaints_page(officer, view, None, first.next_cursor)
    assert (len(first.items), len(second.items), second.next_cursor) == (30, 2, None)
    assert not {one.id for one in first.items} & {one.id for one in second.items}
    for cursor in ("WyJ4IiwxXQ", "WyIyMDI2LTAxLTAxIiwxXQ", "xx"):
        assert len(complaints_page(officer, view, None, cursor).items) in {0, 30}


def test_a_complaint_that_the_office_has_already_is_not_passed_on() -> None:
    office = make_office()
    pass_on_complaint(complaint=make_complaint(office), office=office, actor=somebody(Role.OFFICER, office))
    assert db.session.scalars(select(AuditEvent).where(AuditEvent.action == "complaint.passed_on")).all() == []
