"""A stall is given to the person whom the office knows, and to nobody's account without its owner's word."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from shop.accounts.commands import prove_phone
from shop.accounts.commands.devices import Browser, open_device
from shop.accounts.commands.registration import Registration, register_buyer
from shop.accounts.models import Notice, User
from shop.accounts.queries import signed_in
from shop.accounts.types import Actor, OfficeRole, Role
from shop.lib.clock import now, today_wib
from shop.lib.errors import Conflict, Forbidden, Invalid, NotFound, WrongState
from shop.platform.db import db
from shop.platform.outbox import OutboxMessage
from shop.producers.commands import MemberFacts, accept_invitation, decline_invitation, invite_member
from shop.producers.invitations import invitation_for, invitations_of
from shop.producers.models import Producer, ProducerMember
from shop.producers.scopes import scopes_of_user
from tests.accounts.making import change_profile
from tests.factories import make_producer, make_user

pytestmark = pytest.mark.usefixtures("db_session")
OFFICER = Actor(roles=(OfficeRole(Role.OFFICER, None, "35.22"),))
PHONE = "+6281234567890"
OTHER = "+6281311112222"
SRI = MemberFacts(name="Sri", phone="0812 3456 7890")


def invite(maker: Producer | None = None, facts: MemberFacts = SRI) -> ProducerMember:
    return invite_member(producer=maker or make_producer(), facts=facts, actor=OFFICER)


def notices(user: User) -> list[str]:
    return list(db.session.scalars(select(Notice.kind).where(Notice.user_id == user.id)))


def test_somebody_new_belongs_at_once_and_is_sent_a_link() -> None:
    member = invite()
    assert member.user is not None
    assert (member.account_made, member.user.phone_proved_at is not None) == (True, True)
    assert [row.name for row in db.session.scalars(select(OutboxMessage))][-1] == "LinkWanted"


def test_an_email_that_an_office_wrote_down_is_confirmed_by_nobody_but_its_reader() -> None:
    member = invite(facts=MemberFacts(name="Sri", email="sri@contoh.example"))
    assert member.user is not None
    assert member.user.email_confirmed_at is None


def test_a_phone_that_a_stranger_registered_goes_to_somebody_new_and_the_stranger_keeps_the_rest() -> None:
    register_buyer(wanted=Registration(name="Orang lain", phone=PHONE, secret="582913"), address="")
    stranger = db.session.scalars(select(User).where(User.phone == PHONE)).one()
    session = open_device(user=stranger, browser=Browser()).token
    secret = stranger.secret_hash
    member = invite()
    assert member.user is not None
    assert member.user is not stranger
    assert (member.user.phone, member.user.name, member.user.secret_hash) == (PHONE, "Sri", None)
    assert (stranger.name, stranger.secret_hash, stranger.phone, stranger.new_phone) == (
        "Orang lain",
        secret,
        None,
        PHONE,
    )
    assert (signed_in(session) is not None, scopes_of_user(stranger.id)) == (True, {})
    assert notices(stranger) == ["phone_freed"]


def test_whoever_lost_a_number_keeps_a_way_in() -> None:
    stranger = make_user(phone=None, new_phone=PHONE, email=None)
    with pytest.raises(Invalid):
        change_profile(stranger, phone="")


def test_a_known_account_is_asked_first_and_holds_nothing_until_it_accepts() -> None:
    maker, buyer = make_producer(), make_user(email="ani@contoh.example", notice_settings={"email": False})
    member = invite(maker, MemberFacts(name="Ani", email="Ani@contoh.example"))
    assert (member.user, member.invited, member.account_made) == (None, buyer, False)
    assert (scopes_of_user(buyer.id), notices(buyer)) == ({}, ["stall_invitation"])
    assert [row.name for row in db.session.scalars(select(OutboxMessage))] == ["NoticeLeft"]
    with pytest.raises(Forbidden):
        accept_invitation(member=member, actor=OFFICER)
    accept_invitation(member=invitation_for(buyer.id, member.public_id), actor=Actor(user_id=buyer.id))
    assert list(scopes_of_user(buyer.id)) == [maker.public_id]
    with pytest.raises(WrongState):
        accept_invitation(member=member, actor=Actor(user_id=buyer.id))


def test_a_proved_phone_is_asked_too() -> None:
    owner = make_user(phone=PHONE, phone_proved_at=now(), secret_hash="kept")
    member = invite()
    assert (member.invited, member.user, owner.secret_hash) == (owner, None, "kept")


def test_an_invitation_that_was_declined_is_over() -> None:
    maker, owner = make_producer(), make_user(phone=PHONE, phone_proved_at=now())
    member = invite(maker)
    with pytest.raises(Conflict):
        invite(maker)
    decline_invitation(member=member, actor=Actor(user_id=owner.id))
    assert (invitations_of(owner.id), scopes_of_user(owner.id)) == ([], {})
    assert invite(maker).invited is owner


def test_an_invitation_waits_thirty_days() -> None:
    maker, owner = make_producer(), make_user(phone=PHONE, phone_proved_at=now())
    member = invite(maker)
    member.starts_on = today_wib() - timedelta(days=29)
    assert invitations_of(owner.id) == [member]
    member.starts_on = today_wib() - timedelta(days=30)
    assert invitations_of(owner.id) == []
    with pytest.raises(NotFound):
        invitation_for(owner.id, member.public_id)
    assert invite(maker).invited is owner


def test_an_account_with_an_email_loses_a_phone_that_it_never_proved() -> None:
    stranger = make_user(phone=PHONE, email="lain@contoh.example")
    member = invite()
    assert member.user is not None
    assert (member.user.phone, member.user.name, stranger.phone) == (PHONE, "Sri", None)
    assert scopes_of_user(stranger.id) == {}


def test_a_member_who_typed_a_strangers_phone_is_not_invited_in_the_strangers_place() -> None:
    thief = invite(facts=MemberFacts(name="Ani", phone=OTHER)).user
    assert thief is not None
    change_profile(thief, phone=PHONE)
    member = invite()
    assert member.user is not None
    assert member.user is not thief
    assert (member.user.phone, thief.phone, thief.new_phone) == (PHONE, OTHER, PHONE)


@pytest.mark.parametrize("email", [None, "lain@contoh.example"])
def test_a_number_that_an_office_saw_counts_and_leaves_who_only_typed_it(email: str | None) -> None:
    user, stranger = make_user(phone=OTHER, new_phone=PHONE), make_user(phone=PHONE, email=email)
    prove_phone(user=user, actor=OFFICER)
    assert (user.phone, user.new_phone, stranger.phone) == (PHONE, None, None)
    assert user.phone_proved_at is not None
    with pytest.raises(Conflict):
        prove_phone(user=stranger, actor=OFFICER)


def test_a_number_that_signs_somebody_else_in_is_not_given_away() -> None:
    make_user(phone=PHONE, phone_proved_at=now())
    user = make_user(new_phone=PHONE)
    with pytest.raises(Conflict):
        prove_phone(user=user, actor=OFFICER)
