"""The maker's side: the inbox of a stall, one part, its files."""

from enum import StrEnum

from sqlalchemy import func, or_, select

from shop.inquiries.models import Attachment, Inquiry, InquiryPart
from shop.inquiries.queries.views import PartView, parts_with_lines, views_of
from shop.inquiries.types import FINISHED, MAKERS_TURN, PartState
from shop.lib.errors import NotFound
from shop.lib.pages import Page, decode_cursor, encode_cursor
from shop.platform.db import db
from shop.producers.models import Producer

PAGE = 20


class Inbox(StrEnum):
    """Which parts a stall looks at."""

    WAITING = "waiting"
    ASKED_BACK = "asked_back"
    QUOTED = "quoted"
    FINISHED = "finished"
    ALL = "all"


def stall_inbox(producer: Producer, which: Inbox = Inbox.WAITING, cursor: str | None = None) -> Page[InquiryPart]:
    """A page of a maker's parts, newest first, spam left out; five SELECTs however many."""
    wanted = parts_with_lines().where(InquiryPart.producer_id == producer.id).join(InquiryPart.inquiry)
    wanted = wanted.where(Inquiry.spam_at.is_(None))
    states = _STATES.get(which)
    if states is not None:
        wanted = wanted.where(InquiryPart.state.in_(states))
    after = decode_cursor(cursor, int)
    if after:
        wanted = wanted.where(InquiryPart.id < after[0])
    rows = db.session.scalars(wanted.order_by(InquiryPart.id.desc()).limit(PAGE + 1)).all()
    return Page(rows[:PAGE], encode_cursor([rows[PAGE - 1].id]) if len(rows) > PAGE else None)


_STATES: dict[Inbox, frozenset[PartState]] = {
    Inbox.WAITING: MAKERS_TURN,
    Inbox.ASKED_BACK: frozenset({PartState.INFO_WANTED}),
    Inbox.QUOTED: frozenset({PartState.QUOTED}),
    Inbox.FINISHED: FINISHED,
}


def stall_counts(producer: Producer) -> dict[PartState, int]:
    """How many parts of a maker stand in each state."""
    rows = db.session.execute(
        select(InquiryPart.state, func.count())
        .join(InquiryPart.inquiry)
        .where(InquiryPart.producer_id == producer.id, Inquiry.spam_at.is_(None))
        .group_by(InquiryPart.state)
    )
    return dict(rows.all())


def part_for_stall(public_id: str, producer: Producer) -> PartView:
    """One part of a maker with everything in it; raises NotFound part_unknown, also for another maker's."""
    part = db.session.scalar(
        parts_with_lines().where(InquiryPart.public_id == public_id, InquiryPart.producer_id == producer.id)
    )
    if part is None:
        raise NotFound("part_unknown")
    return views_of([part])[0]


def stall_of_part(public_id: str) -> str | None:
    """The public id of the maker who was asked by a part."""
    wanted = select(Producer.public_id).join(InquiryPart, InquiryPart.producer_id == Producer.id)
    return db.session.scalar(wanted.where(InquiryPart.public_id == public_id))


def attachment_for_stall(public_id: str, producer: Producer) -> Attachment:
    """A file that a maker may read: of its own thread or of the whole inquiry; raises NotFound file_unknown."""
    found = db.session.scalar(
        select(Attachment)
        .join(InquiryPart, InquiryPart.inquiry_id == Attachment.inquiry_id)
        .where(Attachment.public_id == public_id, InquiryPart.producer_id == producer.id)
        .where(or_(Attachment.part_id.is_(None), Attachment.part_id == InquiryPart.id))
    )
    if found is None:
        raise NotFound("file_unknown")
    return found
