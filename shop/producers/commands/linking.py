"""The way from a programme record to a maker: linked and verified by staff, shown only by the maker's consent."""

from sqlalchemy import select

from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.lib.clock import now, today_wib
from shop.lib.errors import Conflict, Invalid, WrongState, require
from shop.platform import outbox
from shop.platform.db import db
from shop.platform.holding import refusing_twins
from shop.producers.messages import ProducerChanged
from shop.producers.models import Producer, RecordLink
from shop.producers.policies import may_keep_links, may_link_record
from shop.programmes.models import Enrolment, Training
from shop.programmes.queries import trainings_of


def link_record(*, producer: Producer, enrolment: Enrolment, training: Training | None, actor: Actor) -> RecordLink:
    """Link a maker to an enrolment, or to one training of it; a link that ended stands again, unverified."""
    require(may_link_record(actor, producer, enrolment.beneficiary))
    if training is not None and training not in trainings_of(enrolment):
        raise Invalid("training_not_attended", "training")
    link = _link(producer, enrolment, training)
    if link is not None and link.ended_at is None:
        raise Conflict("link_already", "producer")
    link = link or RecordLink(producer=producer, enrolment=enrolment)
    link.training_id = training.id if training else None
    link.linked_by_id, link.linked_at = actor.user_id, now()
    link.verified_on, link.ended_at = None, None
    with refusing_twins(Conflict("link_already", "producer")):
        db.session.add(link)
    _done(link, actor, "link.created")
    return link


def _link(producer: Producer, enrolment: Enrolment, training: Training | None) -> RecordLink | None:
    wanted = (RecordLink.producer_id == producer.id, RecordLink.enrolment_id == enrolment.id)
    same = RecordLink.training_id.is_(None) if training is None else RecordLink.training_id == training.id
    return db.session.scalar(select(RecordLink).where(*wanted, same))


def verify_link(*, link: RecordLink, actor: Actor) -> None:
    """Say that the record was checked today; the public line carries this day."""
    require(may_keep_links(actor, link.producer))
    if link.ended_at is not None:
        raise WrongState("link_over")
    link.verified_on = today_wib()
    _done(link, actor, "link.verified")


def end_link(*, link: RecordLink, actor: Actor) -> None:
    """The maker no longer stands for this record: its public line is gone, whatever was consented."""
    require(may_keep_links(actor, link.producer))
    if link.ended_at is not None:
        raise WrongState("link_over")
    link.ended_at = now()
    _done(link, actor, "link.ended")


def _done(link: RecordLink, actor: Actor, action: str) -> None:
    db.session.flush()
    record(actor=actor, action=action, target=link, region_code=link.producer.regency_code)
    outbox.leave(ProducerChanged(link.producer_id))
