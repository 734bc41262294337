"""Signing in, wrong tries and what they lock."""

from collections.abc import Iterator
from datetime import timedelta

import pyotp
import pytest
import time_machine
from sqlalchemy import select

from shop.accounts import commands, queries, secrets
from shop.accounts.commands.devices import Browser, Opened
from shop.accounts.models import Device, TryCounter, User
from shop.accounts.types import SYSTEM, UserStatus
from shop.lib.clock import now
from shop.lib.errors import Invalid
from shop.platform.db import db
from shop.text.errors import sentence
from shop.text.formats import time_wib
from tests.accounts.making import HERE, PASSWORD, PHONE, PIN, TOTP, make_staff, make_user

pytestmark = pytest.mark.usefixtures("db_session")
START = 1_790_000_010


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(START, tick=False) as traveller:
        yield traveller


def sign_in(login: str = PHONE, secret: str = PIN, browser: Browser = HERE) -> Opened:
    opened = commands.start_sign_in(login=login, secret=secret, browser=browser)
    db.session.commit()
    return opened


WRONG = "000000"


def refused(login: str = PHONE, secret: str = WRONG, browser: Browser = HERE) -> str:
    with pytest.raises(Invalid) as refusal:
        commands.start_sign_in(login=login, secret=secret, browser=browser)
    db.session.rollback()
    return refusal.value.code


@pytest.mark.parametrize("spelling", ["+6281234567890", "0812-3456-7890", "62 812 3456 7890", "SRI@contoh.example "])
def test_people_sign_in_by_phone_in_any_spelling_or_by_email(spelling: str) -> None:
    user = make_user(email="sri@contoh.example")
    session = queries.signed_in(sign_in(spelling).token)
    assert session is not None
    actor = session.actor
    assert (actor.user_id, actor.name, actor.roles) == (user.id, "Sri Rahayu", ())


def test_only_the_hash_of_the_token_is_kept_and_each_sign_in_has_its_own() -> None:
    make_user()
    first, second = sign_in(), sign_in()
    kept = db.session.scalars(select(Device.token_hash)).all()
    assert first.token != second.token
    assert first.token not in kept
    assert len(first.token) >= 22


def test_signing_in_again_ends_the_session_that_the_browser_had() -> None:
    make_user()
    first = sign_in()
    sign_in(browser=Browser(old_token=first.token))
    assert queries.signed_in(first.token) is None


def test_what_cannot_be_a_phone_is_told_beside_its_field() -> None:
    with pytest.raises(Invalid) as refusal:
        commands.start_sign_in(login="12", secret=PIN, browser=HERE)
    assert (refusal.value.code, refusal.value.field) == ("phone_not_mobile", "login")


def test_five_wrong_tries_lock_unknown_browsers_for_fifteen_minutes(clock: time_machine.Traveller) -> None:
    make_user()
    assert [refused() for _ in range(6)] == ["sign_in_failed"] * 5 + ["sign_in_locked"]
    assert refused(secret=PIN) == "sign_in_locked"
    clock.shift(14 * 60)
    assert refused(secret=PIN) == "sign_in_locked"
    clock.shift(61)
    assert sign_in().user.phone == PHONE


def test_who_is_locked_out_reads_until_when(clock: time_machine.Traveller) -> None:
    make_user()
    for _ in range(5):
        refused()
    clock.shift(60)
    with pytest.raises(Invalid) as refusal:
        commands.start_sign_in(login=PHONE, secret=PIN, browser=HERE)
    ends = refusal.value.params["until"]
    assert (ends.second, ends - now() <= timedelta(minutes=15)) == (0, True)
    assert f"pukul {time_wib(ends)}" in sentence(refusal.value)


def test_an_unknown_account_is_refused_and_locked_just_the_same(clock: time_machine.Traveller) -> None:
    assert [refused("0812 0000 1111") for _ in range(6)] == ["sign_in_failed"] * 5 + ["sign_in_locked"]
    assert refused("tiada@contoh.example") == "sign_in_failed"


def test_wrong_tries_by_phone_silently_count_for_the_email_of_the_same_account() -> None:
    make_user(email="sri@contoh.example")
    for _ in range(5):
        refused()
    assert refused("sri@contoh.example", PIN) == "sign_in_failed"


def test_a_browser_that_signed_in_before_has_its_own_counter() -> None:
    make_user()
    known = Browser(known_token=sign_in().known_token)
    for _ in range(6):
        refused()
    assert sign_in(browser=known).known_token == known.known_token
    assert [refused(browser=known) for _ in range(6)] == ["sign_in_failed"] * 5 + ["sign_in_locked"]
    other = Browser(known_token="a made-up token")
    assert refused(secret=PIN, browser=other) == "sign_in_locked"


