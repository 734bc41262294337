"""The office's side: numbers, states and ages of the parts in its region; never what was said or asked by whom."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, true

from shop.accounts.reach import within
from shop.accounts.types import Actor, Role
from shop.inquiries.models import Inquiry, InquiryPart
from shop.inquiries.types import MAKERS_TURN, PartState
from shop.lib.clock import now
from shop.lib.pages import Page, decode_cursor, encode_cursor
from shop.platform.db import db
from shop.producers.models import Producer

PAGE = 40
LATE_AFTER = timedelta(days=3)
READERS = (Role.CURATOR, Role.OFFICER, Role.PROVINCIAL, Role.HEAD)


class Watch(StrEnum):
    """Which parts an office looks at."""

    LATE = "late"
    WAITING = "waiting"
    ALL = "all"


@dataclass(frozen=True)
class WatchedPart:
    """A part as an office sees it."""

    number: str
    state: PartState
    agreed: bool
    producer: str
    producer_public_id: str
    producer_language: str
    sent_at: datetime
    waiting_since: datetime | None
    late: bool


def may_watch_inquiries(actor: Actor) -> bool:
    """Open the office's list of inquiries."""
    return actor.has_role(*READERS)


def office_parts(actor: Actor, which: Watch = Watch.LATE, cursor: str | None = None) -> Page[WatchedPart]:
    """Parts of makers in the actor's region, newest first."""
    query = _parts(actor).where(_condition(which))
    after = decode_cursor(cursor, int)
    if after:
        query = query.where(InquiryPart.id < after[0])
    rows = db.session.execute(query.order_by(InquiryPart.id.desc()).limit(PAGE + 1)).all()
    items = [_item(part, number, (name, key, language)) for part, number, name, key, language in rows[:PAGE]]
    return Page(items, encode_cursor([rows[PAGE - 1][0].id]) if len(rows) > PAGE else None)


def late_count(actor: Actor) -> int:
    """How many parts in the actor's region wait too long for their maker."""
    late = _parts(actor).where(_condition(Watch.LATE)).subquery()
    return db.session.scalar(select(func.count()).select_from(late)) or 0


def _parts(actor: Actor) -> Select[InquiryPart, str, str, str, str]:
    return (
        select(InquiryPart, Inquiry.number, Producer.stall_name, Producer.public_id, Producer.language)
        .join(Inquiry, Inquiry.id == InquiryPart.inquiry_id)
        .join(Producer, Producer.id == InquiryPart.producer_id)
        .where(within(Producer.regency_code, actor, *READERS), Inquiry.spam_at.is_(None))
    )


def _condition(which: Watch) -> ColumnElement[bool]:
    waits = InquiryPart.state.in_(MAKERS_TURN)
    if which is Watch.WAITING:
        return waits
    if which is Watch.LATE:
        long = InquiryPart.waiting_since < now() - LATE_AFTER
        return and_(waits, or_(InquiryPart.escalated_at.is_not(None), long))
    return true()


def _item(part: InquiryPart, number: str, maker: tuple[str, str, str]) -> WatchedPart:
    waits = part.state in MAKERS_TURN
    long = part.waiting_since is not None and part.waiting_since < now() - LATE_AFTER
    late = waits and (part.escalated_at is not None or long)
    agreed = part.agreed_at is not None
    return WatchedPart(number, part.state, agreed, *maker, part.sent_at, part.waiting_since, late)
