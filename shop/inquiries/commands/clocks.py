"""The clocks of inquiries: nudge, escalate, expire. Each may run at any time, any number of times.

They hold the parts that they are about to change, and leave alone those on which somebody decides at this moment.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

from sqlalchemy import Select, select
from sqlalchemy.orm import aliased, joinedload

from shop.accounts.types import SYSTEM
from shop.audit.commands import record
from shop.inquiries.clocks import (
    ESCALATE_WORKING_DAYS,
    NUDGE_AFTER,
    PART_LIVES,
    due_after,
    due_after_working_days,
)
from shop.inquiries.commands.parts import move, note_demand
from shop.inquiries.messages import PartEscalated, PartExpired, PartNudged, QuoteExpired
from shop.inquiries.models import Inquiry, InquiryPart, Quote
from shop.inquiries.types import MAKERS_TURN, WAITING, DemandCause, PartState
from shop.lib.clock import now, today_wib
from shop.platform import outbox
from shop.platform.db import db
from shop.platform.holding import unheld
from shop.producers.closings import closings_of, is_closed
from shop.producers.types import Closed


def parts_to_nudge(moment: datetime) -> list[InquiryPart]:
    """Parts that a maker has left without an answer for 24 open hours."""
    found = _waiting(MAKERS_TURN, moment - NUDGE_AFTER).where(InquiryPart.nudged_at.is_(None))
    return _over(found, moment, lambda since, closings: due_after(since, NUDGE_AFTER, closings))


def parts_to_escalate(moment: datetime) -> list[InquiryPart]:
    """Parts without an answer for three open working days."""
    least = moment - timedelta(days=ESCALATE_WORKING_DAYS)
    found = _waiting(MAKERS_TURN, least).where(InquiryPart.escalated_at.is_(None))
    return _over(found, moment, lambda since, shut: due_after_working_days(since, ESCALATE_WORKING_DAYS, shut))


def parts_to_expire(moment: datetime) -> list[InquiryPart]:
    """Parts that waited 30 open days for a word of the maker or of the buyer."""
    found = _waiting(WAITING, moment - PART_LIVES)
    return _over(found, moment, lambda since, closings: due_after(since, PART_LIVES, closings))


def quotes_to_expire(today: date) -> list[Quote]:
    """Newest quotes whose last day (WIB) is over, of parts that nobody agreed on.

    Read once the parts are held: whoever makes, declines or accepts a quote holds its part.
    """
    over = _over_since(today)
    parts = select(InquiryPart.id).where(InquiryPart.id.in_(over.with_only_columns(Quote.part_id)))
    held = db.session.scalars(unheld(parts.order_by(InquiryPart.id), InquiryPart)).all()
    found = over.where(Quote.part_id.in_(held)).order_by(Quote.id)
    quotes = found.options(joinedload(Quote.part).joinedload(InquiryPart.producer))
    return list(db.session.scalars(quotes.execution_options(populate_existing=True)))


def nudge_parts() -> int:
    """Remind makers, once each time it is their turn; returns how many parts."""
    due = parts_to_nudge(now())
    for part in due:
        part.nudged_at = now()
        outbox.leave(PartNudged(part.id))
    db.session.flush()
    return len(due)


def escalate_parts() -> list[InquiryPart]:
    """Leave word that companions or offices must help; returns the parts that became due just now."""
    due = parts_to_escalate(now())
    for part in due:
        part.escalated_at = now()
        outbox.leave(PartEscalated(part.id))
    db.session.flush()
    return due


def expire_parts() -> int:
    """End parts that waited too long; what the maker left unanswered is unmet demand."""
    due = parts_to_expire(now())
    for part in due:
        buyers_turn = part.state not in MAKERS_TURN
        if not buyers_turn:
            note_demand(part, DemandCause.EXPIRED, "")
        move(part, PartState.EXPIRED)
        record(actor=SYSTEM, action="part.expired", target=part, region_code=part.producer.regency_code)
        outbox.leave(PartExpired(part.id, buyers_turn=buyers_turn))
    db.session.flush()
    return len(due)


def expire_quotes() -> int:
    """End quotes whose last day is over; their parts expire unless the maker was asked again."""
    due = quotes_to_expire(today_wib())
    for quote in due:
        quote.expired_at = now()
        if quote.part.state is PartState.QUOTED:
            move(quote.part, PartState.EXPIRED)
        record(actor=SYSTEM, action="quote.expired", target=quote, region_code=quote.part.producer.regency_code)
        outbox.leave(QuoteExpired(quote.id))
    db.session.flush()
    return len(due)


def _over_since(today: date) -> Select[Quote]:
    newer = aliased(Quote)
    return (
        select(Quote)
        .join(Quote.part)
        .where(Quote.valid_until < today, Quote.expired_at.is_(None), Quote.declined_at.is_(None))
        .where(InquiryPart.agreed_at.is_(None))
        .where(~select(newer.id).where(newer.part_id == Quote.part_id, newer.version > Quote.version).exists())
    )


def _waiting(states: Iterable[PartState], before: datetime) -> Select[InquiryPart]:
    return (
        select(InquiryPart)
        .join(InquiryPart.producer)
        .join(InquiryPart.inquiry)
        .where(InquiryPart.state.in_(list(states)), InquiryPart.waiting_since <= before)
        .where(InquiryPart.agreed_at.is_(None), Inquiry.spam_at.is_(None), ~is_closed(now()))
        .order_by(InquiryPart.id)
        .options(joinedload(InquiryPart.producer), joinedload(InquiryPart.inquiry))
    )


def _over(
    found: Select[InquiryPart], moment: datetime, due: Callable[[datetime, Iterable[Closed]], datetime]
) -> list[InquiryPart]:
    """Those of the parts that are due, the times subtracted in which their makers were closed."""
    parts = list(db.session.scalars(unheld(found, InquiryPart)))
    shut = closings_of({part.producer_id for part in parts})
    return [part for part in parts if due(part.waiting_since or part.sent_at, shut.get(part.producer_id, ())) <= moment]
