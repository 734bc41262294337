"""Reads of the audit: who did what, newest first."""

from collections.abc import Sequence

from sqlalchemy import false, or_, select

from shop.audit.models import AuditEvent
from shop.lib.pages import Page, decode_cursor, encode_cursor
from shop.platform.db import db

PAGE = 50
RESTRICTED = ("record.specific_read", "record.specific_written")


def events_page(
    regions: Sequence[str] | None, actions: Sequence[str] = (), cursor: str | None = None
) -> Page[AuditEvent]:
    """Events inside these regions (None: all, also those without a region), of these actions or of any."""
    query = select(AuditEvent)
    if regions is not None:
        code = AuditEvent.region_code
        inside = [or_(code == region, code.startswith(f"{region}.")) for region in regions]
        query = query.where(or_(*inside) if inside else false())
    if actions:
        query = query.where(AuditEvent.action.in_(actions))
    after = decode_cursor(cursor, int)
    if after:
        query = query.where(AuditEvent.id < after[0])
    rows = db.session.scalars(query.order_by(AuditEvent.id.desc()).limit(PAGE + 1)).all()
    return Page(rows[:PAGE], encode_cursor([rows[PAGE - 1].id]) if len(rows) > PAGE else None)
