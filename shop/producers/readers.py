"""Who reads word that is left for a maker: its members, else its companions, else the office of its region."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, select

from shop.accounts.models import Office, User
from shop.accounts.types import UserStatus
from shop.lib.clock import today_wib
from shop.platform.db import db
from shop.producers.helping import helps_today
from shop.producers.models import Companion, CompanionAssignment, Producer, ProducerMember


@dataclass(frozen=True)
class Readers:
    """Users to tell; where there is none, the office that knows the maker."""

    users: tuple[User, ...]
    office: Office | None


def notice_readers(producer: Producer, day: date | None = None) -> Readers:
    """Members with an account; for a maker without any its companions; and its office."""
    day = day or today_wib()
    members = _active(
        select(ProducerMember.user_id)
        .where(ProducerMember.producer_id == producer.id, ProducerMember.starts_on <= day)
        .where(ProducerMember.ends_on.is_(None) | (ProducerMember.ends_on >= day))
    )
    return Readers(tuple(members or _companions(producer, day)), producer.office)


def _active(ids: Select[int | None]) -> Sequence[User]:
    """The active users of these ids, each once."""
    known = select(User).where(User.id.in_(ids), User.status == UserStatus.ACTIVE)
    return db.session.scalars(known.order_by(User.id)).all()


def _companions(producer: Producer, day: date) -> Sequence[User]:
    return _active(
        select(Companion.user_id)
        .join(CompanionAssignment, CompanionAssignment.companion_id == Companion.id)
        .where(*helps_today(producer, day))
    )
