"""Signing in: login and secret, then a code where a second factor is set.

Everything about wrong tries is counted before the secret is looked at and committed at once, so that a refusal, a
crash or a burst of simultaneous tries cannot escape it. An account that does not exist takes the same steps.
"""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import update

from shop.accounts import secrets, totp
from shop.accounts.commands.devices import Browser, Opened, open_device
from shop.accounts.commands.tries import forget_tries, take_try, waits_until
from shop.accounts.models import Device, User
from shop.accounts.queries import is_known_device, pending_device, read_login, user_by_login
from shop.accounts.types import UserStatus
from shop.lib.clock import now
from shop.lib.errors import Invalid
from shop.platform.db import db, reading

TRIES = 5
TRIES_PER_ADDRESS = 200  # many phones of one operator share an address
WAIT = timedelta(minutes=15)


@dataclass(frozen=True)
class _Candidate:
    """What is needed of an account outside of a transaction; all None where there is none."""

    login: str
    user_id: int | None
    stored: str | None
    active: bool
    known_token: str | None


def start_sign_in(*, login: str, secret: str, browser: Browser) -> Opened:
    """Check login (phone in any spelling, or e-mail) and secret; raises Invalid sign_in_failed or sign_in_locked.

    Wants to be called before anything else of its transaction: it ends the one that is open.
    """
    candidate = _candidate(login, browser)
    locks = _locks(candidate)
    allowed = [take_try(scope, key, limit=TRIES, wait=WAIT) for scope, key in locks]
    near = candidate.known_token or take_try("address", browser.address, limit=TRIES_PER_ADDRESS, wait=WAIT)
    db.session.commit()
    secret = secrets.read_secret(secret)
    fits = secrets.is_secret(candidate.stored, secret)
    if not near or not allowed[0]:
        raise Invalid("sign_in_locked", until=waits_until(*(("address", browser.address) if allowed[0] else locks[0])))
    # A lock of the account itself stays unsaid: it would tell that two logins belong together.
    if not all(allowed) or not fits or not candidate.active:
        raise Invalid("sign_in_failed")
    rehashed = secrets.make_hash(secret) if candidate.stored and secrets.wants_rehash(candidate.stored) else None
    return _enter(candidate, browser, rehashed)


def _candidate(login: str, browser: Browser) -> _Candidate:
    with reading():
        phone, email = read_login(login)
        user = user_by_login(phone, email)
        typed = phone or email or ""
        if user is None:
            return _Candidate(typed, None, None, active=False, known_token=None)
        known = browser.known_token if is_known_device(user.id, browser.known_token) else None
        return _Candidate(typed, user.id, user.secret_hash, user.status is UserStatus.ACTIVE, known)


def _locks(candidate: _Candidate) -> list[tuple[str, str]]:
    """Which counters a try counts on: a known browser has its own, unknown ones share that of login and account."""
    if candidate.known_token:
        return [("known_device", f"{candidate.user_id} {candidate.known_token}")]
    account = f"{candidate.user_id}" if candidate.user_id else candidate.login
    return [("login", candidate.login), ("account", account)]


def _enter(candidate: _Candidate, browser: Browser, rehashed: str | None) -> Opened:
    user = db.session.get(User, candidate.user_id, populate_existing=True)
    if user is None or user.secret_hash != candidate.stored or user.status is not UserStatus.ACTIVE:
        raise Invalid("sign_in_failed")
    for scope, key in _locks(candidate):
        forget_tries(scope, key)
    user.secret_hash = rehashed or user.secret_hash
    return open_device(user=user, browser=browser)


def finish_sign_in(*, token: str, code: str, browser: Browser) -> Opened:
    """The second factor of a sign-in that waits; raises Invalid code_wrong, code_locked or code_too_late."""
    device = pending_device(token)
    if device is None:
        raise Invalid("code_too_late")
    known = is_known_device(device.user_id, browser.known_token)
    place = f"{device.user_id} {browser.known_token if known else ''}"
    allowed = take_try("code", place, limit=TRIES, wait=WAIT)
    db.session.commit()
    if not allowed:
        raise Invalid("code_locked", "code", until=waits_until("code", place))
    check_code(device.user, code)
    forget_tries("code", place)
    _spend(device)
    return open_device(user=device.user, browser=browser, with_code=True)


def check_code(user: User, code: str) -> None:
    """Raise Invalid code_wrong unless the code is right and its step was never used, also not at this very moment."""
    step = totp.matching_step(user.totp_secret, code, user.totp_last_step) if user.totp_secret else None
    if step is None:
        raise Invalid("code_wrong", "code")
    unused = User.totp_last_step.is_(None) | (User.totp_last_step < step)
    spent = db.session.execute(
        update(User).where(User.id == user.id, unused).values(totp_last_step=step).returning(User.id)
    )
    if spent.first() is None:
        raise Invalid("code_wrong", "code")


def _spend(device: Device) -> None:
    device.revoked_at = now()
