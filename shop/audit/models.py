"""The audit table: rows are added, never edited; ids without foreign keys."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from shop.lib.clock import now
from shop.platform.db import JSON, Base, BigKey, UtcDateTime, pk


class AuditEvent(Base):
    __tablename__ = "audit_event"
    __table_args__ = (Index("ix_audit_event_target", "target_kind", "target_id", "id"),)

    id: Mapped[int] = pk()
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=now, index=True)
    user_id: Mapped[int | None] = mapped_column(BigKey, index=True)
    on_behalf_of: Mapped[str | None] = mapped_column(String(26))
    via: Mapped[str] = mapped_column(String(8))
    action: Mapped[str] = mapped_column(String(64), index=True)
    target_kind: Mapped[str] = mapped_column(String(32))
    target_id: Mapped[str] = mapped_column(String(40))
    region_code: Mapped[str | None] = mapped_column(String(16), index=True)
    details: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
