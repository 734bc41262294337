"""Tables of help tasks, complaints and data requests."""

from datetime import datetime

from sqlalchemy import Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shop.impact.types import CaseState, ComplaintAbout, DataRight, HelpCause
from shop.lib.clock import now
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
    __tablename__ = "complaint"

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    number: Mapped[str] = mapped_column(String(12), unique=True)
    key: Mapped[str] = mapped_column(String(80), unique=True)
    about: Mapped[ComplaintAbout] = mapped_column(enum_of(ComplaintAbout))
    body: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(String(120), default="")
    phone: Mapped[str | None] = mapped_column(String(20))
    email: Mapped[str | None] = mapped_column(String(254))
    inquiry_id: Mapped[int | None] = fk("inquiry.id", ondelete="SET NULL")
    product_id: Mapped[int | None] = fk("product.id", ondelete="SET NULL")
    office_id: Mapped[int | None] = fk("office.id")
    state: Mapped[CaseState] = mapped_column(enum_of(CaseState), default=CaseState.OPEN)
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    due_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    answer: Mapped[str] = mapped_column(Text, default="")


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
