"""Reads of invitations: makers that ask the owner of an account to belong to them."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from shop.lib.clock import today_wib
from shop.lib.errors import NotFound
from shop.platform.db import db
from shop.producers.models import Producer, ProducerMember
from shop.producers.types import ProducerStatus

INVITATION_LASTS = timedelta(days=30)


def invitations_of(user_id: int) -> Sequence[ProducerMember]:
    """What waits for the answer of a user, oldest first."""
    return db.session.scalars(_waiting(user_id).order_by(ProducerMember.id)).all()


def invitation_for(user_id: int, member_id: str) -> ProducerMember:
    """One invitation of a user; raises NotFound for somebody else's and for one that is over."""
    found = db.session.scalar(_waiting(user_id).where(ProducerMember.public_id == member_id))
    if found is None:
        raise NotFound("invitation_over")
    return found


def _waiting(user_id: int) -> Select[ProducerMember]:
    gone = (ProducerStatus.ENDED, ProducerStatus.MERGED)
    return (
        select(ProducerMember)
        .join(ProducerMember.producer)
        .where(ProducerMember.invited_id == user_id, ProducerMember.ends_on.is_(None), Producer.status.not_in(gone))
        .where(ProducerMember.starts_on > today_wib() - INVITATION_LASTS)
        .options(joinedload(ProducerMember.producer).joinedload(Producer.regency))
    )
