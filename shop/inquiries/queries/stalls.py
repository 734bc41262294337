"""The maker's side: how much was asked, one part, its files."""

from sqlalchemy import func, or_, select

from shop.inquiries.models import Attachment, Inquiry, InquiryPart
from shop.inquiries.queries.views import PartView, parts_with_lines, views_of
from shop.inquiries.types import PartState
from shop.lib.errors import NotFound
from shop.platform.db import db
from shop.producers.models import Producer


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
