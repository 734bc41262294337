"""Reads of the audit: who did what, newest first."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, false, or_, select, true

from shop.audit.models import AuditEvent
from shop.lib.pages import Page, decode_cursor, encode_cursor
from shop.platform.db import db

Regions = Sequence[str] | None
PAGE = 50
RESTRICTED = ("record.specific_read", "record.specific_written")
SPECIFIC = ("producer.own_words_written",)
"""What says of whom it is done that there is specific data, and so is told only to those who may read that."""


def events_page(
    regions: Regions, actions: Sequence[str] = (), cursor: str | None = None, *, specific: Regions
) -> Page[AuditEvent]:
    """Events inside these regions (None: all, also those without a region), of these actions or of any.

    ``specific`` are the regions whose specific data the reader may read.
    """
    query = select(AuditEvent).where(_inside(regions), AuditEvent.action.not_in(SPECIFIC) | _inside(specific))
    if actions:
        query = query.where(AuditEvent.action.in_(actions))
    after = decode_cursor(cursor, int)
    if after:
        query = query.where(AuditEvent.id < after[0])
    rows = db.session.scalars(query.order_by(AuditEvent.id.desc()).limit(PAGE + 1)).all()
    return Page(rows[:PAGE], encode_cursor([rows[PAGE - 1].id]) if len(rows) > PAGE else None)


def _inside(regions: Regions) -> ColumnElement[bool]:
    if regions is None:
        return true()
    code = AuditEvent.region_code
    return or_(false(), *[or_(code == region, code.startswith(f"{region}.")) for region in regions])
