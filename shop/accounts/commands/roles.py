"""Roles in offices, at partner agencies and of those who run the site: given, and ended."""

from datetime import date, timedelta

from sqlalchemy import select

from shop.accounts.commands.devices import end_sessions
from shop.accounts.commands.links import end_links, want_secret
from shop.accounts.commands.notices import leave_notice
from shop.accounts.models import Membership, Office, PartnerAgency, User
from shop.accounts.policies import may_end_role, may_give_role
from shop.accounts.queries import live_memberships, office_role
from shop.accounts.types import Actor, Role, SecretKind, UserStatus
from shop.audit.commands import record
from shop.lib.clock import today_wib
from shop.lib.errors import Conflict, Invalid, WrongState, require
from shop.platform.db import db
from shop.platform.holding import hold


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
    membership = Membership(user=user, role=role, office=office, partner=partner, starts_on=start, ends_on=ends_on)
    db.session.add(membership)
    end_sessions(user.id)
    end_links(user.id)
    db.session.flush()
    record(actor=actor, action="membership.added", target=membership, role=str(role), user=user.public_id)
    return membership


def give_role(
    *, user: User, role: Role, place: Office | PartnerAgency | None, ends_on: date | None, actor: Actor
) -> Membership:
    """Give a role to an account that is there already, from today.

    It needs an e-mail of its own. Of a PIN nobody knows who has seen it: a password is chosen by a link in the mail.
    """
    hold(user)
    if user.status is not UserStatus.ACTIVE:
        raise WrongState("account_closed")
    if user.email is None:
        raise WrongState("account_without_email")
    held = live_memberships(user.id)
    if any(one.role is role and (one.office or one.partner) is place for one in held):
        raise Conflict("role_already", "role")
    membership = add_membership(user=user, role=role, place=place, ends_on=ends_on, actor=actor)
    if user.secret_kind is SecretKind.PIN:
        user.secret_hash = user.totp_secret = user.totp_draft = user.totp_last_step = None
        want_secret(user)
    leave_notice("role_changed", {}, user=user)
    return membership


def end_membership(*, membership: Membership, actor: Actor) -> None:
    """End a role now: its rights are gone with the next request, and its sessions with it. Nobody ends their own."""
    require(may_end_role(actor, membership.role, office_role(membership).region_code))
    if membership.user_id == actor.user_id:
        raise WrongState("role_own")
    if membership.role is Role.ADMIN:
        refuse_last_administrator(membership.user_id)
    yesterday = today_wib() - timedelta(days=1)
    membership.starts_on = min(membership.starts_on, yesterday)
    membership.ends_on = min(membership.ends_on or yesterday, yesterday)
    end_sessions(membership.user_id)
    end_links(membership.user_id)
    db.session.flush()
    leave_notice("role_changed", {}, user=membership.user)
    ended = {"role": str(membership.role), "user": membership.user.public_id}
    record(actor=actor, action="membership.ended", target=membership, **ended)


def refuse_last_administrator(user_id: int) -> None:
    """Raise WrongState when, without this user, nobody could run the site.

    The rows are locked: of two administrators who end each other's role at once, the second one is refused.
    """
    day = today_wib()
    live = (Membership.starts_on <= day, Membership.ends_on.is_(None) | (Membership.ends_on >= day))
    query = select(Membership.user_id).join(Membership.user).where(Membership.role == Role.ADMIN, *live)
    active = query.where(User.status == UserStatus.ACTIVE).order_by(Membership.id).with_for_update(of=Membership)
    administrators = set(db.session.scalars(active))
    if administrators == {user_id}:
        raise WrongState("role_last_admin")
