"""Consent rows (only added) and the live consents that public queries ask for."""

from datetime import datetime

from sqlalchemy import Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from shop.consent.types import ConsentChannel, ConsentState, Purpose
from shop.lib.clock import now
from shop.platform.db import Base, BigKey, UtcDateTime, enum_of, pk, public_id


class Consent(Base):
    """One answer of one subject (a public id) for one purpose; ``item`` narrows it, '' is all."""

    __tablename__ = "consent"
    __table_args__ = (Index("ix_consent_history", "subject", "purpose", "item", "id"),)

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    subject: Mapped[str] = mapped_column(String(26))
    purpose: Mapped[Purpose] = mapped_column(enum_of(Purpose))
    item: Mapped[str] = mapped_column(String(26), default="")
    state: Mapped[ConsentState] = mapped_column(enum_of(ConsentState))
    text_version: Mapped[str] = mapped_column(String(20))
    language: Mapped[str] = mapped_column(String(2))
    channel: Mapped[ConsentChannel] = mapped_column(enum_of(ConsentChannel))
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    by_user_id: Mapped[int | None] = mapped_column(BigKey)
    assisted_by_id: Mapped[int | None] = mapped_column(BigKey)
    witness: Mapped[str | None] = mapped_column(String(120))
    guardian: Mapped[str | None] = mapped_column(String(120))
    evidence_key: Mapped[str | None] = mapped_column(String(120))
    until: Mapped[datetime | None] = mapped_column(UtcDateTime)


class LiveConsent(Base):
    """What is allowed now; kept by the same command that adds the Consent row."""

    __tablename__ = "live_consent"
    __table_args__ = (UniqueConstraint("subject", "purpose", "item"),)

    id: Mapped[int] = pk()
    subject: Mapped[str] = mapped_column(String(26))
    purpose: Mapped[Purpose] = mapped_column(enum_of(Purpose))
    item: Mapped[str] = mapped_column(String(26), default="")
    since: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    until: Mapped[datetime | None] = mapped_column(UtcDateTime)
