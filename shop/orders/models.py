"""Tables of orders and what belongs to them."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shop.inquiries.models import Quote
from shop.lib.clock import now
from shop.orders.types import AllocationState, CancelReason, OrderState, PaperKind, ReviewVisibility
from shop.platform.db import JSON, Base, UtcDateTime, enum_of, fk, pk, public_id
from shop.producers.models import Producer


class Order(Base):
    """An accepted quote; a quote is accepted once and a part has one order."""

    __tablename__ = "order"
    __table_args__ = (
        CheckConstraint("total >= 0", name="total_not_negative"),
        CheckConstraint("(state = 'cancelled') = (cancel_reason IS NOT NULL)", name="cancelled_has_reason"),
        Index("ix_order_stall", "producer_id", "state", "id"),
    )

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    quote_id: Mapped[int] = fk("quote.id", unique=True)
    part_id: Mapped[int] = fk("inquiry_part.id", unique=True)
    producer_id: Mapped[int] = fk("producer.id", index=False)
    state: Mapped[OrderState] = mapped_column(enum_of(OrderState), default=OrderState.ACCEPTED)
    total: Mapped[int] = mapped_column(BigInteger)
    accepted_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    handed_over_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    taken_as_accepted: Mapped[bool] = mapped_column(default=False)
    cancel_reason: Mapped[CancelReason | None] = mapped_column(enum_of(CancelReason))
    reserved: Mapped[list[Any]] = mapped_column(JSON, default=list)  # [product id, first day of the month, quantity]
    quote: Mapped[Quote] = relationship()
    producer: Mapped[Producer] = relationship()
    events: Mapped[list["OrderEvent"]] = relationship(order_by="OrderEvent.id")


class OrderEvent(Base):
    """Every move of an order: rows are added, never edited."""

    __tablename__ = "order_event"

    id: Mapped[int] = pk()
    order_id: Mapped[int] = fk("order.id", ondelete="CASCADE")
    state: Mapped[OrderState] = mapped_column(enum_of(OrderState))
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    by_user_id: Mapped[int | None] = fk("user.id")
    note: Mapped[str] = mapped_column(String(500), default="")


class Allocation(Base):
    """A share of a line offered to a maker; becomes a part when taken."""

    __tablename__ = "allocation"
    __table_args__ = (
        UniqueConstraint("line_id", "producer_id"),
        CheckConstraint("quantity >= 1", name="quantity_positive"),
    )

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    line_id: Mapped[int] = fk("inquiry_line.id", ondelete="CASCADE", index=False)
    producer_id: Mapped[int] = fk("producer.id")
    quantity: Mapped[int] = mapped_column()
    state: Mapped[AllocationState] = mapped_column(enum_of(AllocationState), default=AllocationState.OFFERED)
    part_id: Mapped[int | None] = fk("inquiry_part.id")
    offered_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)


class JointQuote(Base):
    """Quotes of several makers that are accepted whole or not at all."""

    __tablename__ = "joint_quote"
    __table_args__ = (UniqueConstraint("inquiry_id", "version"),)

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    inquiry_id: Mapped[int] = fk("inquiry.id", ondelete="CASCADE", index=False)
    version: Mapped[int] = mapped_column()
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    accepted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class JointQuoteMember(Base):
    __tablename__ = "joint_quote_member"
    __table_args__ = (UniqueConstraint("joint_quote_id", "quote_id"),)

    id: Mapped[int] = pk()
    joint_quote_id: Mapped[int] = fk("joint_quote.id", ondelete="CASCADE", index=False)
    quote_id: Mapped[int] = fk("quote.id")


class Paper(Base):
    __tablename__ = "paper"
    __table_args__ = (UniqueConstraint("quote_id", "kind"),)

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    quote_id: Mapped[int] = fk("quote.id", ondelete="CASCADE", index=False)
    kind: Mapped[PaperKind] = mapped_column(enum_of(PaperKind))
    number: Mapped[str] = mapped_column(String(60), unique=True)
    issued_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)


class Review(Base):
    """A buyer's word after a finished order."""

    __tablename__ = "review"
    __table_args__ = (CheckConstraint("stars BETWEEN 1 AND 5", name="stars"),)

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    order_id: Mapped[int] = fk("order.id", ondelete="CASCADE", unique=True)
    stars: Mapped[int] = mapped_column()
    body: Mapped[str] = mapped_column(Text, default="")
    visibility: Mapped[ReviewVisibility] = mapped_column(enum_of(ReviewVisibility), default=ReviewVisibility.SHOWN)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
