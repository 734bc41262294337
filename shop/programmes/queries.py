"""Reads of programmes and records; a record outside of the actor's region is not there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import joinedload

from shop.accounts.reach import within
from shop.accounts.types import Actor
from shop.lib.clock import today_wib
from shop.lib.errors import NotFound
from shop.lib.pages import Page, decode_cursor, encode_cursor
from shop.platform.db import db
from shop.programmes.models import (
    Beneficiary,
    CapitalGrant,
    Enrolment,
    EquipmentGrant,
    MonitoringVisit,
    Programme,
    ProgrammeYear,
    PublicLabel,
    Training,
    TrainingParticipant,
    TrainingUnit,
)
from shop.programmes.policies import KEEPERS

PAGE = 30
_RECENT = timedelta(days=3 * 366)
T = TypeVar("T")


@dataclass(frozen=True)
class EnrolmentView:
    """One enrolment with what was given and seen; without the encrypted answers."""

    enrolment: Enrolment
    attended: Sequence[TrainingParticipant]
    equipment: Sequence[EquipmentGrant]
    capital: Sequence[CapitalGrant]
    visits: Sequence[MonitoringVisit]


def programmes() -> Sequence[Programme]:
    """Every programme with its label, by name."""
    query = select(Programme).options(joinedload(Programme.public_label))
    return db.session.scalars(query.order_by(Programme.active.desc(), Programme.name, Programme.id)).all()


def programme_by_public_id(public_id: str) -> Programme:
    return _found(db.session.scalar(select(Programme).where(Programme.public_id == public_id)))


def quotas() -> dict[int, list[tuple[ProgrammeYear, int]]]:
    """Years of each programme, newest first, with how many people are enrolled in each."""
    enrolled = (
        select(func.count(Enrolment.id))
        .where(Enrolment.programme_id == ProgrammeYear.programme_id, Enrolment.year == ProgrammeYear.year)
        .scalar_subquery()
    )
    found: dict[int, list[tuple[ProgrammeYear, int]]] = {}
    for row, count in db.session.execute(select(ProgrammeYear, enrolled).order_by(ProgrammeYear.year.desc())):
        found.setdefault(row.programme_id, []).append((row, count or 0))
    return found


def public_labels() -> Sequence[PublicLabel]:
    """Every label that may be chosen, by name."""
    query = select(PublicLabel).where(PublicLabel.active.is_(True))
    return db.session.scalars(query.order_by(PublicLabel.name_id, PublicLabel.id)).all()


def training_units() -> Sequence[TrainingUnit]:
    return db.session.scalars(select(TrainingUnit).order_by(TrainingUnit.name, TrainingUnit.id)).all()


def recent_trainings(today: date | None = None) -> Sequence[Training]:
    """Trainings of the last three years, newest first, to take part in."""
    since = (today or today_wib()) - _RECENT
    query = select(Training).where(Training.starts_on >= since)
    return db.session.scalars(query.order_by(Training.starts_on.desc(), Training.id.desc()).limit(200)).all()


def _records(actor: Actor) -> Select[Beneficiary]:
    return select(Beneficiary).where(within(Beneficiary.region_code, actor, *KEEPERS))


def records_page(actor: Actor, words: str = "", cursor: str | None = None) -> Page[Beneficiary]:
    """People of the actor's region by name; ``words`` is part of a name or a record number."""
    query = _records(actor)
    if words:
        like = f"%{words.replace('%', '').replace('_', ' ')}%"
        query = query.where(or_(Beneficiary.full_name.ilike(like), Beneficiary.record_no.ilike(like)))
    after = decode_cursor(cursor, int)  # the name itself stands in no address
    last = db.session.scalar(_records(actor).where(Beneficiary.id == after[0])) if after else None
    if last is not None:  # a stranger's row would tell their name by what it sorts between
        behind = (Beneficiary.full_name == last.full_name) & (Beneficiary.id > last.id)
        query = query.where((Beneficiary.full_name > last.full_name) | behind)
    rows = db.session.scalars(query.order_by(Beneficiary.full_name, Beneficiary.id).limit(PAGE + 1)).all()
    further = encode_cursor([rows[PAGE - 1].id]) if len(rows) > PAGE else None
    return Page(rows[:PAGE], further)


def records_count(actor: Actor) -> int:
    """How many people the actor's records hold."""
    return db.session.scalar(select(func.count()).select_from(_records(actor).subquery())) or 0


def record_for(actor: Actor, public_id: str) -> Beneficiary:
    """One person's record; raises NotFound, also for another region's."""
    query = _records(actor).options(joinedload(Beneficiary.office))
    return _found(db.session.scalar(query.where(Beneficiary.public_id == public_id)))


def enrolment_for(actor: Actor, public_id: str) -> Enrolment:
    """One enrolment of a person in the actor's region; raises NotFound."""
    return _found(
        db.session.scalar(
            select(Enrolment)
            .join(Enrolment.beneficiary)
            .where(within(Beneficiary.region_code, actor, *KEEPERS), Enrolment.public_id == public_id)
            .options(joinedload(Enrolment.beneficiary), joinedload(Enrolment.programme), joinedload(Enrolment.unit))
        )
    )


def enrolments_of(beneficiary: Beneficiary) -> list[EnrolmentView]:
    """All enrolments of a person, newest first; five SELECTs however many."""
    rows = db.session.scalars(
        select(Enrolment)
        .where(Enrolment.beneficiary_id == beneficiary.id)
        .options(joinedload(Enrolment.programme), joinedload(Enrolment.unit))
        .order_by(Enrolment.year.desc(), Enrolment.id.desc())
    ).all()
    ids = [row.id for row in rows]
    attended = _by_enrolment(
        select(TrainingParticipant).options(joinedload(TrainingParticipant.training)), TrainingParticipant, ids
    )
    equipment = _by_enrolment(select(EquipmentGrant), EquipmentGrant, ids)
    capital = _by_enrolment(select(CapitalGrant), CapitalGrant, ids)
    visits = _by_enrolment(select(MonitoringVisit), MonitoringVisit, ids)
    return [
        EnrolmentView(
            row, attended.get(row.id, ()), equipment.get(row.id, ()), capital.get(row.id, ()), visits.get(row.id, ())
        )
        for row in rows
    ]


def _by_enrolment(query: Select[T], table: type[T], ids: Sequence[int]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = {}
    enrolment_id, key = table.enrolment_id, table.id  # type: ignore[attr-defined]  # every table here has both
    for row in db.session.scalars(query.where(enrolment_id.in_(ids)).order_by(key)):
        found.setdefault(row.enrolment_id, []).append(row)  # type: ignore[attr-defined]
    return found


def trainings_of(enrolment: Enrolment) -> Sequence[Training]:
    """The trainings that somebody took part in, newest first."""
    return db.session.scalars(
        select(Training)
        .join(TrainingParticipant, TrainingParticipant.training_id == Training.id)
        .where(TrainingParticipant.enrolment_id == enrolment.id)
        .order_by(Training.starts_on.desc(), Training.id.desc())
    ).all()


def _found(row: T | None) -> T:
    if row is None:
        raise NotFound("not_found")
    return row
