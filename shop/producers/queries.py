"""Reads of makers: for the office that keeps them, and their consented lines for everybody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Select, String, bindparam, or_, select
from sqlalchemy.orm import joinedload

from shop.accounts.models import Office
from shop.accounts.reach import within
from shop.accounts.types import Actor
from shop.consent.queries import allowed
from shop.consent.types import Purpose
from shop.lib.clock import today_wib
from shop.lib.errors import NotFound
from shop.lib.pages import Page, decode_cursor, encode_cursor
from shop.platform.db import db, kept_rows
from shop.producers.models import Companion, CompanionAssignment, Producer, ProducerMember, RecordLink
from shop.producers.policies import REGISTRARS
from shop.producers.public import PublicMaker
from shop.producers.types import ProducerForm, ProducerStatus
from shop.programmes.disclosing import discloses
from shop.programmes.labels import label_of_line
from shop.programmes.models import Enrolment, Programme, PublicLabel, Training, TrainingUnit

PAGE = 30


@dataclass(frozen=True)
class ProgrammeLine:
    """A line of the programme record that everybody may read: never a programme, a unit or a person."""

    label_slug: str
    label_id: str
    label_en: str
    training: str | None
    year: int
    days: int | None
    verified_on: date


def public_programme_lines(producer: PublicMaker | Producer) -> list[ProgrammeLine]:
    """The lines of a maker that are verified and consented to one by one, newest first; one SELECT.

    What the public reads is the label of the programme, else of the training unit, else of the maker's province.
    """
    known = {"regency": producer.regency_code, "maker": producer.id, "subject": producer.public_id}
    return [
        ProgrammeLine(slug, name_id, name_en, _shown(title), held.year if held else year, days, verified_on)
        for slug, name_id, name_en, title, days, verified_on, held, year in kept_rows(_public_lines, **known)
    ]


def _shown(title: str | None) -> str | None:
    """The title of a training, unless it says who it was for."""
    return None if title and discloses(title) else title


@cache
def _public_lines() -> Select[*tuple[Any, ...]]:
    query: Select[*tuple[Any, ...]] = (
        select(
            PublicLabel.slug,
            PublicLabel.name_id,
            PublicLabel.name_en,
            Training.title,
            Training.days,
            RecordLink.verified_on,
            Training.starts_on,
            Enrolment.year,
        )
        .select_from(RecordLink)
        .join(Enrolment, Enrolment.id == RecordLink.enrolment_id)
        .join(Programme, Programme.id == Enrolment.programme_id)
        .outerjoin(TrainingUnit, TrainingUnit.id == Enrolment.unit_id)
        .outerjoin(Training, Training.id == RecordLink.training_id)
        .join(PublicLabel, PublicLabel.id == label_of_line(bindparam("regency", type_=String())))
        .where(RecordLink.producer_id == bindparam("maker"), RecordLink.ended_at.is_(None))
        .where(RecordLink.verified_on.is_not(None), PublicLabel.active.is_(True))
        .where(allowed(bindparam("subject", type_=String()), Purpose.PROGRAMME_LINE, RecordLink.public_id))
        .order_by(Enrolment.year.desc(), RecordLink.id.desc())
    )
    return query


@dataclass(frozen=True, kw_only=True)
class ProducerFilter:
    """What the office looks for among its makers."""

    words: str = ""
    form: ProducerForm | None = None
    status: ProducerStatus | None = None
    regency: str = ""


def _producers(actor: Actor) -> Select[Producer]:
    return (
        select(Producer)
        .where(within(Producer.regency_code, actor, *REGISTRARS))
        .options(joinedload(Producer.regency), joinedload(Producer.district), joinedload(Producer.office))
    )


def producers_page(actor: Actor, wanted: ProducerFilter, cursor: str | None = None) -> Page[Producer]:
    """Makers of the actor's region by stall name."""
    query = _producers(actor)
    if wanted.words:
        like = f"%{wanted.words.replace('%', '').replace('_', ' ')}%"
        query = query.where(or_(Producer.stall_name.ilike(like), Producer.skills.ilike(like)))
    if wanted.form:
        query = query.where(Producer.form == wanted.form)
    if wanted.status:
        query = query.where(Producer.status == wanted.status)
    if wanted.regency:
        query = query.where(Producer.regency_code == wanted.regency)
    after = decode_cursor(cursor, str, int)
    if after:
        behind = (Producer.stall_name == after[0]) & (Producer.id > after[1])
        query = query.where((Producer.stall_name > after[0]) | behind)
    rows = db.session.scalars(query.order_by(Producer.stall_name, Producer.id).limit(PAGE + 1)).all()
    further = encode_cursor([rows[PAGE - 1].stall_name, rows[PAGE - 1].id]) if len(rows) > PAGE else None
    return Page(rows[:PAGE], further)


