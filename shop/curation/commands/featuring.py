"""Makers shown first for a while, with a reason, in an order."""

from collections.abc import Sequence
from datetime import date, timedelta

from shop.accounts.models import Office
from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.curation.featuring import features_from, is_public, last_position, overlapping_feature
from shop.curation.messages import ProducerFeatured
from shop.curation.models import FeaturedProducer
from shop.curation.policies import may_feature
from shop.lib.clock import today_wib
from shop.lib.errors import Conflict, Invalid, WrongState, require
from shop.lib.nik import refuse_nik
from shop.platform import outbox
from shop.platform.db import db
from shop.producers.models import Producer

LONGEST = timedelta(days=92)
LONGEST_REASON = 200


def feature_producer(
    *, producer: Producer, office: Office | None, starts_on: date, ends_on: date, reason: str, actor: Actor
) -> FeaturedProducer:
    """Show a public maker first from one day to another; it comes last in the order."""
    require(may_feature(actor, producer))
    _check(starts_on, ends_on, reason)
    if not is_public(producer):
        raise WrongState("producer_not_public")
    if overlapping_feature(producer, starts_on, ends_on):
        raise Conflict("already_featured", "starts_on")
    featured = FeaturedProducer(
        producer=producer,
        office=office,
        starts_on=starts_on,
        ends_on=ends_on,
        reason=reason,
        position=last_position() + 1,
        chosen_by_id=actor.user_id,
    )
    db.session.add(featured)
    db.session.flush()
    record(actor=actor, action="featured.added", target=featured, region_code=producer.regency_code)
    outbox.leave(ProducerFeatured(featured.id))
    return featured


def _check(starts_on: date, ends_on: date, reason: str) -> None:
    if not reason:
        raise Invalid("feature_reason_missing", "reason")
    if len(reason) > LONGEST_REASON:
        raise Invalid("too_long", "reason", most=LONGEST_REASON)
    refuse_nik({"reason": reason})
    if starts_on < today_wib():
        raise Invalid("date_past", "starts_on")
    if ends_on < starts_on:
        raise Invalid("dates_out_of_order", "ends_on")
    if ends_on - starts_on > LONGEST:
        raise Invalid("feature_too_long", "ends_on", days=LONGEST.days)


def end_feature(*, featured: FeaturedProducer, actor: Actor) -> None:
    """Stop showing a maker first: today is over at once, one that has not begun is taken away."""
    require(may_feature(actor, featured.producer))
    if featured.ends_on < today_wib():
        raise WrongState("feature_over")
    region = featured.producer.regency_code
    record(actor=actor, action="featured.ended", target=featured, region_code=region)
    if featured.starts_on >= today_wib():
        db.session.delete(featured)
    else:
        featured.ends_on = today_wib() - timedelta(days=1)
    db.session.flush()


def move_feature(*, featured: FeaturedProducer, up: bool, actor: Actor) -> None:
    """Change places with the one before or behind; the ends stay where they are."""
    require(may_feature(actor, featured.producer))
    ordered = list(features_from(actor, today_wib()))
    place = ordered.index(featured) if featured in ordered else -1
    other = place - 1 if up else place + 1
    if place < 0:
        raise WrongState("feature_over")
    if 0 <= other < len(ordered):
        ordered[place], ordered[other] = ordered[other], ordered[place]
        reorder_features(ordered=ordered, actor=actor)


def reorder_features(*, ordered: Sequence[FeaturedProducer], actor: Actor) -> None:
    """Show these makers in this order; the places that they hold are shared out anew."""
    for featured in ordered:
        require(may_feature(actor, featured.producer))
    for place, featured in enumerate(ordered, start=1):
        featured.position = place
    db.session.flush()
    for featured in ordered[:1]:
        region = featured.producer.regency_code
        record(actor=actor, action="featured.reordered", target=featured, region_code=region)
