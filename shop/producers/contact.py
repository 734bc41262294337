"""Whom a buyer's WhatsApp reaches: the maker by live consent, else the companion, else the office."""

from sqlalchemy import select

from shop.accounts.models import User
from shop.accounts.types import UserStatus
from shop.consent.queries import is_allowed
from shop.consent.types import Purpose
from shop.lib.clock import today_wib
from shop.platform.db import db
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
    today = today_wib()
    return db.session.scalars(
        select(User.phone)
        .join(Companion, Companion.user_id == User.id)
        .join(CompanionAssignment, CompanionAssignment.companion_id == Companion.id)
        .where(CompanionAssignment.producer_id == producer.id, CompanionAssignment.starts_on <= today)
        .where(CompanionAssignment.ends_on.is_(None) | (CompanionAssignment.ends_on >= today))
        .where(Companion.active, User.status == UserStatus.ACTIVE, User.phone.is_not(None))
        .order_by(CompanionAssignment.id)
        .limit(1)
    ).first()
