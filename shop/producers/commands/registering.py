"""Makers registered and changed by their office."""

from dataclasses import dataclass

from sqlalchemy import select

from shop.accounts.models import Office
from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.lib.errors import Conflict, Invalid, require
from shop.lib.slugs import free_slug, slugify
from shop.platform import outbox
from shop.platform.db import db
from shop.platform.holding import refusing_twins
from shop.producers.commands.own_words import take_own_words
from shop.producers.limits import LONGEST, check_people, check_texts
from shop.producers.messages import ProducerChanged
from shop.producers.models import Producer, ProducerSlug
from shop.producers.policies import may_keep_producer, may_register_in
from shop.producers.types import ContactVia, ProducerForm, ProducerStatus
from shop.regions.models import Region, RegionLevel


@dataclass(frozen=True, kw_only=True)
class MakerFacts:
    """What the office knows of a maker; the place down to kecamatan."""

    form: ProducerForm
    stall_name: str
    district_code: str
    is_adult: bool
    about: str = ""
    skills: str = ""
    workers: int = 1
    helpers: int = 0
    phone: str | None = None
    contact_via: ContactVia = ContactVia.SELF
    status: ProducerStatus = ProducerStatus.ACTIVE


def create_producer(*, facts: MakerFacts, office: Office | None, actor: Actor) -> Producer:
    """Register a maker whose people are known to be 18 or over; it is public only once it consents."""
    district = _district(facts.district_code)
    require(may_register_in(actor, district.parent_code))
    values = _checked(facts, district)
    if not facts.is_adult:
        raise Invalid("adult_not_confirmed", "is_adult")
    slug = free_slug(slugify(facts.stall_name, "lapak"), _taken)
    producer = Producer(slug=slug, office=office, **values)
    with refusing_twins(Conflict("try_again", "stall_name")):
        db.session.add(producer)
    _done(producer, actor, "producer.created")
    return producer


def edit_producer(*, producer: Producer, facts: MakerFacts, actor: Actor) -> None:
    """Correct what is known of a maker; its address stays."""
    district = _district(facts.district_code)
    require(may_keep_producer(actor, producer) and may_register_in(actor, district.parent_code))
    if producer.status is ProducerStatus.MERGED or facts.status is ProducerStatus.MERGED:
        raise Invalid("producer_merged")
    values = _checked(facts, district)
    if facts.form is not ProducerForm.PERSON:
        take_own_words(producer=producer, actor=actor)
    for name, value in values.items():
        setattr(producer, name, value)
    _done(producer, actor, "producer.edited")


def _done(producer: Producer, actor: Actor, action: str) -> None:
    db.session.flush()
    record(actor=actor, action=action, target=producer, region_code=producer.regency_code)
    outbox.leave(ProducerChanged(producer.id))


def _checked(facts: MakerFacts, district: Region) -> dict[str, object]:
    check_texts({name: getattr(facts, name) for name in LONGEST})
    check_people(facts.workers, facts.helpers)
    plain = {name: value for name, value in vars(facts).items() if name != "district_code"}
    return {**plain, "district_code": district.code, "regency_code": district.parent_code}


def _district(code: str) -> Region:
    region = db.session.get(Region, code)
    if region is None or region.level is not RegionLevel.DISTRICT:
        raise Invalid("choose_one", "district_code")
    return region


def _taken(slug: str) -> bool:
    producer = select(Producer.id).where(Producer.slug == slug)
    former = select(ProducerSlug.producer_id).where(ProducerSlug.slug == slug)
    return db.session.scalar(producer.union_all(former).limit(1)) is not None
