"""Reads of consent, and the condition that every public query carries."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import BindParameter, ColumnElement, bindparam, exists, select
from sqlalchemy.orm import InstrumentedAttribute

from shop.consent.models import Consent, LiveConsent
from shop.consent.types import Purpose
from shop.lib.clock import now
from shop.platform.db import UtcDateTime, db, is_member

_NOW: BindParameter[datetime] = bindparam("moment", callable_=now, type_=UtcDateTime())
Column = InstrumentedAttribute[str] | ColumnElement[str]


def allowed(subject: Column, purpose: Purpose, item: Column | str = "") -> ColumnElement[bool]:
    """SQL condition: ``subject`` (a public id column) allows ``purpose`` now, for ``item``.

    Now is the moment at which a statement runs, so that statements with this condition can be built once and kept.
    """
    return exists(
        select(LiveConsent.id)
        .where(LiveConsent.subject == subject, is_member(LiveConsent.purpose, purpose), LiveConsent.item == item)
        .where((LiveConsent.until.is_(None)) | (LiveConsent.until > _NOW))
        .correlate_except(LiveConsent)
    )


def is_allowed(subject: str, purpose: Purpose, item: str = "") -> bool:
    """Whether ``subject`` allows ``purpose`` now."""
    return (purpose, item) in live_consents(subject)


def live_consents(subject: str) -> frozenset[tuple[Purpose, str]]:
    """All live (purpose, item) pairs of one subject; one SELECT."""
    rows = db.session.execute(
        select(LiveConsent.purpose, LiveConsent.item)
        .where(LiveConsent.subject == subject)
        .where((LiveConsent.until.is_(None)) | (LiveConsent.until > now()))
    )
    return frozenset((purpose, item) for purpose, item in rows)


def consent_history(subject: str) -> Sequence[Consent]:
    """Every answer of a subject, newest first."""
    return db.session.scalars(select(Consent).where(Consent.subject == subject).order_by(Consent.id.desc())).all()


def latest_answers(subject: str) -> dict[tuple[Purpose, str], Consent]:
    """The newest answer of a subject for each purpose and item."""
    newest: dict[tuple[Purpose, str], Consent] = {}
    for row in reversed(consent_history(subject)):
        newest[(row.purpose, row.item)] = row
    return newest
