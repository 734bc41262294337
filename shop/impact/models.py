"""Tables of help tasks, complaints and data requests."""

from datetime import datetime

from sqlalchemy import Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shop.accounts.models import Office
from shop.catalogue.models import Product
from shop.impact.types import CaseState, ComplaintAbout, DataRight, HelpCause
from shop.inquiries.models import Inquiry
from shop.lib.clock import now
from shop.lib.ids import LONGEST_KEY
from shop.platform.db import Base, UtcDateTime, enum_of, fk, pk, public_id
from shop.producers.models import Producer

_OPEN = text("done_at IS NULL AND part_id IS NOT NULL")


class HelpTask(Base):
    """A maker needs help; its companion does it, else the office."""

    __tablename__ = "help_task"
    __table_args__ = (
        Index("uq_help_task_open", "part_id", "cause", unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN),
    )

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    producer_id: Mapped[int] = fk("producer.id", ondelete="CASCADE")
    cause: Mapped[HelpCause] = mapped_column(enum_of(HelpCause))
    part_id: Mapped[int | None] = fk("inquiry_part.id", ondelete="CASCADE", index=False)
    companion_id: Mapped[int | None] = fk("companion.id")
    office_id: Mapped[int | None] = fk("office.id")
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    producer: Mapped[Producer] = relationship()


class Complaint(Base):
    """What somebody complains of; of no office where those who run the site answer."""

    __tablename__ = "complaint"

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    number: Mapped[str] = mapped_column(String(12), unique=True)
    key: Mapped[str] = mapped_column(String(LONGEST_KEY), unique=True)
    about: Mapped[ComplaintAbout] = mapped_column(enum_of(ComplaintAbout))
    body: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(String(120), default="")
    phone: Mapped[str | None] = mapped_column(String(20))
    email: Mapped[str | None] = mapped_column(String(254))
    language: Mapped[str] = mapped_column(String(2), default="id")
    inquiry_id: Mapped[int | None] = fk("inquiry.id", ondelete="SET NULL")
    product_id: Mapped[int | None] = fk("product.id", ondelete="SET NULL")
    follows_id: Mapped[int | None] = fk("complaint.id", ondelete="SET NULL")
    office_id: Mapped[int | None] = fk("office.id")
    state: Mapped[CaseState] = mapped_column(enum_of(CaseState), default=CaseState.OPEN)
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    reply_due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    replied_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    due_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    office: Mapped[Office | None] = relationship()
    inquiry: Mapped[Inquiry | None] = relationship()
    product: Mapped[Product | None] = relationship()
    follows: Mapped["Complaint | None"] = relationship(remote_side="Complaint.id")
    replies: Mapped[list["ComplaintReply"]] = relationship(order_by="ComplaintReply.id")

    @property
    def next_due(self) -> datetime:
        """By when the sender hears next: a reply first, then the result."""
        return self.due_at if self.replied_at else self.reply_due_at


class ComplaintReply(Base):
    """What staff wrote to who complains; the final one is the result."""

    __tablename__ = "complaint_reply"

    id: Mapped[int] = pk()
    complaint_id: Mapped[int] = fk("complaint.id", ondelete="CASCADE")
    user_id: Mapped[int | None] = fk("user.id")
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    body: Mapped[str] = mapped_column(Text)
    final: Mapped[bool] = mapped_column(default=False)


class DataRequest(Base):
    """A person asks for a right under UU PDP; due within 72 hours."""

    __tablename__ = "data_request"

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    user_id: Mapped[int | None] = fk("user.id")
    right: Mapped[DataRight] = mapped_column(enum_of(DataRight))
    body: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[CaseState] = mapped_column(enum_of(CaseState), default=CaseState.OPEN)
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
