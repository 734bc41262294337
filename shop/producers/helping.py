"""The companion of a maker: assigned today and active, with the maker's own grant; without it nobody counts."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import contains_eager

from shop.accounts.models import User
from shop.accounts.types import UserStatus
from shop.lib.clock import today_wib
from shop.platform.db import db
from shop.producers.models import Companion, CompanionAssignment, Producer, ProducerMember


def companion_of(producer: Producer, day: date | None = None) -> Companion | None:
    """The companion whom the maker granted the latest help, with its user; None where nobody helps."""
    day = day or today_wib()
    return db.session.scalars(
        select(Companion)
        .join(Companion.user)
        .join(CompanionAssignment, CompanionAssignment.companion_id == Companion.id)
        .where(CompanionAssignment.producer_id == producer.id, CompanionAssignment.granted_at.is_not(None))
        .where(CompanionAssignment.starts_on <= day)
        .where(CompanionAssignment.ends_on.is_(None) | (CompanionAssignment.ends_on >= day))
        .where(Companion.active.is_(True), User.status == UserStatus.ACTIVE)
        .options(contains_eager(Companion.user))
        .order_by(CompanionAssignment.starts_on.desc(), CompanionAssignment.id.desc())
        .limit(1)
    ).first()


def helped_member(user_id: int) -> ProducerMember | None:
    """Through which maker somebody is helped to sign in: first one where the office, which made the account, may."""
    wanted = select(ProducerMember).where(ProducerMember.user_id == user_id)
    return db.session.scalars(wanted.order_by(ProducerMember.account_made.desc(), ProducerMember.id)).first()


def companion_name(producer: Producer) -> str | None:
    """The name of the companion who helps a maker today."""
    companion = companion_of(producer)
    return companion.user.name if companion else None
