"""What a user may do for which makers: as a member, or as a companion within what was granted."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from shop.lib.clock import today_wib
from shop.platform.db import db
from shop.producers.models import Companion, CompanionAssignment, Producer, ProducerMember
from shop.producers.types import ALL_RIGHTS, MemberRole, ProducerStatus

_GONE = (ProducerStatus.ENDED, ProducerStatus.MERGED)


def scopes_of_user(user_id: int, day: date | None = None) -> dict[str, frozenset[str]]:
    """Rights by the maker's public id, from memberships and assignments in force on a day; two SELECTs."""
    day = day or today_wib()
    scopes: dict[str, frozenset[str]] = {}
    for public_id, role, rights in db.session.execute(_memberships(user_id, day)):
        scopes[public_id] = scopes.get(public_id, frozenset()) | rights_held(role, rights)
    for public_id, granted in db.session.execute(_assignments(user_id, day)):
        scopes[public_id] = scopes.get(public_id, frozenset()) | frozenset(granted)
    return scopes


def rights_held(role: MemberRole, rights: list[str]) -> frozenset[str]:
    """A leader holds every right; others those that they were given."""
    return frozenset(map(str, ALL_RIGHTS)) if role is MemberRole.LEADER else frozenset(rights)


def own_stalls(user_id: int, day: date | None = None) -> Sequence[Producer]:
    """The makers that a user belongs to, oldest first."""
    day = day or today_wib()
    statement = (
        select(Producer)
        .join(ProducerMember, ProducerMember.producer_id == Producer.id)
        .where(ProducerMember.user_id == user_id, ProducerMember.starts_on <= day, Producer.status.not_in(_GONE))
        .where(ProducerMember.ends_on.is_(None) | (ProducerMember.ends_on >= day))
        .distinct()
        .order_by(Producer.id)
    )
    return db.session.scalars(statement).all()


def is_companion(user_id: int) -> bool:
    """Whether the user is an active companion of an office."""
    wanted = (Companion.user_id == user_id, Companion.active.is_(True))
    return db.session.scalar(select(Companion.id).where(*wanted)) is not None


def _memberships(user_id: int, day: date):  # type: ignore[no-untyped-def]  # SQLAlchemy's long row type
    return (
        select(Producer.public_id, ProducerMember.role, ProducerMember.rights)
        .join(ProducerMember, ProducerMember.producer_id == Producer.id)
        .where(ProducerMember.user_id == user_id, ProducerMember.starts_on <= day, Producer.status.not_in(_GONE))
        .where(ProducerMember.ends_on.is_(None) | (ProducerMember.ends_on >= day))
    )


def _assignments(user_id: int, day: date):  # type: ignore[no-untyped-def]  # SQLAlchemy's long row type
    return (
        select(Producer.public_id, CompanionAssignment.scopes)
        .join(CompanionAssignment, CompanionAssignment.producer_id == Producer.id)
        .join(Companion, CompanionAssignment.companion_id == Companion.id)
        .where(Companion.user_id == user_id, Companion.active.is_(True), CompanionAssignment.granted_at.is_not(None))
        .where(CompanionAssignment.starts_on <= day, Producer.status.not_in(_GONE))
        .where(CompanionAssignment.ends_on.is_(None) | (CompanionAssignment.ends_on >= day))
    )
