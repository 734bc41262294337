"""Reads of offices for those who work in them."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select

from shop.accounts.models import Membership, Office, User
from shop.accounts.types import Actor, Role, UserStatus
from shop.lib.clock import today_wib
from shop.platform.db import db


def own_offices(actor: Actor, *roles: Role) -> Sequence[Office]:
    """The offices in which the actor holds one of ``roles`` (any, when none is named), in the order of the roles."""
    ids = [held.office_id for held in actor.roles if held.office_id and (not roles or held.role in roles)]
    found = {office.id: office for office in db.session.scalars(select(Office).where(Office.id.in_(ids)))}
    return [found[one] for one in dict.fromkeys(ids) if one in found]


def administrators() -> Sequence[User]:
    """Those who run the site today."""
    day = today_wib()
    held = select(Membership.user_id).where(
        Membership.role == Role.ADMIN,
        Membership.starts_on <= day,
        Membership.ends_on.is_(None) | (Membership.ends_on >= day),
    )
    wanted = select(User).where(User.id.in_(held), User.status == UserStatus.ACTIVE)
    return db.session.scalars(wanted.order_by(User.id)).all()


def names_of_users(ids: Iterable[int]) -> dict[int, str]:
    """Names by id, for staff who see who did something."""
    rows = db.session.execute(select(User.id, User.name).where(User.id.in_(set(ids))))
    return dict(rows.all())
