"""Reads for a maker's own side: its stall, its stories, its own words and its programme records."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from shop.platform.db import db
from shop.producers.models import OwnWords, Producer, RecordLink, Story
from shop.programmes.labels import label_of_line
from shop.programmes.models import Enrolment, Programme, PublicLabel, Training, TrainingUnit


def stall_by_public_id(public_id: str) -> Producer:
    """A maker that is there, with its place."""
    wanted = select(Producer).where(Producer.public_id == public_id)
    return db.session.scalars(wanted.options(joinedload(Producer.regency), joinedload(Producer.district))).one()


def stalls_by_public_ids(public_ids: Collection[str]) -> Sequence[Producer]:
    """Several makers in the order of their names."""
    wanted = select(Producer).where(Producer.public_id.in_(public_ids)).options(joinedload(Producer.regency))
    return db.session.scalars(wanted.order_by(Producer.stall_name, Producer.id)).all()


def stories_of(producer: Producer) -> Sequence[Story]:
    """Every version of a maker's story, newest first."""
    wanted = select(Story).where(Story.producer_id == producer.id)
    return db.session.scalars(wanted.order_by(Story.version.desc(), Story.id)).all()


def own_words_of(producer: Producer) -> str | None:
    """What a person has written of a disability, allowed or not; for its own eyes and those of who reads records."""
    return db.session.scalar(select(OwnWords.words).where(OwnWords.producer_id == producer.id))


@dataclass(frozen=True)
class RecordLine:
    """A programme record that is linked to a maker, as far as the maker may choose to show it."""

    public_id: str
    skill: str | None
    training: str | None
    year: int
    name_id: str  # of the public label under which it would show, never of the programme; empty where none would
    name_en: str
    verified_on: date | None


def record_lines(producer: Producer) -> list[RecordLine]:
    """The linked records of a maker, oldest year first; one SELECT, no restricted value."""
    rows = db.session.execute(_records().where(RecordLink.producer_id == producer.id, RecordLink.ended_at.is_(None)))
    return [RecordLine(*row) for row in rows]


def _records() -> Select[*tuple[Any, ...]]:
    return (
        select(
            RecordLink.public_id,
            Enrolment.skill,
            Training.title,
            Enrolment.year,
            func.coalesce(PublicLabel.name_id, ""),
            func.coalesce(PublicLabel.name_en, ""),
            RecordLink.verified_on,
        )
        .join(Enrolment, Enrolment.id == RecordLink.enrolment_id)
        .join(Producer, Producer.id == RecordLink.producer_id)
        .join(Programme, Programme.id == Enrolment.programme_id)
        .outerjoin(Training, Training.id == RecordLink.training_id)
        .outerjoin(TrainingUnit, TrainingUnit.id == Enrolment.unit_id)
        .outerjoin(PublicLabel, (PublicLabel.id == label_of_line(Producer.regency_code)) & PublicLabel.active)
        .order_by(Enrolment.year, RecordLink.id)
    )
