"""What a user may do for which makers."""

from datetime import timedelta

import pytest

from shop.lib.clock import now, today_wib
from shop.platform.db import db
from shop.producers.models import Companion, CompanionAssignment, Producer, ProducerMember
from shop.producers.scopes import is_companion, own_stalls, scopes_of_user
from shop.producers.types import ALL_RIGHTS, CompanionType, MemberRole, ProducerForm, ProducerStatus, Right
from tests.accounts.making import make_office, make_user

pytestmark = pytest.mark.usefixtures("db_session")
TODAY = today_wib()


def make_producer(name: str = "Batik Sekar", status: ProducerStatus = ProducerStatus.ACTIVE) -> Producer:
    producer = Producer(
        slug=name.lower().replace(" ", "-"),
        form=ProducerForm.GROUP,
        stall_name=name,
        regency_code="35.22",
        status=status,
        is_adult=True,
    )
    db.session.add(producer)
    db.session.flush()
    return producer


def join(producer: Producer, user_id: int, role: MemberRole = MemberRole.LEADER, **facts: object) -> ProducerMember:
    member = ProducerMember(
        producer_id=producer.id, user_id=user_id, name="Sri", role=role, **{"starts_on": TODAY, **facts}
    )
    db.session.add(member)
    db.session.flush()
    return member


def test_a_leader_holds_every_right_and_members_those_given() -> None:
    user, producer, other = make_user(), make_producer(), make_producer("Anyam Lestari")
    join(producer, user.id)
    join(other, user.id, MemberRole.MEMBER, rights=["capacity"])
    assert scopes_of_user(user.id) == {
        producer.public_id: ALL_RIGHTS,
        other.public_id: frozenset({Right.CAPACITY}),
    }
    assert list(own_stalls(user.id)) == [producer, other]


@pytest.mark.parametrize(
    "facts",
    [{"starts_on": TODAY + timedelta(days=1)}, {"starts_on": TODAY - timedelta(9), "ends_on": TODAY - timedelta(1)}],
)
def test_membership_counts_on_its_days_only(facts: dict[str, object]) -> None:
    user = make_user()
    join(make_producer(), user.id, **facts)
    assert scopes_of_user(user.id) == {}
    assert not own_stalls(user.id)


def test_a_maker_that_ended_gives_no_rights() -> None:
    user = make_user()
    join(make_producer(status=ProducerStatus.ENDED), user.id)
    assert scopes_of_user(user.id) == {}


def test_a_companion_may_what_was_granted_while_it_lasts() -> None:
    user, producer = make_user(), make_producer()
    companion = Companion(user_id=user.id, office_id=make_office().id, type=CompanionType.PENDAMPING)
    db.session.add(companion)
    db.session.flush()
    assignment = CompanionAssignment(
        companion_id=companion.id, producer_id=producer.id, scopes=["list", "answer"], starts_on=TODAY
    )
    db.session.add(assignment)
    db.session.flush()
    assert scopes_of_user(user.id) == {}
    assignment.granted_at = now()
    db.session.flush()
    assert scopes_of_user(user.id) == {producer.public_id: frozenset({"list", "answer"})}
    assert is_companion(user.id)
    assert not own_stalls(user.id)
    companion.active = False
    db.session.flush()
    assert scopes_of_user(user.id) == {}
    assert not is_companion(user.id)
