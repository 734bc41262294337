"""Tables of inquiries: drafts, lines, parts, threads, quotes, unmet demand.

Longer than the budget because the tables of one feature are read side by side.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shop.accounts.models import User
from shop.accounts.types import BuyerType
from shop.catalogue.models import Kind, Product
from shop.inquiries.types import (
    WAITING,
    Author,
    DeclineReason,
    DeliveryMethod,
    DemandCause,
    LineAnswer,
    MessageKind,
    PartState,
    Source,
)
from shop.lib.clock import now
from shop.platform.db import JSON, Base, UtcDateTime, enum_of, fk, pk, public_id
from shop.producers.models import Producer


class RequestDraft(Base):
    """A request being put together; found by a random token in a cookie, kept 30 days."""

    __tablename__ = "request_draft"

    id: Mapped[int] = pk()
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now, onupdate=now)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    lines: Mapped[list["RequestDraftLine"]] = relationship(
        order_by="RequestDraftLine.position, RequestDraftLine.id", cascade="all, delete-orphan"
    )


class RequestDraftLine(Base):
    """One product and how many of it; ``name`` is what the buyer read, for when the product is no longer shown."""

    __tablename__ = "request_draft_line"
    __table_args__ = (
        UniqueConstraint("draft_id", "product_id"),
        CheckConstraint("quantity >= 1", name="quantity_positive"),
    )

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    draft_id: Mapped[int] = fk("request_draft.id", ondelete="CASCADE", index=False)
    product_id: Mapped[int] = fk("product.id", ondelete="CASCADE")
    name: Mapped[str] = mapped_column(String(90))
    quantity: Mapped[int] = mapped_column()
    sizes: Mapped[list[Any]] = mapped_column(JSON, default=list)
    customisation: Mapped[list[Any]] = mapped_column(JSON, default=list)
    note: Mapped[str] = mapped_column(String(500), default="")
    limits_understood: Mapped[bool] = mapped_column(default=False)
    position: Mapped[int] = mapped_column(default=0)
    product: Mapped[Product] = relationship()


class Inquiry(Base):
    """What a buyer asked; its state is derived from parts and orders."""

    __tablename__ = "inquiry"
    __table_args__ = (
        CheckConstraint(
            "phone IS NOT NULL OR email IS NOT NULL OR contact_erased_at IS NOT NULL", name="buyer_reachable"
        ),
    )

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    number: Mapped[str] = mapped_column(String(12), unique=True)
    link_version: Mapped[int] = mapped_column(default=1)
    idempotency_key: Mapped[str] = mapped_column(String(80), unique=True)
    body_hash: Mapped[str] = mapped_column(String(64))
    buyer_id: Mapped[int | None] = fk("user.id")
    organisation_id: Mapped[int | None] = fk("buying_organisation.id")
    name: Mapped[str] = mapped_column(String(120))
    phone: Mapped[str | None] = mapped_column(String(20))
    email: Mapped[str | None] = mapped_column(String(254), index=True)
    organisation: Mapped[str] = mapped_column(String(160), default="")
    buyer_type: Mapped[BuyerType] = mapped_column(enum_of(BuyerType), default=BuyerType.HOUSEHOLD)
    place: Mapped[str] = mapped_column(String(160), default="")
    region_code: Mapped[str | None] = fk("region.code")
    needed_by: Mapped[date | None] = mapped_column()
    message: Mapped[str] = mapped_column(Text, default="")
    sample_wanted: Mapped[bool] = mapped_column(default=False)
    papers_wanted: Mapped[list[Any]] = mapped_column(JSON, default=list)
    deposit_note: Mapped[str] = mapped_column(String(200), default="")
    language: Mapped[str] = mapped_column(String(2), default="id")
    source: Mapped[Source] = mapped_column(enum_of(Source), default=Source.WEB)
    entered_by_id: Mapped[int | None] = fk("user.id")
    spam_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    contact_erased_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now, index=True)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    buyer: Mapped[User | None] = relationship(foreign_keys=[buyer_id])
    lines: Mapped[list["InquiryLine"]] = relationship(order_by="InquiryLine.position", back_populates="inquiry")
    parts: Mapped[list["InquiryPart"]] = relationship(order_by="InquiryPart.id", back_populates="inquiry")

    @property
    def is_told(self) -> bool:
        """Whether the shop itself brings word to the buyer; somebody with only a phone keeps the link."""
        return self.buyer_id is not None or self.email is not None


class InquiryLine(Base):
    """One thing asked for, with a snapshot of what the page said then."""

    __tablename__ = "inquiry_line"
    __table_args__ = (
        UniqueConstraint("inquiry_id", "position"),
        CheckConstraint("quantity >= 1", name="quantity_positive"),
        CheckConstraint("product_id IS NOT NULL OR kind_id IS NOT NULL OR words <> ''", name="asks_something"),
    )

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    inquiry_id: Mapped[int] = fk("inquiry.id", ondelete="CASCADE", index=False)
    position: Mapped[int] = mapped_column()
    product_id: Mapped[int | None] = fk("product.id")
    kind_id: Mapped[int | None] = fk("kind.id")
    words: Mapped[str] = mapped_column(String(300), default="")
    name: Mapped[str] = mapped_column(String(90))
    unit_code: Mapped[str] = mapped_column(String(16))
    unit_price: Mapped[int | None] = mapped_column(BigInteger)
    quantity: Mapped[int] = mapped_column()
    base_quantity: Mapped[int] = mapped_column()
    sizes: Mapped[list[Any]] = mapped_column(JSON, default=list)
    customisation: Mapped[list[Any]] = mapped_column(JSON, default=list)
    note: Mapped[str] = mapped_column(String(500), default="")
    limits_understood: Mapped[bool] = mapped_column(default=False)
    inquiry: Mapped[Inquiry] = relationship(back_populates="lines")
    product: Mapped[Product | None] = relationship()
    kind: Mapped[Kind | None] = relationship()


class InquiryPart(Base):
    """One maker's part of an inquiry; never two for the same maker.

    ``waiting_since``: since when somebody owes a word, the maker or (more information wanted) the buyer; else None.
    After a quote it is the maker, once the buyer has written.
    ``agreed_at``: set by orders when a quote is accepted, so that this layer knows that the part is settled.
    """

    __tablename__ = "inquiry_part"
    __table_args__ = (
        UniqueConstraint("inquiry_id", "producer_id"),
        CheckConstraint("(state = 'declined') = (decline_reason IS NOT NULL)", name="declined_has_reason"),
        Index("ix_inquiry_part_stall", "producer_id", "state", "id"),
    )

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    inquiry_id: Mapped[int] = fk("inquiry.id", ondelete="CASCADE", index=False)
    producer_id: Mapped[int] = fk("producer.id", index=False)
    state: Mapped[PartState] = mapped_column(enum_of(PartState), default=PartState.SENT)
    sent_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    seen_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    first_answer_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    waiting_since: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True, default=now)
    nudged_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    escalated_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    agreed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    decline_reason: Mapped[DeclineReason | None] = mapped_column(enum_of(DeclineReason))
    decline_note: Mapped[str] = mapped_column(String(300), default="")
    expires_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    inquiry: Mapped[Inquiry] = relationship(back_populates="parts")
    producer: Mapped[Producer] = relationship()
    shares: Mapped[list["PartLine"]] = relationship(order_by="PartLine.id", cascade="all, delete-orphan")

    @property
    def is_asked_on(self) -> bool:
        """The buyer wrote after the maker's answer and has heard nothing since."""
        return self.state not in WAITING and self.waiting_since is not None


