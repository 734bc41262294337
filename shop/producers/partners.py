"""What agencies which work with an office read: makers that agreed to be found by them, and no more of each."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, or_, select

from shop.accounts.reach import within
from shop.accounts.types import Actor, Role
from shop.consent.queries import allowed
from shop.consent.types import Purpose
from shop.lib.pages import Page, decode_cursor, encode_cursor
from shop.platform.db import db
from shop.producers.models import Producer
from shop.producers.types import ProducerStatus
from shop.producers.visibility import producer_is_public

PAGE = 30


@dataclass(frozen=True)
class FoundMaker:
    """All that the consent ``partners`` shows of a maker; ``slug`` where everybody may read its page."""

    id: int
    stall_name: str
    language: str
    skills: str
    regency_code: str
    slug: str | None


def may_open_partner_list(actor: Actor) -> bool:
    """Open the list at all."""
    return actor.has_role(Role.PARTNER)


def found_makers(actor: Actor, words: str = "", region: str = "", cursor: str | None = None) -> Page[FoundMaker]:
    """Makers of the agency's region by stall name, with every word in their skills, in a province or regency."""
    query = select(Producer, producer_is_public()).where(_findable(actor))
    query = query.where(*(Producer.skills.icontains(word, autoescape=True) for word in words.split()))
    if region:
        inside = Producer.regency_code.startswith(f"{region}.", autoescape=True)
        query = query.where(or_(Producer.regency_code == region, inside))
    after = decode_cursor(cursor, str, int)
    if after:
        behind = and_(Producer.stall_name == after[0], Producer.id > after[1])
        query = query.where(or_(Producer.stall_name > after[0], behind))
    rows = db.session.execute(query.order_by(Producer.stall_name, Producer.id).limit(PAGE + 1)).all()
    found = [_found(maker, public=public) for maker, public in rows]
    last = found[PAGE - 1] if len(found) > PAGE else None
    return Page(found[:PAGE], encode_cursor([last.stall_name, last.id]) if last else None)


def regencies_with_found_makers(actor: Actor) -> Sequence[str]:
    """Codes of the regencies in which the list has makers."""
    query = select(Producer.regency_code).where(_findable(actor)).distinct()
    return db.session.scalars(query.order_by(Producer.regency_code)).all()


def _findable(actor: Actor) -> ColumnElement[bool]:
    return and_(
        within(Producer.regency_code, actor, Role.PARTNER),
        Producer.status == ProducerStatus.ACTIVE,
        Producer.hidden_at.is_(None),
        Producer.is_adult,
        allowed(Producer.public_id, Purpose.PARTNERS),
    )


def _found(maker: Producer, *, public: bool) -> FoundMaker:
    return FoundMaker(
        id=maker.id,
        stall_name=maker.stall_name,
        language=maker.language,
        skills=maker.skills,
        regency_code=maker.regency_code,
        slug=maker.slug if public else None,
    )