def test_a_known_browser_is_known_for_its_own_users_only() -> None:
    make_user()
    make_user(phone="+6281311112222")
    first = sign_in()
    assert first.known_token
    second = sign_in("+6281311112222", browser=Browser(known_token=first.known_token))
    assert second.known_token == first.known_token
    assert sign_in("+6281311112222", browser=Browser(known_token="made up")).known_token != "made up"


def test_success_starts_the_count_anew() -> None:
    make_user()
    for _ in range(4):
        refused()
    sign_in()
    assert [refused() for _ in range(5)] == ["sign_in_failed"] * 5


def test_tries_are_kept_though_the_sign_in_is_rolled_back_and_name_nobody() -> None:
    make_user()
    refused()
    counters = db.session.scalars(select(TryCounter)).all()
    assert {counter.scope for counter in counters} == {"login", "account", "address"}
    assert all(counter.tries == 1 and "812" not in counter.key_hash for counter in counters)


def test_one_address_that_tries_very_often_waits() -> None:
    make_user()
    counter_of_address()
    assert refused(secret=PIN) == "sign_in_locked"
    assert sign_in(browser=Browser(address="192.0.2.99")).user.phone == PHONE


def counter_of_address() -> None:
    refused("0812 0000 1111")
    counter = db.session.scalars(select(TryCounter).where(TryCounter.scope == "address")).one()
    counter.tries = 200
    db.session.commit()


@pytest.mark.parametrize("status", [UserStatus.DISABLED, UserStatus.UNCONFIRMED])
def test_a_closed_or_unconfirmed_account_is_refused_as_if_it_were_not_there(status: UserStatus) -> None:
    user = make_user()
    user.status = status
    db.session.commit()
    assert refused(secret=PIN) == "sign_in_failed"


def test_an_account_without_a_secret_cannot_be_signed_in_to() -> None:
    make_user(secret=None)
    assert refused(secret="") == "sign_in_failed"


def test_an_old_hash_is_renewed_at_sign_in(monkeypatch: pytest.MonkeyPatch) -> None:
    user = make_user()
    before = user.secret_hash
    monkeypatch.setattr(secrets, "wants_rehash", lambda stored: stored == before)
    sign_in()
    assert db.session.scalars(select(User.secret_hash)).one() != before
    sign_in()


def test_a_second_factor_is_asked_for_and_its_code_counts_once(clock: time_machine.Traveller) -> None:
    user = make_staff()
    opened = sign_in(user.email or "", PASSWORD)
    assert opened.needs_code
    assert opened.known_token is None
    assert queries.signed_in(opened.token) is None
    code = pyotp.TOTP(TOTP).at(START)
    finished = commands.finish_sign_in(token=opened.token, code=code, browser=HERE)
    db.session.commit()
    session = queries.signed_in(finished.token)
    assert session is not None
    assert session.actor.roles
    assert queries.pending_device(opened.token) is None
    again = sign_in(user.email or "", PASSWORD)
    assert code_refused(again.token, code) == "code_wrong"
    clock.shift(30)
    commands.finish_sign_in(token=again.token, code=pyotp.TOTP(TOTP).at(START + 30), browser=HERE)


def code_refused(token: str, code: str) -> str:
    with pytest.raises(Invalid) as refusal:
        commands.finish_sign_in(token=token, code=code, browser=HERE)
    db.session.rollback()
    return refusal.value.code


def test_codes_are_locked_after_five_wrong_ones(clock: time_machine.Traveller) -> None:
    user = make_staff()
    opened = sign_in(user.email or "", PASSWORD)
    assert [code_refused(opened.token, "000000") for _ in range(6)] == ["code_wrong"] * 5 + ["code_locked"]
    assert code_refused(opened.token, pyotp.TOTP(TOTP).at(START)) == "code_locked"


def test_a_sign_in_waits_ten_minutes_for_its_code(clock: time_machine.Traveller) -> None:
    user = make_staff()
    opened = sign_in(user.email or "", PASSWORD)
    clock.shift(601)
    assert code_refused(opened.token, pyotp.TOTP(TOTP).at(START + 601)) == "code_too_late"


def test_an_account_that_was_closed_meanwhile_gets_no_further() -> None:
    user = make_staff()
    opened = sign_in(user.email or "", PASSWORD)
    commands.disable_user(user=user, actor=SYSTEM)
    db.session.commit()
    assert code_refused(opened.token, "000000") == "code_too_late"


def test_an_account_that_is_closed_while_its_secret_is_checked_opens_no_session(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    user = make_user()

    def closed(*_arguments: object) -> bool:
        commands.disable_user(user=user, actor=SYSTEM)
        db.session.commit()
        return True

    monkeypatch.setattr(secrets, "is_secret", closed)
    assert refused(secret=PIN) == "sign_in_failed"
