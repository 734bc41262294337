"""Who of a maker's people reads word that is left for it."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from shop.accounts.models import User
from shop.accounts.types import UserStatus
from shop.lib.clock import today_wib
from shop.platform.db import db
from shop.producers.models import Producer, ProducerMember
from shop.producers.scopes import rights_held
from shop.producers.types import Right


def readers_of(producer: Producer, right: Right | None = None, day: date | None = None) -> list[User]:
    """The live members with an account who hold a right (all, when none is named), each once."""
    day = day or today_wib()
    found = db.session.scalars(
        select(ProducerMember)
        .join(ProducerMember.user)
        .where(ProducerMember.producer_id == producer.id, ProducerMember.starts_on <= day)
        .where(ProducerMember.ends_on.is_(None) | (ProducerMember.ends_on >= day))
        .where(User.status == UserStatus.ACTIVE)
        .options(joinedload(ProducerMember.user))
        .order_by(ProducerMember.id)
    )
    reads = [one.user for one in found if right is None or right in rights_held(one.role, one.rights)]
    return list(dict.fromkeys(user for user in reads if user is not None))


def is_reachable(user: User) -> bool:
    """Whether mail reaches a person."""
    return user.email is not None and user.email_bounced_at is None
