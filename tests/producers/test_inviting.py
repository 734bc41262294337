"""A stall is given to the person whom the office knows, never to whoever registered with that person's phone."""

from typing import Any

import pytest
from sqlalchemy import select

from shop.accounts.commands import change_profile, prove_phone
from shop.accounts.commands.devices import Browser, open_device
from shop.accounts.commands.registration import Registration, register_buyer
from shop.accounts.models import User
from shop.accounts.queries import signed_in
from shop.accounts.types import Actor, OfficeRole, Role
from shop.lib.clock import now
from shop.lib.errors import Conflict, WrongState
from shop.platform.db import db
from shop.platform.outbox import OutboxMessage
from shop.producers.commands import MemberFacts, invite_member
from shop.producers.scopes import scopes_of_user
from tests.factories import make_producer, make_user

pytestmark = pytest.mark.usefixtures("db_session")
OFFICER = Actor(roles=(OfficeRole(Role.OFFICER, None, "35.22"),))
PHONE = "+6281234567890"
OTHER = "+6281311112222"
SRI = MemberFacts(name="Sri", phone="0812 3456 7890")


def test_a_phone_that_a_stranger_registered_signs_the_stranger_in_no_more() -> None:
    register_buyer(wanted=Registration(name="Orang lain", phone=PHONE, secret="582913"), address="")
    stranger = db.session.scalars(select(User).where(User.phone == PHONE)).one()
    session = open_device(user=stranger, browser=Browser()).token
    member = invite_member(producer=make_producer(), facts=SRI, actor=OFFICER)
    assert (member.user, stranger.name, stranger.secret_hash) == (stranger, "Sri", None)
    assert signed_in(session) is None
    assert [row.name for row in db.session.scalars(select(OutboxMessage))][-1] == "LinkWanted"


def test_an_account_with_an_email_loses_a_phone_that_it_never_proved() -> None:
    stranger = make_user(phone=PHONE, email="lain@contoh.example")
    member = invite_member(producer=make_producer(), facts=SRI, actor=OFFICER)
    assert member.user is not None
    assert (member.user.phone, member.user.name, stranger.phone) == (PHONE, "Sri", None)
    assert scopes_of_user(stranger.id) == {}


def test_a_member_who_typed_a_strangers_phone_is_not_invited_in_the_strangers_place() -> None:
    thief = invite_member(producer=make_producer(), facts=MemberFacts(name="Ani", phone=OTHER), actor=OFFICER).user
    assert thief is not None
    change_profile(actor=Actor(user_id=thief.id), name="Ani", phone=PHONE)
    member = invite_member(producer=make_producer(), facts=SRI, actor=OFFICER)
    assert member.user is not None
    assert member.user is not thief
    assert (member.user.phone, thief.phone, thief.new_phone) == (PHONE, OTHER, PHONE)


def test_a_number_that_an_office_saw_counts_and_leaves_who_only_typed_it() -> None:
    user, stranger = make_user(phone=OTHER, new_phone=PHONE), make_user(phone=PHONE)
    prove_phone(user=user, actor=OFFICER)
    assert (user.phone, user.new_phone, stranger.phone) == (PHONE, None, None)
    assert user.phone_proved_at is not None
    with pytest.raises(WrongState):
        prove_phone(user=stranger, actor=OFFICER)


@pytest.mark.parametrize("facts", [{"phone_proved_at": now()}, {"email": None}])
def test_a_number_that_signs_somebody_else_in_is_not_given_away(facts: dict[str, Any]) -> None:
    make_user(phone=PHONE, **facts)
    user = make_user(new_phone=PHONE)
    with pytest.raises(Conflict):
        prove_phone(user=user, actor=OFFICER)


def test_somebody_who_works_at_a_stall_already_joins_another_as_they_are() -> None:
    member = invite_member(producer=make_producer(), facts=SRI, actor=OFFICER)
    assert member.user is not None
    member.user.secret_hash = "kept"
    again = invite_member(producer=make_producer(), facts=SRI, actor=OFFICER)
    assert (again.user, again.user and again.user.secret_hash) == (member.user, "kept")
