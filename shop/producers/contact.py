"""Whom a buyer's WhatsApp reaches: the maker by live consent, else the companion, else the office."""

from sqlalchemy import select

from shop.accounts.models import User
from shop.accounts.types import UserStatus
from shop.consent.queries import is_allowed
from shop.consent.types import Purpose
from shop.platform.db import db
from shop.producers.helping import helps_today
from shop.producers.models import Companion, CompanionAssignment, Producer
from shop.producers.types import ContactVia


def contact_number(producer: Producer) -> str | None:
    """The number (E.164) that may be opened for people who asked; None when there is none."""
    own = producer.contact_via is ContactVia.SELF and producer.phone is not None
    if own and is_allowed(producer.public_id, Purpose.CONTACT):
        return producer.phone
    companion = None if producer.contact_via is ContactVia.OFFICE else _companion_number(producer)
    return companion or (producer.office.phone if producer.office else None)


def _companion_number(producer: Producer) -> str | None:
    return db.session.scalars(
        select(User.phone)
        .join(Companion, Companion.user_id == User.id)
        .join(CompanionAssignment, CompanionAssignment.companion_id == Companion.id)
        .where(*helps_today(producer), User.status == UserStatus.ACTIVE, User.phone.is_not(None))
        .order_by(CompanionAssignment.id)
        .limit(1)
    ).first()
