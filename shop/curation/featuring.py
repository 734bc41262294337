"""Reads of featured makers: who is shown when, how fairly, whose turn it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import contains_eager

from shop.accounts.reach import within
from shop.accounts.types import Actor, Role
from shop.curation.fairness import Turn, by_turn, jain_index, seldom, window_start
from shop.curation.models import FeaturedProducer
from shop.lib.errors import NotFound
from shop.platform.db import db
from shop.producers.models import Producer
from shop.producers.visibility import producer_is_public
from shop.regions.names import places

_CHOOSERS = (Role.CURATOR, Role.PROVINCIAL)


@dataclass(frozen=True)
class Fairness:
    """How often each regency with public makers was featured in the last weeks, the most first."""

    index: float | None
    times: Sequence[tuple[str, int]]
    seldom: Sequence[str]

    @property
    def most(self) -> int:
        return max((count for _, count in self.times), default=0) or 1


@dataclass(frozen=True)
class Suggestion:
    """A public maker whose turn it may be, and when it was last featured."""

    producer: Producer
    last: date | None


def _features(actor: Actor) -> Select[FeaturedProducer]:
    return (
        select(FeaturedProducer)
        .join(FeaturedProducer.producer)
        .where(within(Producer.regency_code, actor, *_CHOOSERS))
        .options(contains_eager(FeaturedProducer.producer).joinedload(Producer.regency))
    )


def features_from(actor: Actor, today: date) -> Sequence[FeaturedProducer]:
    """Running and coming features of the actor's region, in the order in which they are shown."""
    running = _features(actor).where(FeaturedProducer.ends_on >= today)
    return db.session.scalars(running.order_by(FeaturedProducer.position, FeaturedProducer.id)).all()


def feature_by_id(feature_id: int) -> FeaturedProducer | None:
    """A feature that something is told of, unless it was taken back."""
    return db.session.get(FeaturedProducer, feature_id)


def feature_for(actor: Actor, public_id: str) -> FeaturedProducer:
    """One feature of the actor's region; raises NotFound."""
    found = db.session.scalar(_features(actor).where(FeaturedProducer.public_id == public_id))
    if found is None:
        raise NotFound("not_found")
    return found


def overlapping_feature(producer: Producer, starts_on: date, ends_on: date) -> FeaturedProducer | None:
    """A feature of the maker that shares a day with these."""
    return db.session.scalars(
        select(FeaturedProducer)
        .where(FeaturedProducer.producer_id == producer.id)
        .where(FeaturedProducer.starts_on <= ends_on, FeaturedProducer.ends_on >= starts_on)
        .order_by(FeaturedProducer.id)
    ).first()


def last_position() -> int:
    """The highest place given so far."""
    return db.session.scalar(select(func.max(FeaturedProducer.position))) or 0


def times_featured(actor: Actor, today: date) -> Mapping[str, int]:
    """How often each regency with public makers was featured in the last 12 weeks, by code."""
    reach = within(Producer.regency_code, actor, *_CHOOSERS)
    known = db.session.scalars(select(Producer.regency_code).where(reach, producer_is_public()).distinct())
    times = dict.fromkeys(sorted(known), 0)
    counted = db.session.execute(
        select(Producer.regency_code, func.count(FeaturedProducer.id))
        .join(FeaturedProducer, FeaturedProducer.producer_id == Producer.id)
        .where(reach, FeaturedProducer.starts_on <= today, FeaturedProducer.ends_on >= window_start(today))
        .group_by(Producer.regency_code)
    )
    return times | dict(counted.all())


def fairness(actor: Actor, today: date) -> Fairness:
    """The fairness figure of the actor's region with the counts behind it."""
    times = times_featured(actor, today)
    names = {code: places()[code].short for code in times}
    ordered = sorted(times.items(), key=lambda one: (-one[1], names[one[0]]))
    rarely = seldom(times)
    return Fairness(
        index=jain_index(times.values()),
        times=[(names[code], count) for code, count in ordered],
        seldom=[names[code] for code, _ in ordered if code in rarely],
    )


def suggestions(actor: Actor, today: date, limit: int = 8) -> list[Suggestion]:
    """Public makers of the actor's region by turn: never featured first, then the longest ago."""
    last = func.max(FeaturedProducer.ends_on)
    rows = db.session.execute(
        select(Producer.id, Producer.regency_code, last)
        .outerjoin(FeaturedProducer, FeaturedProducer.producer_id == Producer.id)
        .where(within(Producer.regency_code, actor, *_CHOOSERS), producer_is_public())
        .group_by(Producer.id, Producer.regency_code)
    )
    turns = [Turn(*row) for row in rows]
    free = [turn for turn in by_turn(turns, times_featured(actor, today)) if turn.last is None or turn.last < today]
    wanted = {turn.producer_id: turn.last for turn in free[:limit]}
    found = {row.id: row for row in db.session.scalars(select(Producer).where(Producer.id.in_(wanted)))}
    return [Suggestion(found[key], day) for key, day in wanted.items()]


def featurable_producer(actor: Actor, public_id: str) -> Producer:
    """A maker of the actor's region that may be featured; raises NotFound."""
    reach = within(Producer.regency_code, actor, *_CHOOSERS)
    found = db.session.scalar(select(Producer).where(reach, producer_is_public(), Producer.public_id == public_id))
    if found is None:
        raise NotFound("not_found")
    return found


def is_public(producer: Producer) -> bool:
    """Whether the maker can be seen by everybody now."""
    found = db.session.scalar(select(Producer.id).where(Producer.id == producer.id, producer_is_public()))
    return found is not None