class PartLine(Base):
    """The share of a line that a part holds."""

    __tablename__ = "part_line"
    __table_args__ = (
        UniqueConstraint("part_id", "line_id"),
        CheckConstraint("quantity >= 1", name="quantity_positive"),
    )

    id: Mapped[int] = pk()
    part_id: Mapped[int] = fk("inquiry_part.id", ondelete="CASCADE", index=False)
    line_id: Mapped[int] = fk("inquiry_line.id", ondelete="CASCADE")
    quantity: Mapped[int] = mapped_column()
    line: Mapped[InquiryLine] = relationship()


class ThreadMessage(Base):
    __tablename__ = "thread_message"

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    part_id: Mapped[int] = fk("inquiry_part.id", ondelete="CASCADE")
    author: Mapped[Author] = mapped_column(enum_of(Author))
    kind: Mapped[MessageKind] = mapped_column(enum_of(MessageKind), default=MessageKind.NOTE)
    author_user_id: Mapped[int | None] = fk("user.id")
    author_name: Mapped[str] = mapped_column(String(120), default="")
    body: Mapped[str] = mapped_column(Text)
    key: Mapped[str | None] = mapped_column(String(80), unique=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    attachments: Mapped[list["Attachment"]] = relationship(order_by="Attachment.id")


class Attachment(Base):
    """A checked file of an inquiry, for all its makers (no part) or in one thread."""

    __tablename__ = "attachment"

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    inquiry_id: Mapped[int] = fk("inquiry.id", ondelete="CASCADE")
    part_id: Mapped[int | None] = fk("inquiry_part.id", ondelete="CASCADE")
    message_id: Mapped[int | None] = fk("thread_message.id", ondelete="CASCADE")
    key: Mapped[str] = mapped_column(String(80))
    name: Mapped[str] = mapped_column(String(120))
    media_type: Mapped[str] = mapped_column(String(60))
    size: Mapped[int] = mapped_column()
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)