def regencies_with_producers(actor: Actor) -> list[str]:
    """Codes of the regencies in the actor's region that have makers."""
    reach = within(Producer.regency_code, actor, *REGISTRARS)
    return list(
        db.session.scalars(select(Producer.regency_code).where(reach).distinct().order_by(Producer.regency_code))
    )


def producer_for(actor: Actor, public_id: str) -> Producer:
    """One maker of the actor's region; raises NotFound."""
    found = db.session.scalar(_producers(actor).where(Producer.public_id == public_id))
    if found is None:
        raise NotFound("not_found")
    return found


def producers_of(actor: Actor) -> Sequence[Producer]:
    """Makers of the actor's region to choose from, by stall name."""
    gone = (ProducerStatus.ENDED, ProducerStatus.MERGED)
    query = _producers(actor).where(Producer.status.not_in(gone))
    return db.session.scalars(query.order_by(Producer.stall_name, Producer.id)).all()


def members_of(producer: Producer) -> Sequence[ProducerMember]:
    """The people of a maker, those who left last."""
    query = select(ProducerMember).where(ProducerMember.producer_id == producer.id)
    query = query.options(joinedload(ProducerMember.user))
    return db.session.scalars(query.order_by(ProducerMember.ends_on.is_not(None), ProducerMember.id)).all()


def member_for(actor: Actor, producer_id: str, member_id: str) -> ProducerMember:
    """One person of a maker in the actor's region; raises NotFound."""
    maker = producer_for(actor, producer_id)
    wanted = (ProducerMember.producer_id == maker.id, ProducerMember.public_id == member_id)
    found = db.session.scalar(select(ProducerMember).where(*wanted).options(joinedload(ProducerMember.user)))
    if found is None:
        raise NotFound("not_found")
    return found


def assignments_of(producer: Producer, day: date | None = None) -> Sequence[CompanionAssignment]:
    """The companions who help a maker now or soon."""
    day = day or today_wib()
    return db.session.scalars(
        select(CompanionAssignment)
        .where(CompanionAssignment.producer_id == producer.id)
        .where(CompanionAssignment.ends_on.is_(None) | (CompanionAssignment.ends_on >= day))
        .options(joinedload(CompanionAssignment.companion).joinedload(Companion.user))
        .order_by(CompanionAssignment.id)
    ).all()


def assignment_for(producer: Producer, assignment_id: int) -> CompanionAssignment:
    """One assignment of a maker; raises NotFound."""
    wanted = (CompanionAssignment.id == assignment_id, CompanionAssignment.producer_id == producer.id)
    found = db.session.scalar(select(CompanionAssignment).where(*wanted))
    if found is None:
        raise NotFound("not_found")
    return found


def companions_near(producer: Producer) -> Sequence[Companion]:
    """Active companions of offices that reach the maker's regency, by name."""
    province = producer.regency_code.partition(".")[0]
    near = Office.region_code.in_([producer.regency_code, province]) | Office.region_code.is_(None)
    query = select(Companion).join(Office, Office.id == Companion.office_id).join(Companion.user)
    query = query.where(near, Companion.active.is_(True)).options(joinedload(Companion.user))
    return db.session.scalars(query.order_by(Companion.id)).all()


def links_of(producer: Producer) -> Sequence[RecordLink]:
    """The record links of a maker that stand, newest first."""
    return db.session.scalars(
        select(RecordLink)
        .where(RecordLink.producer_id == producer.id, RecordLink.ended_at.is_(None))
        .options(joinedload(RecordLink.enrolment).joinedload(Enrolment.programme).joinedload(Programme.public_label))
        .order_by(RecordLink.id.desc())
    ).all()


def links_of_enrolments(ids: Sequence[int]) -> dict[int, list[RecordLink]]:
    """Standing links by enrolment, with their makers."""
    query = select(RecordLink).where(RecordLink.enrolment_id.in_(ids), RecordLink.ended_at.is_(None))
    found: dict[int, list[RecordLink]] = {}
    for link in db.session.scalars(query.options(joinedload(RecordLink.producer)).order_by(RecordLink.id)):
        found.setdefault(link.enrolment_id, []).append(link)
    return found


def link_for(actor: Actor, public_id: str) -> RecordLink:
    """One link of a maker in the actor's region; raises NotFound."""
    found = db.session.scalar(
        select(RecordLink)
        .join(RecordLink.producer)
        .where(within(Producer.regency_code, actor, *REGISTRARS), RecordLink.public_id == public_id)
    )
    if found is None:
        raise NotFound("not_found")
    return found
