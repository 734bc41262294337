"""Parts with their threads, quotes and files, for whoever may read them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from shop.inquiries.models import (
    Attachment,
    Inquiry,
    InquiryLine,
    InquiryPart,
    PartLine,
    Quote,
    QuoteLine,
    ThreadMessage,
)
from shop.platform.db import db


@dataclass(frozen=True)
class PartView:
    """A part with all that was said and offered in it."""

    part: InquiryPart
    messages: Sequence[ThreadMessage]
    quotes: Sequence[Quote]  # newest first
    files: Sequence[Attachment]  # of this thread and of the whole inquiry

    @property
    def newest(self) -> Quote | None:
        return self.quotes[0] if self.quotes else None


def views_of(parts: Sequence[InquiryPart]) -> list[PartView]:
    """Messages, quotes and files of many parts; a fixed number of SELECTs."""
    ids = [part.id for part in parts]
    messages, quotes = _messages(ids), _quotes(ids)
    files = db.session.scalars(
        select(Attachment)
        .where(Attachment.inquiry_id.in_({part.inquiry_id for part in parts}), Attachment.message_id.is_(None))
        .order_by(Attachment.id)
    ).all()
    return [
        PartView(
            part,
            messages[part.id],
            quotes[part.id],
            [file for file in files if file.inquiry_id == part.inquiry_id and file.part_id in (None, part.id)],
        )
        for part in parts
    ]


def _messages(ids: Sequence[int]) -> dict[int, list[ThreadMessage]]:
    found: dict[int, list[ThreadMessage]] = defaultdict(list)
    for message in db.session.scalars(
        select(ThreadMessage)
        .where(ThreadMessage.part_id.in_(ids))
        .order_by(ThreadMessage.id)
        .options(selectinload(ThreadMessage.attachments))
    ):
        found[message.part_id].append(message)
    return found


def _quotes(ids: Sequence[int]) -> dict[int, list[Quote]]:
    found: dict[int, list[Quote]] = defaultdict(list)
    for quote in db.session.scalars(
        select(Quote)
        .where(Quote.part_id.in_(ids))
        .order_by(Quote.version.desc(), Quote.id)
        .options(selectinload(Quote.lines).joinedload(QuoteLine.line), joinedload(Quote.part))
    ):
        found[quote.part_id].append(quote)
    return found


def newest_quotes(parts: Sequence[InquiryPart]) -> dict[int, Quote]:
    """The newest quote of each of the parts that has one, by the part's id; one SELECT."""
    ids = [part.id for part in parts]
    rows = db.session.scalars(select(Quote).where(Quote.part_id.in_(ids)).order_by(Quote.version))
    return {quote.part_id: quote for quote in rows}


def part_by_id(part_id: int) -> InquiryPart:
    """A part with all that word about it speaks of."""
    wanted = parts_with_lines().where(InquiryPart.id == part_id)
    return db.session.scalars(wanted.options(joinedload(InquiryPart.inquiry).joinedload(Inquiry.buyer))).one()


def inquiry_by_id(inquiry_id: int) -> Inquiry:
    """An inquiry that something is told of."""
    return db.session.get_one(Inquiry, inquiry_id)


def quote_by_id(quote_id: int) -> Quote:
    """A quote that something is told of."""
    return db.session.get_one(Quote, quote_id)


def message_by_id(message_id: int) -> ThreadMessage:
    """Words of a thread that are passed on."""
    return db.session.get_one(ThreadMessage, message_id)


def parts_with_lines() -> Select[InquiryPart]:
    return select(InquiryPart).options(
        joinedload(InquiryPart.producer),
        joinedload(InquiryPart.inquiry),
        selectinload(InquiryPart.shares).joinedload(PartLine.line).joinedload(InquiryLine.product),
    )
