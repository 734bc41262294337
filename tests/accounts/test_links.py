"""One-time links: who gets one, what it does, and that it does it once."""

from collections.abc import Iterator

import pytest
import time_machine
from sqlalchemy import select

from shop.accounts import commands, queries
from shop.accounts.commands.devices import Opened
from shop.accounts.models import OneTimeLink, User
from shop.accounts.types import SYSTEM, Actor, LinkPurpose, UserStatus
from shop.lib.errors import Invalid, NotFound, WrongState
from shop.platform.db import db
from shop.platform.outbox import OutboxMessage
from tests.accounts.making import HERE, PASSWORD, PHONE, PIN, TOTP, make_staff, make_user

pytestmark = pytest.mark.usefixtures("db_session")
NEW_PIN = "508263"


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(1_790_000_010, tick=False) as traveller:
        yield traveller


def token_for(user: User, purpose: LinkPurpose = LinkPurpose.SIGN_IN) -> str:
    issued = commands.issue_link(user_id=user.id, purpose=purpose)
    assert issued is not None
    db.session.commit()
    return issued.token


def wanted() -> list[tuple[int, str]]:
    rows = db.session.scalars(select(OutboxMessage).where(OutboxMessage.name == "LinkWanted")).all()
    return [(row.payload["user_id"], row.payload["purpose"]) for row in rows]


def sign_in(token: str) -> Opened:
    opened = commands.use_sign_in_link(token=token, browser=HERE)
    db.session.commit()
    return opened


def test_a_link_is_asked_for_by_phone_or_email_and_not_doubled() -> None:
    user = make_user(email="sri@contoh.example")
    for login in (PHONE, "Sri@contoh.example"):
        commands.ask_for_link(login=login, purpose=LinkPurpose.SIGN_IN, browser=HERE)
    assert wanted() == [(user.id, "sign_in")]


def test_nobody_and_closed_accounts_get_no_link_and_no_word_of_it() -> None:
    user = make_user()
    commands.disable_user(user=user, actor=SYSTEM)
    commands.ask_for_link(login=PHONE, purpose=LinkPurpose.SIGN_IN, browser=HERE)
    commands.ask_for_link(login="0812 0000 1111", purpose=LinkPurpose.SET_SECRET, browser=HERE)
    assert wanted() == []
    assert commands.issue_link(user_id=user.id, purpose=LinkPurpose.SIGN_IN) is None
    assert commands.issue_link(user_id=999_999, purpose=LinkPurpose.SIGN_IN) is None


def test_links_cannot_be_asked_for_again_and_again() -> None:
    user = make_user()
    for _ in range(6):
        db.session.query(OutboxMessage).delete()
        commands.ask_for_link(login=PHONE, purpose=LinkPurpose.SIGN_IN, browser=HERE)
    assert wanted() == []
    assert user.id


def test_an_unconfirmed_account_gets_its_confirming_link_instead() -> None:
    user = make_user(email="sri@contoh.example")
    user.status = UserStatus.UNCONFIRMED
    commands.ask_for_link(login="sri@contoh.example", purpose=LinkPurpose.SIGN_IN, browser=HERE)
    assert wanted() == [(user.id, "confirm_email")]


def test_a_link_signs_in_once_and_is_stored_hashed() -> None:
    user = make_user(email="sri@contoh.example")
    token = token_for(user)
    assert token not in db.session.scalars(select(OneTimeLink.token_hash)).one()
    session = queries.signed_in(sign_in(token).token)
    assert session is not None
    assert session.actor.user_id == user.id
    with pytest.raises(NotFound):
        sign_in(token)


def test_a_link_works_while_sign_in_is_locked() -> None:
    user = make_user()
    for _ in range(6):
        with pytest.raises(Invalid):
            commands.start_sign_in(login=PHONE, secret="000000", browser=HERE)
    assert sign_in(token_for(user)).user.id == user.id


def test_a_link_ends_after_its_time(clock: time_machine.Traveller) -> None:
    token = token_for(make_user())
    assert queries.live_link(token) is not None
    clock.shift(3600)
    assert queries.live_link(token) is None
    with pytest.raises(NotFound):
        sign_in(token)


def test_a_link_handed_over_by_staff_lasts_longer_and_names_who_gave_it(clock: time_machine.Traveller) -> None:
    user = make_user()
    issued = commands.hand_over_link(user=user, purpose=LinkPurpose.SIGN_IN, actor=Actor(user_id=user.id))
    assert issued.email is None
    clock.shift(2 * 86400)
    sign_in(issued.token)
    assert db.session.scalars(select(OneTimeLink.issued_by_id)).one() == user.id


