"""Parts with their threads, quotes and files, for whoever may read them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from shop.inquiries.models import (
    Attachment,
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
    ids = [part.id for part in parts]
    messages: dict[int, list[ThreadMessage]] = defaultdict(list)
    for message in db.session.scalars(
        select(ThreadMessage)
        .where(ThreadMessage.part_id.in_(ids))
        .order_by(ThreadMessage.id)
        .options(selectinload(ThreadMessage.attachments))
    ):
        messages[message.part_id].append(message)
    quotes: dict[int, list[Quote]] = defaultdict(list)
    for quote in db.session.scalars(
        select(Quote)
        .where(Quote.part_id.in_(ids))
        .order_by(Quote.version.desc(), Quote.id)
        .options(selectinload(Quote.lines).joinedload(QuoteLine.line), joinedload(Quote.part))
    ):
        quotes[quote.part_id].append(quote)
    inquiries = {part.inquiry_id for part in parts}
    files = db.session.scalars(
        select(Attachment)
        .where(Attachment.inquiry_id.in_(inquiries), Attachment.message_id.is_(None))
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


def parts_with_lines() -> Select[InquiryPart]:
    return select(InquiryPart).options(
        joinedload(InquiryPart.producer),
        joinedload(InquiryPart.inquiry),
        selectinload(InquiryPart.shares).joinedload(PartLine.line).joinedload(InquiryLine.product),
    )
