"""Users made by others, their roles in offices, and the end of both."""

from dataclasses import dataclass
from datetime import date, timedelta

from shop.accounts import secrets, totp
from shop.accounts.commands.devices import end_sessions
from shop.accounts.commands.links import end_links
from shop.accounts.commands.registration import add_user, forget_unconfirmed, release_phone
from shop.accounts.messages import LinkWanted
from shop.accounts.models import Membership, Office, PartnerAgency, User
from shop.accounts.notices import leave_notice
from shop.accounts.policies import may_end_role, may_give_role, may_manage_users
from shop.accounts.queries import office_role, read_phone, user_by_login
from shop.accounts.types import Actor, LinkPurpose, Role, SecretKind, UserStatus
from shop.audit.commands import record
from shop.lib.clock import now, today_wib
from shop.lib.errors import Conflict, Invalid, WrongState, require
from shop.platform import outbox
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


def want_secret(user: User) -> None:
    """Have a link sent with which the user chooses a secret."""
    outbox.leave(LinkWanted(user.id, LinkPurpose.SET_SECRET), key=f"link:{user.id}:{LinkPurpose.SET_SECRET}")


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


def add_membership(
    *,
    user: User,
    role: Role,
    place: Office | PartnerAgency | None,
    actor: Actor,
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> Membership:
    """Give a role in an office, at a partner agency or, for administrators, in neither; sessions begin anew."""
    office = place if isinstance(place, Office) else None
    partner = place if isinstance(place, PartnerAgency) else None
    if (role is Role.PARTNER) != (partner is not None) or (office is None and role not in (Role.PARTNER, Role.ADMIN)):
        raise Invalid("role_place_wrong", "office")
    require(may_give_role(actor, role, place.region_code if place else None))
    start = starts_on or today_wib()
    if ends_on is not None and ends_on < start:
        raise Invalid("dates_out_of_order", "ends_on")
    membership = Membership(
        user_id=user.id,
        role=role,
        office_id=office.id if office else None,
        partner_id=partner.id if partner else None,
        starts_on=start,
        ends_on=ends_on,
    )
    db.session.add(membership)
    end_sessions(user.id)
    db.session.flush()
    record(actor=actor, action="membership.added", target=membership, role=str(role), user=user.public_id)
    return membership


def end_membership(*, membership: Membership, actor: Actor) -> None:
    """End a role now: its rights are gone with the next request, and its sessions with it."""
    require(may_end_role(actor, membership.role, office_role(membership).region_code))
    yesterday = today_wib() - timedelta(days=1)
    membership.starts_on = min(membership.starts_on, yesterday)
    membership.ends_on = min(membership.ends_on or yesterday, yesterday)
    end_sessions(membership.user_id)
    end_links(membership.user_id)
    db.session.flush()
    record(actor=actor, action="membership.ended", target=membership)


def disable_user(*, user: User, actor: Actor) -> None:
    """Close an account: sessions and links already sent end at once."""
    require(may_manage_users(actor))
    if user.id == actor.user_id:
        raise WrongState("account_own")
    user.status = UserStatus.DISABLED
    end_sessions(user.id)
    end_links(user.id)
    record(actor=actor, action="user.disabled", target=user)


def enable_user(*, user: User, actor: Actor) -> None:
    """Open a closed account again."""
    require(may_manage_users(actor))
    user.status = UserStatus.ACTIVE
    record(actor=actor, action="user.enabled", target=user)
