"""Public labels and what makers agreed to show under them; a label with fewer than five makers lists none."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, select
from sqlalchemy.orm import aliased

from shop.consent.queries import allowed
from shop.consent.types import Purpose
from shop.platform.db import db
from shop.producers.models import Producer, RecordLink
from shop.producers.visibility import producer_is_public
from shop.programmes.disclosing import discloses
from shop.programmes.labels import label_of_line
from shop.programmes.models import Enrolment, Programme, PublicLabel, Training, TrainingUnit

FEWEST = 5


@dataclass(frozen=True, slots=True)
class LabelShown:
    """A public label; `makers` is None where they are too few to be counted."""

    label: PublicLabel
    makers: int | None


@dataclass(frozen=True, slots=True)
class TrainingShown:
    """A training that makers say they took part in, with the years, newest first."""

    title: str
    years: tuple[int, ...]


def labels_shown() -> list[LabelShown]:
    """Active labels, those with the most makers first; two SELECTs."""
    labels = db.session.scalars(select(PublicLabel).where(PublicLabel.active).order_by(PublicLabel.name_id)).all()
    label = label_of_line(Producer.regency_code)
    counted = db.session.execute(_lines(select(label, func.count(func.distinct(Producer.id)))).group_by(label))
    counts = {label_id: count for label_id, count in counted if count >= FEWEST}
    return sorted(
        (LabelShown(one, counts.get(one.id)) for one in labels), key=lambda one: (-(one.makers or 0), one.label.name_id)
    )


def label_shown(slug: str) -> LabelShown | None:
    """One active label, or None; two SELECTs."""
    label = db.session.scalar(select(PublicLabel).where(PublicLabel.slug == slug, PublicLabel.active))
    if label is None:
        return None
    count = db.session.scalar(
        _lines(select(func.count(func.distinct(Producer.id)))).where(label_of_line(Producer.regency_code) == label.id)
    )
    return LabelShown(label, count if count and count >= FEWEST else None)


def trainings_shown(label: PublicLabel) -> list[TrainingShown]:
    """What was trained, from the consented lines of this label."""
    rows = db.session.execute(
        _lines(select(Training.title, Training.starts_on))
        .where(label_of_line(Producer.regency_code) == label.id)
        .distinct()
    )
    years: dict[str, set[int]] = {}
    for title, starts_on in rows:
        if discloses(title):
            continue
        years.setdefault(title, set()).add(starts_on.year)
    return [TrainingShown(title, tuple(sorted(found, reverse=True))) for title, found in sorted(years.items())]


def has_line_of(label: PublicLabel) -> ColumnElement[bool]:
    """SQL condition on Producer: shows a verified, consented line of this label."""
    producer = aliased(Producer)
    lines = _lines(select(RecordLink.id), producer).where(label_of_line(producer.regency_code) == label.id)
    return exists(lines.where(producer.id == Producer.id).correlate(Producer))


def _lines(query: Select[*tuple[Any, ...]], producer: Any = Producer) -> Select[*tuple[Any, ...]]:
    """The lines of public makers that are verified and consented to one by one."""
    joined: Select[*tuple[Any, ...]] = (
        query.select_from(RecordLink)
        .join(producer, producer.id == RecordLink.producer_id)
        .join(Enrolment, Enrolment.id == RecordLink.enrolment_id)
        .join(Programme, Programme.id == Enrolment.programme_id)
        .join(Training, Training.id == RecordLink.training_id)
        .outerjoin(TrainingUnit, TrainingUnit.id == Enrolment.unit_id)
        .where(RecordLink.ended_at.is_(None), RecordLink.verified_on.is_not(None))
        .where(allowed(producer.public_id, Purpose.PROGRAMME_LINE, RecordLink.public_id))
    )
    return joined.where(producer_is_public()) if producer is Producer else joined
