"""Forgets who asked, once the time for that is over; what was asked and answered stays."""

from sqlalchemy import func, select, update

from shop.accounts.types import SYSTEM
from shop.audit.commands import record
from shop.inquiries.models import Inquiry, InquiryPart, ThreadMessage
from shop.inquiries.types import Author
from shop.lib.clock import now
from shop.lib.retention import Kept, kept_for
from shop.platform.db import db


def erase_contacts() -> int:
    """Blank name, contact and place of buyers whose inquiries ended (or were spam) long ago; returns how many."""
    ended = func.coalesce(Inquiry.closed_at, Inquiry.spam_at)
    over = select(Inquiry).where(Inquiry.contact_erased_at.is_(None), ended <= now() - kept_for(Kept.CONTACTS))
    old = db.session.scalars(over.order_by(Inquiry.id)).all()
    for inquiry in old:
        _erase(inquiry)
    db.session.flush()
    return len(old)


def _erase(inquiry: Inquiry) -> None:
    """The account is let go of too, and so is the digest of the body, from which a phone could be guessed."""
    inquiry.contact_erased_at = now()
    inquiry.name = inquiry.organisation = inquiry.place = inquiry.body_hash = ""
    inquiry.phone = inquiry.email = inquiry.buyer_id = inquiry.organisation_id = None
    parts = select(InquiryPart.id).where(InquiryPart.inquiry_id == inquiry.id)
    signed = (ThreadMessage.part_id.in_(parts), ThreadMessage.author == Author.BUYER)
    db.session.execute(update(ThreadMessage).where(*signed).values(author_name=""))
    record(actor=SYSTEM, action="inquiry.contact_erased", target=inquiry, region_code=inquiry.region_code)
