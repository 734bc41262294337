"""Rows of the office's tables in words."""

from collections.abc import Iterable
from typing import Any

from flask import url_for

from shop.accounts.offices import names_of_users
from shop.audit.models import AuditEvent
from shop.inquiries.queries.offices import WatchedPart
from shop.producers.models import Producer
from shop.programmes.models import Beneficiary
from shop.regions.names import places
from shop.text.actions import action_words
from shop.text.formats import ago, date_short, datetime_wib
from shop.text.labels import label
from shop.text.language import gettext as _
from shop.web.staff.desk import opens
from shop.web.words import foreign

Rows = list[list[Any]]


def inquiry_rows(parts: Iterable[WatchedPart]) -> Rows:
    """Number, state, maker and age of parts; late ones are marked."""
    return [
        [
            part.number,
            _maker(part),
            {"text": _("Terlambat"), "label_tone": "limit"} if part.late else _part_state(part),
            ago(part.waiting_since or part.sent_at),
        ]
        for part in parts
    ]


def _part_state(part: WatchedPart) -> str:
    return _("Disepakati") if part.agreed else label(part.state)


def _maker(part: WatchedPart) -> Any:
    named = {"text": part.producer, "lang": foreign(part.producer_language)}
    if not opens("producers"):
        return named
    return {**named, "url": url_for("staff.producers.show", public_id=part.producer_public_id)}


def producer_rows(producers: Iterable[Producer]) -> Rows:
    """Stall, form, place and state of makers."""
    return [
        [
            {
                "text": row.stall_name,
                "lang": foreign(row.language),
                "url": url_for("staff.producers.show", public_id=row.public_id),
            },
            label(row.form),
            place_words(row),
            label(row.status),
        ]
        for row in producers
    ]


def place_words(producer: Producer) -> str:
    """Kecamatan and regency of a maker."""
    regency = places()[producer.regency_code].short
    return f"{producer.district.name}, {regency}" if producer.district else regency


def record_rows(people: Iterable[Beneficiary]) -> Rows:
    """Number, name and place of people; nothing restricted."""
    return [
        [
            {"text": row.full_name, "url": url_for("staff.records.show", public_id=row.public_id)},
            row.record_no,
            places()[row.region_code].short,
            date_short(row.created_at),
        ]
        for row in people
    ]


def audit_rows(events: Iterable[AuditEvent]) -> Rows:
    """When, who, what and of which thing."""
    events = list(events)
    names = names_of_users(event.user_id for event in events if event.user_id is not None)
    return [
        [
            datetime_wib(event.at),
            names.get(event.user_id or 0, _("Sistem")),
            action_words(event.action),
            _target(event),
        ]
        for event in events
    ]


def _target(event: AuditEvent) -> Any:
    if event.target_kind == "beneficiary" and opens("records"):
        return {"text": _("Buka rekam"), "url": url_for("staff.records.show", public_id=event.target_id)}
    if event.target_kind == "producer" and opens("producers"):
        return {"text": _("Buka produsen"), "url": url_for("staff.producers.show", public_id=event.target_id)}
    return event.target_id[:8]
