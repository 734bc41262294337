"""Word for a maker is on screen for its people; where mail reaches none, companion or office is asked to call."""

from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy import select

from shop.accounts.models import Notice, User
from shop.accounts.types import UserStatus
from shop.lib.clock import now, today_wib
from shop.platform.db import db
from shop.producers.models import Companion, CompanionAssignment, Producer, ProducerMember
from shop.producers.types import CompanionType, MemberRole, Right
from shop.text.notices import word_notice
from shop.worker.routing import Word, ask_to_call, tell_stall
from tests.factories import make_office, make_producer, make_user

pytestmark = pytest.mark.usefixtures("db_session")
PHONE = {"email": None, "phone": "+6281234567890"}


def member(producer: Producer, *rights: Right, role: MemberRole = MemberRole.MEMBER, **facts: Any) -> User:
    user = make_user(**facts)
    db.session.add(
        ProducerMember(
            producer_id=producer.id,
            user_id=user.id,
            name=user.name,
            role=role,
            rights=[str(right) for right in rights],
            starts_on=today_wib(),
        )
    )
    db.session.flush()
    return user


def helper(producer: Producer, scopes: Sequence[str] = ("answer",)) -> User:
    user = make_user(language="en")
    companion = Companion(user_id=user.id, office_id=make_office().id, type=CompanionType.PENDAMPING)
    db.session.add(companion)
    db.session.flush()
    terms = {"granted_at": now(), "starts_on": today_wib(), "scopes": list(scopes)}
    db.session.add(CompanionAssignment(companion_id=companion.id, producer_id=producer.id, **terms))
    db.session.flush()
    return user


def told(producer: Producer, right: Right | None = Right.LIST) -> list[tuple[str, int | None, int | None]]:
    """Tell a maker, twice, that a product was published: (kind, user, office) of what was left."""
    facts = {"maker": producer.stall_name, "product": "Gantungan kunci"}
    call = "review.published.please_call"
    word = Word(kind="review.published", key="review:1", facts=lambda: facts, right=right, call=call)
    for _ in range(2):
        tell_stall(producer, word)
    left = db.session.execute(select(Notice.kind, Notice.user_id, Notice.office_id).order_by(Notice.id))
    return [tuple(row) for row in left]


def test_people_with_e_mail_are_told_and_nobody_is_asked_to_call() -> None:
    maker = make_producer(office=make_office())
    helper(maker)
    first = member(maker, Right.LIST)
    leader = member(maker, role=MemberRole.LEADER, **PHONE)
    member(maker, Right.ANSWER)
    member(maker, Right.LIST, status=UserStatus.DISABLED)
    assert told(maker) == [("review.published", first.id, None), ("review.published", leader.id, None)]


def test_for_people_without_e_mail_the_companion_is_asked_to_call() -> None:
    maker = make_producer(office=make_office())
    leader, companion = member(maker, role=MemberRole.LEADER, **PHONE), helper(maker)
    call = ("review.published.please_call", companion.id, None)
    assert told(maker) == [("review.published", leader.id, None), call]


def test_an_address_that_does_not_exist_reaches_nobody() -> None:
    maker = make_producer(office=make_office())
    leader = member(maker, role=MemberRole.LEADER, email_bounced_at=now())
    call = ("review.published.please_call", None, maker.office_id)
    assert told(maker) == [("review.published", leader.id, None), call]


def test_without_a_companion_the_office_of_the_region_is_asked() -> None:
    maker = make_producer()
    office = make_office()
    assert told(maker, None) == [("review.published.please_call", None, office.id)]


def test_the_office_is_led_to_its_page_of_the_maker_in_the_mail_too() -> None:
    maker = make_producer()
    make_office()
    told(maker, None)
    [notice] = db.session.scalars(select(Notice))
    assert word_notice(notice.kind, notice.params).path == f"/dinas/produsen/{maker.public_id}"


def test_the_news_is_worded_for_who_reads_it() -> None:
    maker = make_producer()
    helper(maker)
    told(maker)
    [notice] = db.session.scalars(select(Notice))
    assert (notice.language, notice.params["news"]) == ("en", "Gantungan kunci is published")


@pytest.mark.parametrize(("scopes", "path"), [(["quote"], "/lapak/permintaan/x"), (["list"], "/akun")])
def test_a_companion_who_may_answer_is_led_to_the_desk(scopes: list[str], path: str) -> None:
    maker = make_producer()
    helper(maker, scopes)
    facts = {"maker": maker.stall_name, "number": "P-1", "things": "1 rompi", "part": "x"}
    ask_to_call(
        maker, Word(kind="inquiry.help", key="x", facts=lambda: facts, call="inquiry.help", desk="/lapak/permintaan/x")
    )
    [notice] = db.session.scalars(select(Notice))
    assert word_notice(notice.kind, notice.params).path == path