def test_a_link_does_only_what_it_is_for_and_not_for_closed_accounts() -> None:
    user = make_user()
    token = token_for(user)
    with pytest.raises(NotFound):
        commands.use_secret_link(token=token, secret=NEW_PIN, browser=HERE)
    commands.disable_user(user=user, actor=SYSTEM)
    db.session.commit()
    with pytest.raises(NotFound):
        sign_in(token)


def test_a_second_factor_is_still_asked_for_after_a_link() -> None:
    user = make_staff(totp=TOTP)
    opened = sign_in(token_for(user))
    assert opened.needs_code
    assert queries.signed_in(opened.token) is None


def test_a_new_secret_ends_other_sessions_and_other_links() -> None:
    user = make_user(email="sri@contoh.example")
    before = sign_in(token_for(user)).token
    other_link, token = token_for(user), token_for(user, LinkPurpose.SET_SECRET)
    opened = commands.use_secret_link(token=token, secret=NEW_PIN, browser=HERE)
    db.session.commit()
    assert queries.signed_in(before) is None
    assert queries.signed_in(opened.token) is not None
    with pytest.raises(NotFound):
        sign_in(other_link)
    with pytest.raises(Invalid):
        commands.start_sign_in(login=PHONE, secret=PIN, browser=HERE)
    assert commands.start_sign_in(login=PHONE, secret=NEW_PIN, browser=HERE).user.id == user.id


def test_a_bad_new_secret_leaves_the_link_to_be_used() -> None:
    token = token_for(make_user(), LinkPurpose.SET_SECRET)
    with pytest.raises(Invalid):
        commands.use_secret_link(token=token, secret="123456", browser=HERE)
    assert queries.live_link(token) is not None


def test_staff_chooses_a_password_not_a_pin() -> None:
    token = token_for(make_staff(totp=None), LinkPurpose.SET_SECRET)
    with pytest.raises(Invalid):
        commands.use_secret_link(token=token, secret=NEW_PIN, browser=HERE)
    commands.use_secret_link(token=token, secret="anyaman pandan laut", browser=HERE)


def confirm(user: User, secret: str = PIN) -> Opened | None:
    token = token_for(user, LinkPurpose.CONFIRM_EMAIL)
    opened = commands.use_confirm_link(token=token, secret=secret, browser=HERE)
    db.session.commit()
    return opened


def unconfirmed() -> User:
    user = make_user(phone="", email="sri@contoh.example")
    user.status, user.email_confirmed_at = UserStatus.UNCONFIRMED, None
    db.session.commit()
    return user


def test_confirming_a_new_account_wants_the_secret_of_its_registration() -> None:
    user = unconfirmed()
    with pytest.raises(Invalid) as refusal:
        confirm(user, NEW_PIN)
    assert refusal.value.code == "secret_not_as_registered"
    db.session.rollback()
    opened = confirm(user)
    assert opened is not None
    assert user.status is UserStatus.ACTIVE
    assert user.email_confirmed_at is not None


def test_the_secret_of_a_confirming_link_cannot_be_guessed_for_long() -> None:
    user = unconfirmed()
    token = token_for(user, LinkPurpose.CONFIRM_EMAIL)
    for _ in range(5):
        with pytest.raises(Invalid):
            commands.use_confirm_link(token=token, secret="000000", browser=HERE)
    with pytest.raises(Invalid):
        commands.use_confirm_link(token=token, secret=PIN, browser=HERE)


def test_choosing_a_secret_by_mail_also_confirms_a_new_account() -> None:
    user = unconfirmed()
    commands.use_secret_link(token=token_for(user, LinkPurpose.SET_SECRET), secret=NEW_PIN, browser=HERE)
    assert user.status is UserStatus.ACTIVE


def test_no_link_is_made_for_who_could_not_use_it() -> None:
    user = make_user()
    with pytest.raises(WrongState, match="account_without_email"):
        commands.mail_secret_link(user=user, actor=SYSTEM)
    commands.disable_user(user=user, actor=SYSTEM)
    with pytest.raises(WrongState, match="account_closed"):
        commands.hand_over_link(user=user, purpose=LinkPurpose.SIGN_IN, actor=SYSTEM)


def test_an_account_that_nobody_confirmed_is_opened_only_by_a_link_to_its_own_address() -> None:
    user = unconfirmed()
    with pytest.raises(NotFound):
        sign_in(token_for(user))
    token = token_for(user, LinkPurpose.SET_SECRET)
    user.email = "lain@contoh.example"
    db.session.commit()
    with pytest.raises(NotFound):
        commands.use_secret_link(token=token, secret=NEW_PIN, browser=HERE)


def test_staff_password_still_works_after_all_this() -> None:
    user = make_staff()
    assert commands.start_sign_in(login=user.email or "", secret=PASSWORD, browser=HERE).needs_code
