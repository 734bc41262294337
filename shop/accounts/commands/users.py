"""Users made by others, and what others do to accounts."""

from dataclasses import dataclass

from shop.accounts import secrets, totp
from shop.accounts.commands.devices import end_sessions
from shop.accounts.commands.links import end_links, want_secret
from shop.accounts.commands.notices import leave_notice
from shop.accounts.commands.registration import add_user, forget_unconfirmed, release_phone
from shop.accounts.commands.roles import refuse_last_administrator
from shop.accounts.models import User
from shop.accounts.policies import may_manage_users
from shop.accounts.queries import read_phone, user_by_login
from shop.accounts.types import Actor, SecretKind, UserStatus
from shop.audit.commands import record
from shop.lib.clock import now
from shop.lib.errors import Conflict, Invalid, WrongState, require
from shop.platform.db import db


@dataclass(frozen=True, kw_only=True)
class NewUser:
    """Somebody whom staff, a companion or a command registers; at least one of phone and e-mail."""

    name: str
    phone: str = ""
    email: str = ""
    secret: str | None = None
    totp: str | None = None
    language: str = "id"


def create_user(*, wanted: NewUser, actor: Actor, strong: bool = False) -> User:
    """Make an active user; without a secret a link to choose one is sent.

    Whoever creates it vouches for the phone. An e-mail is confirmed by the link that goes there, as somebody who may
    only invite cannot say whose it is; from the command line it counts at once. ``strong`` asks for a password, as
    roles do. Raises Invalid for what was given, Conflict for a login in use. Whether the actor may is decided by the
    caller, who knows whom the user is for.
    """
    phone = read_phone(wanted.phone) if wanted.phone else None
    email = wanted.email.strip().lower() or None
    if phone is None and email is None:
        raise Invalid("phone_or_email_needed", "phone")
    _refuse_taken(phone, email)
    kind = SecretKind.PASSWORD if strong else SecretKind.PIN
    if wanted.secret is not None:
        kind = secrets.check_secret(wanted.secret, phone=phone, email=email, strong=strong)
    user = User(
        name=wanted.name,
        phone=phone,
        phone_proved_at=now() if phone else None,
        email=email,
        email_confirmed_at=now() if email and actor.is_system else None,
        secret_hash=secrets.make_hash(wanted.secret) if wanted.secret is not None else None,
        secret_kind=kind,
        totp_secret=totp.kept(wanted.totp) if wanted.totp else None,
        language=wanted.language,
    )
    if not add_user(user):
        raise Conflict("login_taken")
    record(actor=actor, action="user.created", target=user)
    if wanted.secret is None:
        want_secret(user)
    return user


def free_phone(*, user: User, actor: Actor) -> None:
    """Take a number that a user only ever typed: the actor knows whose it is. Whether they may, the caller knows.

    All else stays with who typed it. The number waits there as any typed one does; sessions that are open go on, so
    that an e-mail can still be added. Raises Conflict for a number that an office saw.
    """
    if user.phone_proved_at is not None:
        raise Conflict("phone_taken", "phone")
    user.new_phone, user.phone = user.phone, None
    db.session.flush()
    record(actor=actor, action="user.phone_freed", target=user)
    leave_notice("phone_freed", {}, user=user)


def prove_phone(*, user: User, actor: Actor) -> None:
    """The new number of a user counts from now on: the actor saw that it is theirs. Whether they may, the caller knows.

    Somebody else who only typed the same number loses it; raises Conflict when it was proved for another account.
    """
    number = user.new_phone or user.phone
    if number is None:
        raise WrongState("phone_none_waits")
    holder = user_by_login(number, None)
    if holder is not None and holder is not user and not release_phone(number):
        free_phone(user=holder, actor=actor)
    user.phone, user.new_phone, user.phone_proved_at = number, None, now()
    db.session.flush()
    record(actor=actor, action="user.phone_proved", target=user)


def _refuse_taken(phone: str | None, email: str | None) -> None:
    if phone and user_by_login(phone, None) and not release_phone(phone):
        raise Conflict("phone_taken", "phone")
    holder = user_by_login(None, email)
    if holder is not None and holder.status is UserStatus.UNCONFIRMED:
        forget_unconfirmed(User.id == holder.id)
    elif holder is not None:
        raise Conflict("email_taken", "email")


def disable_user(*, user: User, actor: Actor) -> None:
    """Close an account: sessions and links already sent end at once."""
    require(may_manage_users(actor))
    if user.id == actor.user_id:
        raise WrongState("account_own")
    if user.status is UserStatus.UNCONFIRMED:
        raise WrongState("account_unconfirmed")
    refuse_last_administrator(user.id)
    user.status = UserStatus.DISABLED
    end_sessions(user.id)
    end_links(user.id)
    record(actor=actor, action="user.disabled", target=user)


def enable_user(*, user: User, actor: Actor) -> None:
    """Open a closed account again; a registration that nobody confirmed is opened by its own link only."""
    require(may_manage_users(actor))
    if user.status is not UserStatus.DISABLED:
        raise WrongState("account_not_closed")
    user.status = UserStatus.ACTIVE
    record(actor=actor, action="user.enabled", target=user)