class Quote(Base):
    """A written offer; never edited, a newer version supersedes it."""

    __tablename__ = "quote"
    __table_args__ = (
        UniqueConstraint("part_id", "version"),
        CheckConstraint("deposit_percent BETWEEN 0 AND 100", name="deposit_percent"),
        CheckConstraint("delivery_cost IS NULL OR delivery_cost >= 0", name="delivery_not_negative"),
        CheckConstraint("total >= 0 AND lead_days >= 0", name="total_not_negative"),
    )

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    part_id: Mapped[int] = fk("inquiry_part.id", ondelete="CASCADE", index=False)
    version: Mapped[int] = mapped_column()
    lead_days: Mapped[int] = mapped_column()
    valid_until: Mapped[date] = mapped_column()
    delivery_method: Mapped[DeliveryMethod] = mapped_column(enum_of(DeliveryMethod))
    delivery_cost: Mapped[int | None] = mapped_column(BigInteger)
    deposit_percent: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(BigInteger)
    note: Mapped[str] = mapped_column(Text, default="")
    key: Mapped[str | None] = mapped_column(String(80), unique=True)
    made_by_id: Mapped[int | None] = fk("user.id")
    on_behalf: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    declined_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    expired_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    part: Mapped[InquiryPart] = relationship()
    lines: Mapped[list["QuoteLine"]] = relationship(order_by="QuoteLine.id")


class QuoteLine(Base):
    """One answer to one line."""

    __tablename__ = "quote_line"
    __table_args__ = (
        UniqueConstraint("quote_id", "line_id"),
        CheckConstraint("(answer = 'cannot') = (unit_price IS NULL)", name="price_unless_cannot"),
        CheckConstraint("unit_price IS NULL OR unit_price > 0", name="price_positive"),
        CheckConstraint("quantity >= 0", name="quantity_not_negative"),
    )

    id: Mapped[int] = pk()
    quote_id: Mapped[int] = fk("quote.id", ondelete="CASCADE", index=False)
    line_id: Mapped[int] = fk("inquiry_line.id", ondelete="CASCADE")
    answer: Mapped[LineAnswer] = mapped_column(enum_of(LineAnswer))
    description: Mapped[str] = mapped_column(String(300), default="")
    product_id: Mapped[int | None] = fk("product.id")
    quantity: Mapped[int] = mapped_column()
    unit_code: Mapped[str] = mapped_column(String(16))
    unit_price: Mapped[int | None] = mapped_column(BigInteger)
    line: Mapped[InquiryLine] = relationship()


class Demand(Base):
    """What was wanted and not met, by kind and place."""

    __tablename__ = "demand"

    id: Mapped[int] = pk()
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=now, index=True)
    cause: Mapped[DemandCause] = mapped_column(enum_of(DemandCause))
    reason: Mapped[str] = mapped_column(String(40), default="")
    kind_id: Mapped[int | None] = fk("kind.id")
    words: Mapped[str] = mapped_column(String(120), default="")
    region_code: Mapped[str | None] = fk("region.code")
    quantity: Mapped[int | None] = mapped_column()
    inquiry_id: Mapped[int | None] = fk("inquiry.id", ondelete="SET NULL")
    producer_id: Mapped[int | None] = fk("producer.id", ondelete="SET NULL")
