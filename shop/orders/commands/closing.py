"""Inquiries in which nothing is open any more are closed."""

from sqlalchemy import select

from shop.inquiries.models import Inquiry, InquiryPart
from shop.inquiries.types import FINISHED
from shop.lib.clock import now
from shop.orders.models import Order
from shop.orders.types import OrderState
from shop.platform.db import db


def close_inquiries() -> int:
    """Stamp inquiries in which nothing is open any more, so that retention can count from then; returns how many."""
    open_parts = select(InquiryPart.id).where(
        InquiryPart.inquiry_id == Inquiry.id,
        InquiryPart.agreed_at.is_(None),
        InquiryPart.state.not_in(list(FINISHED)),
    )
    open_orders = (
        select(Order.id)
        .join(InquiryPart, InquiryPart.id == Order.part_id)
        .where(InquiryPart.inquiry_id == Inquiry.id)
        .where(Order.state.not_in([OrderState.DONE, OrderState.CANCELLED]))
    )
    over = db.session.scalars(
        select(Inquiry)
        .where(Inquiry.closed_at.is_(None), ~open_parts.exists(), ~open_orders.exists())
        .order_by(Inquiry.id)
    ).all()
    for inquiry in over:
        inquiry.closed_at = now()
    db.session.flush()
    return len(over)
