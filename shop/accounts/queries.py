"""Reads of accounts: who is behind a cookie, a login, a link; devices."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from shop.accounts.models import BuyingMember, BuyingOrganisation, Device, KnownDevice, Membership, OneTimeLink, User
from shop.accounts.policies import roles_in_force
from shop.accounts.types import Actor, OfficeRole, Role, UserStatus
from shop.lib.clock import now, today_wib
from shop.lib.errors import Invalid
from shop.lib.ids import token_hash
from shop.lib.phone import parse_phone
from shop.platform.db import db
from shop.platform.marks import mark


@dataclass(frozen=True)
class SignedIn:
    """A live session: its rows, who acts, and whether roles wait for a password or a second factor."""

    device: Device
    user: User
    actor: Actor
    is_staff: bool
    unfinished: bool


def signed_in(token: str) -> SignedIn | None:
    """The session behind a cookie, with the roles that are live today; two SELECTs."""
    device = _device(token)
    if device is None or device.user.status is not UserStatus.ACTIVE or waits_for_code(device):
        return None
    user = device.user
    held = live_memberships(user.id)
    roles = tuple(office_role(membership) for membership in held)
    in_force = roles_in_force(
        [role.role for role in roles], secret_kind=user.secret_kind, second_factor=device.second_factor_at is not None
    )
    actor = Actor(
        user_id=user.id, user_public_id=user.public_id, name=user.name, roles=roles if in_force else (), via="web"
    )
    return SignedIn(device, user, actor, is_staff=bool(roles), unfinished=bool(roles) and not in_force)


def pending_device(token: str) -> Device | None:
    """The sign-in that waits for its code, or None."""
    device = _device(token)
    return device if device and device.user.status is UserStatus.ACTIVE and waits_for_code(device) else None


def waits_for_code(device: Device) -> bool:
    """Whether the secret was right and the code of the second factor is still to come."""
    return device.user.totp_secret is not None and device.second_factor_at is None


def _device(token: str) -> Device | None:
    wanted = Device.token_hash == token_hash(token)
    alive = (Device.revoked_at.is_(None), Device.expires_at > now())
    return db.session.scalar(select(Device).where(wanted, *alive).options(joinedload(Device.user)))


def live_memberships(user_id: int, day: date | None = None) -> Sequence[Membership]:
    """Memberships in force on a day (today in WIB), with office and agency."""
    day = day or today_wib()
    statement = (
        select(Membership)
        .where(Membership.user_id == user_id, Membership.starts_on <= day)
        .where(Membership.ends_on.is_(None) | (Membership.ends_on >= day))
        .options(joinedload(Membership.office), joinedload(Membership.partner))
        .order_by(Membership.id)
    )
    return db.session.scalars(statement).all()


def office_role(membership: Membership) -> OfficeRole:
    """A membership as the actor carries it; the ministry, administrators and nationwide agencies reach everything."""
    place = membership.partner if membership.role is Role.PARTNER else membership.office
    return OfficeRole(membership.role, membership.office_id, place.region_code if place else None)


def read_phone(typed: str, field: str = "phone") -> str:
    """The number as it is stored; raises Invalid with the field. Example numbers only where the example shop is."""
    try:
        return parse_phone(typed, demo=mark("demo") is not None)
    except Invalid as error:
        raise Invalid(error.code, field) from error


def read_login(typed: str) -> tuple[str | None, str | None]:
    """Phone and e-mail of what was typed, one of them None; raises Invalid for a phone that cannot be one."""
    if "@" in typed:
        return None, typed.strip().lower()
    return read_phone(typed, "login"), None


def user_by_login(phone: str | None, email: str | None) -> User | None:
    """The user who signs in with this phone or this e-mail."""
    wanted = User.phone == phone if phone else User.email == email
    return db.session.scalar(select(User).where(wanted)) if phone or email else None


def is_known_device(user_id: int, token: str | None) -> bool:
    """Whether this browser signed in as this user before."""
    if not token:
        return False
    wanted = (KnownDevice.user_id == user_id, KnownDevice.token_hash == token_hash(token))
    return db.session.scalar(select(KnownDevice.id).where(*wanted)) is not None


def live_devices(user_id: int) -> list[Device]:
    """Where the user is signed in, the last used first."""
    statement = (
        select(Device)
        .where(Device.user_id == user_id, Device.revoked_at.is_(None), Device.expires_at > now())
        .options(joinedload(Device.user))
        .order_by(Device.last_seen_at.desc(), Device.id.desc())
    )
    return [device for device in db.session.scalars(statement) if not waits_for_code(device)]


def live_link(token: str) -> OneTimeLink | None:
    """The one-time link behind a token, if it can still be used."""
    return db.session.scalar(
        select(OneTimeLink).where(
            OneTimeLink.token_hash == token_hash(token), OneTimeLink.used_at.is_(None), OneTimeLink.expires_at > now()
        )
    )


def link_user(link: OneTimeLink) -> User | None:
    """The user whom a link is for; None when the account is closed."""
    user = db.session.get(User, link.user_id)
    return user if user and user.status is not UserStatus.DISABLED else None


def organisations_of(user_id: int) -> Sequence[BuyingOrganisation]:
    """The buying organisations that a user belongs to."""
    return db.session.scalars(
        select(BuyingOrganisation)
        .join(BuyingMember, BuyingMember.organisation_id == BuyingOrganisation.id)
        .where(BuyingMember.user_id == user_id)
        .order_by(BuyingOrganisation.name, BuyingOrganisation.id)
    ).all()


def organisation_ids(user_id: int) -> frozenset[int]:
    """The ids of the buying organisations that a user belongs to, as policies take them."""
    return frozenset(one.id for one in organisations_of(user_id))
