"""When makers are or were closed, for clocks that stand still meanwhile."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, select

from shop.lib.clock import now
from shop.platform.db import db
from shop.platform.holding import hold
from shop.producers.models import Producer, ProducerClosure
from shop.producers.types import Closed


def closings_of(producer_ids: Collection[int]) -> dict[int, list[Closed]]:
    """Every closing of these makers, the earliest first; makers that never closed are left out. One SELECT."""
    closure = ProducerClosure
    wanted = select(closure.producer_id, closure.starts_at, closure.ends_at).where(
        closure.producer_id.in_(producer_ids)
    )
    found: dict[int, list[Closed]] = {}
    for producer_id, starts, ends in db.session.execute(wanted.order_by(closure.starts_at, closure.id)):
        found.setdefault(producer_id, []).append(Closed(starts, ends))
    return found


def closing_of_now(producer: Producer) -> ProducerClosure | None:
    """The closing in which a maker is now; its row is held, so that two taps make one of it."""
    hold(producer)
    wanted = (ProducerClosure.producer_id == producer.id, *_holds(now()))
    return db.session.scalars(select(ProducerClosure).where(*wanted).order_by(ProducerClosure.id).limit(1)).first()


def is_closed(moment: datetime) -> ColumnElement[bool]:
    """SQL condition on Producer: closed at a moment."""
    wanted = (ProducerClosure.producer_id == Producer.id, *_holds(moment))
    return select(ProducerClosure.id).where(*wanted).exists()


def _holds(moment: datetime) -> tuple[ColumnElement[bool], ...]:
    return ProducerClosure.starts_at <= moment, ProducerClosure.ends_at > moment
