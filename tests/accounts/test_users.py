"""Users made by others, roles, notices, and what is thrown away."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from shop.accounts import commands, directory
from shop.accounts.commands import leave_notice, mark_read, stamp_mailed, take_try
from shop.accounts.commands.owner import own_user
from shop.accounts.commands.tries import forget_tries
from shop.accounts.commands.users import NewUser
from shop.accounts.models import Device, Notice, PartnerAgency, TryCounter, User
from shop.accounts.notices import unread_count, unread_notices
from shop.accounts.types import SYSTEM, VISITOR, Actor, OfficeRole, PartnerKind, Role, UserStatus
from shop.lib.clock import now, today_wib
from shop.lib.errors import Conflict, Forbidden, Invalid, NotFound, WrongState
from shop.platform.db import db
from shop.platform.outbox import OutboxMessage
from tests.accounts.making import HERE, PASSWORD, PHONE, change_profile, make_office, make_proof, make_staff, make_user

pytestmark = pytest.mark.usefixtures("db_session")


def messages(name: str) -> list[OutboxMessage]:
    return list(db.session.scalars(select(OutboxMessage).where(OutboxMessage.name == name)))


def test_a_user_without_a_secret_is_sent_a_link_to_choose_one() -> None:
    user = make_user(secret=None)
    assert [row.payload for row in messages("LinkWanted")] == [{"user_id": user.id, "purpose": "set_secret"}]


@pytest.mark.parametrize(
    ("phone", "email", "error"), [("", "", Invalid), (PHONE, "", Conflict), ("", "sri@contoh.example", Conflict)]
)
def test_a_user_needs_a_login_that_is_free(phone: str, email: str, error: type[Exception]) -> None:
    make_user(email="sri@contoh.example")
    with pytest.raises(error):
        make_user(phone=phone, email=email)


def test_a_registration_that_nobody_confirmed_gives_way() -> None:
    first = make_user(phone="", email="sri@contoh.example")
    first.status = UserStatus.UNCONFIRMED
    db.session.commit()
    assert make_user(phone="", email="sri@contoh.example").status is UserStatus.ACTIVE
    assert db.session.scalar(select(func.count(User.id))) == 1


def test_roles_need_the_place_that_belongs_to_them() -> None:
    user, office = make_user(), make_office()
    agency = PartnerAgency(slug="dinkop", name="Dinas Koperasi", kind=PartnerKind.COOPERATIVES_OFFICE)
    db.session.add(agency)
    db.session.flush()
    for role, place in ((Role.CURATOR, None), (Role.CURATOR, agency), (Role.PARTNER, office), (Role.PARTNER, None)):
        with pytest.raises(Invalid):
            commands.add_membership(user=user, role=role, place=place, actor=SYSTEM)
    assert commands.add_membership(user=user, role=Role.PARTNER, place=agency, actor=SYSTEM).partner_id == agency.id
    with pytest.raises(Invalid):
        commands.add_membership(
            user=user, role=Role.ADMIN, place=None, actor=SYSTEM, ends_on=today_wib() - timedelta(days=1)
        )


def test_who_may_not_give_roles_is_refused() -> None:
    user = make_user()
    with pytest.raises(Forbidden):
        commands.add_membership(user=user, role=Role.ADMIN, place=None, actor=Actor(user_id=user.id))
    with pytest.raises(Forbidden):
        commands.disable_user(user=user, actor=VISITOR)


def test_an_administrator_takes_a_lost_second_factor_away() -> None:
    user = make_staff()
    with pytest.raises(Forbidden):
        commands.remove_totp(actor=Actor(user_id=user.id), proof=make_proof(user, PASSWORD, "000000"))
    own = Actor(user_id=user.id, roles=(OfficeRole(Role.ADMIN, None, None),))
    with pytest.raises(Forbidden):
        commands.remove_lost_totp(actor=own, user=user)
    commands.remove_lost_totp(actor=SYSTEM, user=user)
    assert user.totp_secret is None


def test_a_second_factor_is_not_drafted_over_one_in_use() -> None:
    user = make_staff()
    with pytest.raises(WrongState):
        commands.draft_totp(actor=Actor(user_id=user.id))


def test_a_notice_of_the_same_key_is_left_once_and_mailed_once() -> None:
    user = make_user(email="sri@contoh.example")
    first = leave_notice("secret_changed", {}, user=user, key="once")
    assert first is not None
    assert leave_notice("secret_changed", {}, user=user, key="once") is None
    assert [row.payload for row in messages("NoticeLeft")] == [{"notice_id": first.id}]


def test_an_address_that_refuses_a_notice_for_good_is_noted() -> None:
    user = make_user(email="sri@contoh.example")
    for facts in ({"user": user}, {"email": "ratna@contoh.example"}):
        notice = leave_notice("secret_changed", {}, **facts)
        assert notice is not None
        stamp_mailed(notice=notice, error="no such address")
        assert (notice.emailed_at, notice.email_error) == (None, "no such address")
    assert user.email_bounced_at is not None


def test_notices_are_read_by_their_reader_only() -> None:
    user = make_user()
    notice = leave_notice("secret_changed", {}, user=user, by_email=False)
    leave_notice("secret_changed", {}, office=make_office())
    leave_notice("secret_changed", {}, email="tamu@contoh.example", language="en")
    assert notice is not None
    assert unread_notices(user) == [notice]
    with pytest.raises(NotFound):
        mark_read(user.id + 1, notice.public_id)
    mark_read(user.id, notice.public_id)
    assert unread_count(user.id) == 0
    assert db.session.scalar(select(func.count(Notice.id))) == 3


def test_tries_are_counted_by_scope_and_key_and_can_be_forgotten() -> None:
    wait = timedelta(minutes=15)
    assert [take_try("form", "a", limit=2, wait=wait) for _ in range(4)] == [True, True, False, False]
    assert take_try("form", "b", limit=2, wait=wait)
    assert take_try("other", "a", limit=2, wait=wait)
    assert [take_try("bytes", "a", limit=9, wait=wait, weight=4) for _ in range(3)] == [True, True, False]
    forget_tries("form", "a")
    assert take_try("form", "a", limit=2, wait=wait)


def test_what_is_long_over_is_thrown_away() -> None:
    user = make_user()
    old = now() - timedelta(days=40)
    commands.open_device(user=user, browser=HERE)
    device = db.session.scalars(select(Device)).one()
    device.expires_at = old
    waiting = make_user(phone="", email="lama@contoh.example")
    waiting.status, waiting.created_at = UserStatus.UNCONFIRMED, old
    take_try("form", "a", limit=2, wait=timedelta(days=-40))
    db.session.commit()
    commands.forget_stale_accounts()
    assert db.session.scalars(select(User.id)).all() == [user.id]
    assert db.session.scalar(select(func.count(Device.id))) == 0
    assert db.session.scalar(select(func.count(TryCounter.id))) == 0


def test_a_command_creates_users_with_a_second_factor_of_their_own() -> None:
    wanted = NewUser(name="Pak Joko", phone="0813 1111 2222", secret="739162", totp="JBSWY3DPEHPK3PXP", language="en")
    user = commands.create_user(wanted=wanted, actor=SYSTEM)
    assert user.totp_secret is not None
    assert "JBSWY3DP" not in user.totp_secret


def test_a_phone_goes_and_then_none_waits_to_be_proved_and_a_visitor_has_no_profile() -> None:
    user = make_user(email="sri@contoh.example")
    change_profile(user, phone="", email="sri@contoh.example")
    assert (user.phone, user.phone_proved_at) == (None, None)
    with pytest.raises(WrongState, match="phone_none_waits"):
        commands.prove_phone(user=user, actor=SYSTEM)
    with pytest.raises(NotFound):
        own_user(VISITOR)


def test_nobody_closes_the_own_account() -> None:
    user = make_staff(role=Role.ADMIN)
    with pytest.raises(WrongState, match="account_own"):
        commands.disable_user(user=user, actor=Actor(user_id=user.id, roles=(OfficeRole(Role.ADMIN, None, None),)))


def test_the_list_of_accounts_goes_on_where_its_page_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directory, "PAGE", 2)
    administrator = Actor(roles=(OfficeRole(Role.ADMIN, None, None),))
    staff = [make_staff() for _ in range(3)]
    first = directory.users_page(administrator)
    second = directory.users_page(administrator, cursor=first.next_cursor)
    assert [*first.items, *second.items] == staff
    assert second.next_cursor is None
