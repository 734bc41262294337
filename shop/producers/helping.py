"""Which companions help a maker today: assigned, active, and with the maker's own grant."""

from datetime import date

from sqlalchemy import ColumnElement

from shop.lib.clock import today_wib
from shop.producers.models import Companion, CompanionAssignment, Producer


def helps_today(producer: Producer, day: date | None = None) -> tuple[ColumnElement[bool], ...]:
    """SQL conditions on a companion joined with its assignment; without the maker's grant it counts for nothing."""
    day = day or today_wib()
    return (
        CompanionAssignment.producer_id == producer.id,
        CompanionAssignment.granted_at.is_not(None),
        CompanionAssignment.starts_on <= day,
        CompanionAssignment.ends_on.is_(None) | (CompanionAssignment.ends_on >= day),
        Companion.active.is_(True),
    )
