"""How a maker answered what it was asked, spam aside."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select

from shop.inquiries.models import Inquiry, InquiryPart
from shop.platform.db import db


@dataclass(frozen=True)
class Answers:
    """How many parts a maker was sent, and how long it took to each first word or quote of its side."""

    asked: int
    waits: tuple[timedelta, ...]


def answers_of(producer_id: int) -> Answers:
    """All that a maker was asked and answered; whether it was open counts for nothing here."""
    rows = db.session.execute(
        select(InquiryPart.sent_at, InquiryPart.first_answer_at)
        .join(Inquiry, Inquiry.id == InquiryPart.inquiry_id)
        .where(InquiryPart.producer_id == producer_id, Inquiry.spam_at.is_(None))
    ).all()
    return Answers(len(rows), tuple(answered - sent for sent, answered in rows if answered is not None))
