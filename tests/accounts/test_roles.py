"""The last who runs the site stays, whoever asks; a registration that nobody confirmed is opened by its link only."""

from datetime import timedelta

import pytest

from shop.accounts import commands
from shop.accounts.models import User
from shop.accounts.queries import live_memberships
from shop.accounts.types import SYSTEM, LinkPurpose, Role, UserStatus
from shop.lib.clock import today_wib
from shop.lib.errors import NotFound, WrongState
from shop.platform.db import db
from tests.accounts.making import HERE, make_office, make_staff, make_user

pytestmark = pytest.mark.usefixtures("db_session")


def end_role(user: User) -> None:
    commands.end_membership(membership=live_memberships(user.id)[0], actor=SYSTEM)


def test_the_last_administrator_stays_and_keeps_the_account() -> None:
    first, last = make_staff(role=Role.ADMIN), make_staff(role=Role.ADMIN)
    end_role(first)
    for deed in (lambda: end_role(last), lambda: commands.disable_user(user=last, actor=SYSTEM)):
        with pytest.raises(WrongState, match="role_last_admin"):
            deed()


def test_an_administrator_whose_account_is_closed_or_whose_role_is_over_does_not_count() -> None:
    closed, over, last = (make_staff(role=Role.ADMIN) for _ in range(3))
    commands.disable_user(user=closed, actor=SYSTEM)
    live_memberships(over.id)[0].starts_on = today_wib() - timedelta(days=9)
    live_memberships(over.id)[0].ends_on = today_wib() - timedelta(days=1)
    with pytest.raises(WrongState, match="role_last_admin"):
        end_role(last)


def test_a_link_that_was_handed_out_does_not_open_an_account_with_a_role() -> None:
    user = make_user()
    link = commands.hand_over_link(user=user, purpose=LinkPurpose.SIGN_IN, actor=SYSTEM)
    commands.add_membership(user=user, role=Role.ADMIN, place=None, actor=SYSTEM)
    with pytest.raises(NotFound):
        commands.use_sign_in_link(token=link.token, browser=HERE)


def test_a_registration_that_nobody_confirmed_is_neither_closed_nor_opened() -> None:
    user = make_user(email="sri@contoh.example")
    user.status = UserStatus.UNCONFIRMED
    db.session.flush()
    for deed in (commands.disable_user, commands.enable_user):
        with pytest.raises(WrongState):
            deed(user=user, actor=SYSTEM)
    assert user.status is UserStatus.UNCONFIRMED


def test_a_role_is_given_to_an_account_with_an_address_and_keeps_a_password_that_is_strong_already() -> None:
    office, by_phone, staff = make_office(), make_user(), make_staff()
    with pytest.raises(WrongState, match="account_without_email"):
        commands.give_role(user=by_phone, role=Role.OFFICER, place=office, ends_on=None, actor=SYSTEM)
    commands.disable_user(user=by_phone, actor=SYSTEM)
    with pytest.raises(WrongState, match="account_closed"):
        commands.give_role(user=by_phone, role=Role.OFFICER, place=office, ends_on=None, actor=SYSTEM)
    before = staff.secret_hash
    commands.give_role(user=staff, role=Role.OFFICER, place=office, ends_on=None, actor=SYSTEM)
    assert staff.secret_hash == before
