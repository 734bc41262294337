"""Sessions are rows of devices: the cookie holds the token, the row its hash."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update

from shop.accounts.models import Device, KnownDevice, User
from shop.accounts.policies import may_act_for_user
from shop.accounts.queries import live_memberships
from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.audit.types import Who
from shop.lib.clock import now
from shop.lib.errors import NotFound, require
from shop.lib.ids import new_token, token_hash
from shop.platform.db import db, insert_into

SLIDING = timedelta(days=90)
STAFF_IDLE = timedelta(hours=12)
STAFF_ABSOLUTE = timedelta(days=7)
CODE_WAIT = timedelta(minutes=10)
TOUCH_EVERY = timedelta(minutes=10)
LONGEST_LABEL = 80


@dataclass(frozen=True, kw_only=True)
class Browser:
    """What the edge knows of who asks: its cookies of earlier sign-ins, a name to show, its address."""

    known_token: str | None = None
    old_token: str | None = None
    label: str = ""
    address: str = ""


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A sign-in that got through: the token for the cookie, and whether a code must follow before it counts."""

    user: User
    token: str
    needs_code: bool
    known_token: str | None = None


def open_device(*, user: User, browser: Browser, with_code: bool = False) -> Opened:
    """Sign a user in on a browser; with a second factor set the session waits for its code. A new token each time."""
    needs_code = user.totp_secret is not None and not with_code
    token, moment = new_token(), now()
    device = Device(
        user_id=user.id,
        token_hash=token_hash(token),
        label=browser.label[:LONGEST_LABEL],
        created_at=moment,
        last_seen_at=moment,
        expires_at=moment + CODE_WAIT if needs_code else _expiry(user.id, moment, moment),
        second_factor_at=moment if with_code else None,
    )
    db.session.add(device)
    db.session.flush()
    if needs_code:
        return Opened(user=user, token=token, needs_code=True)
    if browser.old_token:
        _end(Device.token_hash == token_hash(browser.old_token))
    record(actor=Who(user_id=user.id), action="session.opened", target=device, second_factor=with_code)
    return Opened(user=user, token=token, needs_code=False, known_token=_know(user.id, browser.known_token))


def _expiry(user_id: int, opened: datetime, moment: datetime) -> datetime:
    """Makers and buyers: 90 days after the last use; staff: 12 hours, and 7 days in all."""
    if live_memberships(user_id):
        return min(moment + STAFF_IDLE, opened + STAFF_ABSOLUTE)
    return moment + SLIDING


def _know(user_id: int, token: str | None) -> str:
    """Remember that this browser signed in as this user; its token is kept if it is one of ours."""
    if token is None or not db.session.scalar(
        select(KnownDevice.id).where(KnownDevice.token_hash == token_hash(token))
    ):
        token = new_token()
    hashed = token_hash(token)
    known = insert_into(KnownDevice).values(user_id=user_id, token_hash=hashed, last_used_at=now())
    again = {"last_used_at": known.excluded.last_used_at}
    db.session.execute(known.on_conflict_do_update(index_elements=["user_id", "token_hash"], set_=again))
    return token


def touch_device(*, device: Device) -> bool:
    """Note that a session is in use, at most every ten minutes, and move its end; False when nothing was due."""
    moment = now()
    if moment - device.last_seen_at < TOUCH_EVERY:
        return False
    device.last_seen_at = moment
    device.expires_at = _expiry(device.user_id, device.created_at, moment)
    return True


def sign_out(*, token: str) -> None:
    """End the session of a cookie; one that has ended already is no error."""
    _end(Device.token_hash == token_hash(token))


def revoke_device(*, public_id: str, actor: Actor) -> None:
    """End one session of the actor's own; somebody else's is not found."""
    device = db.session.scalar(select(Device).where(Device.public_id == public_id, Device.revoked_at.is_(None)))
    if device is None or not may_act_for_user(actor, device.user_id):
        raise NotFound("device_not_found")
    device.revoked_at = now()
    record(actor=actor, action="session.revoked", target=device)


def revoke_all(*, user: User, actor: Actor, but_token: str | None = None) -> None:
    """End all sessions of a user and forget the known browsers, but for the one that asks."""
    require(may_act_for_user(actor, user.id))
    end_sessions(user.id, but=token_hash(but_token) if but_token else "")
    record(actor=actor, action="session.all_revoked", target=user)


def end_sessions(user_id: int, *, but: str = "") -> None:
    """End sessions, but for the one of this token hash; for a secret, second factor, role or account that changes."""
    _end(Device.user_id == user_id, Device.token_hash != but)
    db.session.execute(delete(KnownDevice).where(KnownDevice.user_id == user_id))


def _end(*which: object) -> None:
    statement = update(Device).where(*which, Device.revoked_at.is_(None))  # type: ignore[arg-type]  # conditions
    db.session.execute(statement.values(revoked_at=now()), execution_options={"synchronize_session": "fetch"})
