"""Sessions: how long they last, and everything that ends them."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import func, select

from shop.accounts import commands, queries
from shop.accounts.commands.devices import Browser
from shop.accounts.models import Device, KnownDevice, Membership, User
from shop.accounts.types import SYSTEM, Actor, Role
from shop.lib.clock import today_wib
from shop.lib.errors import Forbidden, NotFound
from shop.platform.db import db
from tests.accounts.making import HERE, make_office, make_staff, make_user

pytestmark = pytest.mark.usefixtures("db_session")


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(1_790_000_010, tick=False) as traveller:
        yield traveller


def opened(user: User, browser: Browser = HERE, *, with_code: bool = True) -> str:
    token = commands.open_device(user=user, browser=browser, with_code=with_code).token
    db.session.commit()
    return token


def used(token: str) -> bool:
    """Use a session as a page does; False when it has ended."""
    found = queries.signed_in(token)
    if found is not None:
        commands.touch_device(device=found.device)
        db.session.commit()
    return found is not None


def test_a_buyer_stays_signed_in_for_90_days_after_the_last_use(clock: time_machine.Traveller) -> None:
    token = opened(make_user())
    for _ in range(3):
        clock.shift(timedelta(days=89))
        assert used(token)
    clock.shift(timedelta(days=90, seconds=1))
    assert not used(token)


def test_staff_is_signed_out_after_12_idle_hours(clock: time_machine.Traveller) -> None:
    token = opened(make_staff())
    clock.shift(timedelta(hours=11))
    assert used(token)
    clock.shift(timedelta(hours=12, seconds=1))
    assert not used(token)


def test_staff_signs_in_anew_after_7_days_however_busy(clock: time_machine.Traveller) -> None:
    token = opened(make_staff())
    for _ in range(16):
        clock.shift(timedelta(hours=10))
        assert used(token)
    clock.shift(timedelta(hours=10))
    assert not used(token)


def test_use_is_noted_at_most_every_ten_minutes(clock: time_machine.Traveller) -> None:
    opened(make_user())
    device = db.session.scalars(select(Device)).one()
    clock.shift(599)
    assert not commands.touch_device(device=device)
    clock.shift(1)
    assert commands.touch_device(device=device)


def test_signing_out_ends_the_session_and_may_be_repeated() -> None:
    token = opened(make_user())
    commands.sign_out(token=token)
    commands.sign_out(token=token)
    assert not used(token)


def test_one_device_can_be_ended_by_its_owner_only() -> None:
    user, other = make_user(), make_user(phone="+6281311112222")
    token = opened(user)
    device = queries.live_devices(user.id)[0]
    with pytest.raises(NotFound):
        commands.revoke_device(public_id=device.public_id, actor=Actor(user_id=other.id))
    commands.revoke_device(public_id=device.public_id, actor=Actor(user_id=user.id))
    assert not used(token)
    with pytest.raises(NotFound):
        commands.revoke_device(public_id=device.public_id, actor=Actor(user_id=user.id))


def test_all_devices_but_the_asking_one_end_and_known_browsers_are_forgotten() -> None:
    user = make_user()
    here, there = opened(user), opened(user)
    commands.revoke_all(user=user, actor=Actor(user_id=user.id), but_token=here)
    assert used(here)
    assert not used(there)
    assert db.session.scalar(select(func.count(KnownDevice.id))) == 0
    commands.revoke_all(user=user, actor=Actor(user_id=user.id))
    assert not used(here)
    with pytest.raises(Forbidden):
        commands.revoke_all(user=user, actor=Actor(user_id=user.id + 1))


def test_a_closed_account_ends_its_sessions_at_once_and_can_be_opened_again() -> None:
    user = make_user()
    token = opened(user)
    commands.disable_user(user=user, actor=SYSTEM)
    assert not used(token)
    commands.enable_user(user=user, actor=SYSTEM)
    assert not used(token)
    assert used(opened(user))


def test_the_end_of_a_role_ends_its_rights_and_sessions_at_once() -> None:
    user = make_staff()
    token = opened(user)
    membership = db.session.scalars(select(Membership)).one()
    commands.end_membership(membership=membership, actor=SYSTEM)
    assert not used(token)
    assert roles(opened(user)) == ()


def test_a_role_that_ends_by_its_date_is_gone_the_next_day(clock: time_machine.Traveller) -> None:
    user = make_staff(role=Role.ADMIN)
    commands.add_membership(
        user=user, role=Role.CURATOR, place=make_office(), actor=SYSTEM, ends_on=today_wib(), starts_on=today_wib()
    )
    token = opened(user)
    assert {role.role for role in roles(token)} == {Role.ADMIN, Role.CURATOR}
    clock.shift(timedelta(hours=11))
    assert used(token)
    clock.shift(timedelta(hours=11))
    assert {role.role for role in roles(token)} == {Role.ADMIN}


def roles(token: str) -> tuple:
    session = queries.signed_in(token)
    return session.actor.roles if session else ()


def test_roles_reach_the_region_of_their_office() -> None:
    token = opened(make_staff(role=Role.PROVINCIAL, office=make_office(region="35")))
    (role,) = roles(token)
    assert (role.role, role.region_code) == (Role.PROVINCIAL, "35")


def test_roles_wait_for_a_second_factor_on_this_device() -> None:
    user = make_staff(totp=None)
    found = queries.signed_in(opened(user, with_code=False))
    assert found is not None
    assert found.is_staff
    assert found.unfinished
    assert found.actor.roles == ()


def test_a_session_is_found_by_two_selects_however_many_roles_there_are(count_selects: "Counter") -> None:
    user = make_staff()
    for _ in range(3):
        commands.add_membership(user=user, role=Role.CURATOR, place=make_office(), actor=SYSTEM)
    token = opened(user)
    with count_selects() as selects:
        queries.signed_in(token)
    assert len(selects) == 2


class Counter:
    """Counts the SELECTs of a block."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def __call__(self) -> "Counter":
        return self

    def note(self, _connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            self.seen.append(statement)

    def __enter__(self) -> list[str]:
        from sqlalchemy import event

        event.listen(db.engine, "before_cursor_execute", self.note)
        return self.seen

    def __exit__(self, *_: object) -> None:
        from sqlalchemy import event

        event.remove(db.engine, "before_cursor_execute", self.note)


@pytest.fixture
def count_selects() -> Counter:
    return Counter()


def test_devices_that_wait_for_a_code_are_not_listed() -> None:
    user = make_staff()
    opened(user, with_code=False)
    assert queries.live_devices(user.id) == []
    opened(user)
    assert [device.label for device in queries.live_devices(user.id)] == ["Firefox, Android"]
