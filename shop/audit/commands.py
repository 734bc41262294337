"""Record what was done; in the same transaction as the deed."""

from typing import Any

from shop.audit.models import AuditEvent
from shop.audit.types import Who
from shop.platform.db import Base, db


def record(*, actor: Who, action: str, target: Base, region_code: str | None = None, **details: Any) -> None:
    """Add an audit row for ``target`` (known by its public id, slug or key); details hold no personal data."""
    ident = getattr(target, "public_id", None) or getattr(target, "id", None) or getattr(target, "code", "")
    db.session.add(
        AuditEvent(
            user_id=actor.user_id,
            on_behalf_of=actor.on_behalf_of,
            via=actor.via,
            action=action,
            target_kind=target.__tablename__,
            target_id=str(ident),
            region_code=region_code,
            details=details,
        )
    )
