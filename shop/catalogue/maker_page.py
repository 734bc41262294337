"""One public maker with its goods, story and consented lines; four SELECTs whatever it has."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import Date, ScalarSelect, Select, and_, bindparam, func, or_, select
from sqlalchemy.orm import aliased

from shop.catalogue.book import UnitFacts, book
from shop.catalogue.capacity import free_of
from shop.catalogue.cards import Picture, ProductCard, packed_photo, public_cards_query, read_cards, read_picture
from shop.catalogue.full_weeks import read_weeks, weeks_bound, weeks_within
from shop.catalogue.makers import newest_story
from shop.catalogue.models import CapacityEntry, Photo, Product
from shop.catalogue.public_product import MonthFacts
from shop.catalogue.types import CapacityPeriod, PhotoState
from shop.catalogue.visibility import product_is_public, product_on_shelf
from shop.consent.queries import allowed
from shop.consent.types import Purpose
from shop.lib.clock import today_wib
from shop.lib.pages import Page, decode_cursor, encode_cursor
from shop.platform.db import columns_of, db, kept_rows
from shop.producers.models import Producer, ProducerMember, ProducerSlug, ReplyStats, Story
from shop.producers.public import MAKER_COLUMNS, REPLIES_COLUMNS, PublicMaker, Replies
from shop.producers.queries import ProgrammeLine, public_programme_lines
from shop.producers.types import MemberRole
from shop.producers.visibility import producer_is_public, shown_own_words, shown_portrait
from shop.regions.models import Region

_GOODS = 24
_NEWEST = 2**62
"""Greater than every id: where the newest page begins."""


@dataclass(frozen=True, slots=True)
class StoryFacts:
    """The story that a maker shows."""

    quote: str
    body: str
    told_by: str
    language: str
    written_on: date


_STORY = len(fields(StoryFacts))


@dataclass(frozen=True, slots=True)
class MakerDetails:
    """A public maker; what stands on its own consent is None without."""

    producer: PublicMaker
    district: str | None
    leader: str | None
    portrait: str | None
    own_words: str | None
    story: StoryFacts | None
    story_picture: Picture | None
    stats: Replies | None
    lines: Sequence[ProgrammeLine]
    products: Page[ProductCard]
    product_count: int
    free: tuple[int, UnitFacts] | None


def maker_details(slug: str, cursor: str | None = None) -> MakerDetails | None:
    """The public maker of this slug with a page of its goods, or None; four SELECTs."""
    rows = kept_rows(_main, slug=slug, today=today_wib())
    if not rows:
        return None
    row = iter(rows[0])
    producer = PublicMaker(*islice(row, len(MAKER_COLUMNS)))
    story, stats = list(islice(row, _STORY)), list(islice(row, len(REPLIES_COLUMNS)))
    district, leader, portrait, own_words, picture, count = row
    return MakerDetails(
        producer=producer,
        district=district,
        leader=leader,
        portrait=portrait,
        own_words=own_words,
        story=None if story[0] is None else StoryFacts(*story),
        story_picture=read_picture(picture),
        stats=None if stats[0] is None else Replies(*stats),
        lines=public_programme_lines(producer),
        products=_goods_page(producer.id, cursor),
        product_count=count,
        free=_most_free(producer.id),
    )


def moved_maker(slug: str) -> str | None:
    """The slug of the public maker that once had this one, or into which that one went."""
    old = select(Producer.id).where(Producer.slug == slug)
    older = select(ProducerSlug.producer_id).where(ProducerSlug.slug == slug)
    merged = select(Producer.merged_into_id).where(or_(Producer.id.in_(old), Producer.id.in_(older)))
    return db.session.scalar(
        select(Producer.slug)
        .where(producer_is_public(), or_(Producer.id.in_(older), Producer.id.in_(merged)))
        .order_by(Producer.id)
        .limit(1)
    )


@cache
def _main() -> Select[*tuple[Any, ...]]:
    district = aliased(Region)
    query: Select[*tuple[Any, ...]] = (
        select(
            *MAKER_COLUMNS,
            *columns_of(Story, StoryFacts),
            *REPLIES_COLUMNS,
            district.name.label("district"),
            _leader_name().label("leader"),
            shown_portrait().label("portrait"),
            shown_own_words().label("own_words"),
            _story_picture().label("picture"),
            _how_many().label("count"),
        )
        .select_from(Producer)
        .outerjoin(district, and_(district.code == Producer.district_code, allowed(Producer.public_id, Purpose.PLACE)))
        .outerjoin(Story, Story.id == newest_story())
        .outerjoin(ReplyStats, ReplyStats.producer_id == Producer.id)
        .where(Producer.slug == bindparam("slug"), producer_is_public())
    )
    return query


def _how_many() -> ScalarSelect[int]:
    """How many of a public maker's products are public, for a query on Producer."""
    query = select(func.count(Product.id)).where(Product.producer_id == Producer.id, product_on_shelf())
    return query.correlate(Producer).scalar_subquery()


def _leader_name() -> Any:
    """The leader's name as far as the maker agreed, for a query on Producer."""
    return (
        select(ProducerMember.name)
        .where(
            ProducerMember.producer_id == Producer.id,
            ProducerMember.role == MemberRole.LEADER,
            or_(ProducerMember.ends_on.is_(None), ProducerMember.ends_on >= bindparam("today", type_=Date())),
            allowed(Producer.public_id, Purpose.NAME),
        )
        .order_by(ProducerMember.id)
        .limit(1)
        .correlate(Producer)
        .scalar_subquery()
    )


def _goods_page(producer_id: int, cursor: str | None) -> Page[ProductCard]:
    before = decode_cursor(cursor, int)
    found = read_cards(kept_rows(_goods, maker=producer_id, before=before[0] if before else _NEWEST))
    return Page(found[:_GOODS], encode_cursor([found[_GOODS - 1].id]) if len(found) > _GOODS else None)


@cache
def _goods() -> Select[*tuple[Any, ...]]:
    own = public_cards_query().where(Product.producer_id == bindparam("maker"), Product.id < bindparam("before"))
    return own.order_by(Product.id.desc()).limit(_GOODS + 1)


def _most_free(producer_id: int) -> tuple[int, UnitFacts] | None:
    """The most of one product that can still be made this month; products share the same hands."""
    rows = kept_rows(_capacities, maker=producer_id, **weeks_bound(today_wib()))
    units = book().unit_by_id
    free = [(left, units[row.unit_id]) for row in rows if (left := _free(row)) is not None]
    return max(free, key=lambda one: one[0], default=None)


def _free(row: Any) -> int | None:
    month = None if row.reserved is None else MonthFacts(row.total, row.reserved, row.level)
    return free_of(row.capacity_per_month, month, read_weeks(row.weeks))


@cache
def _capacities() -> Select[*tuple[Any, ...]]:
    query: Select[*tuple[Any, ...]] = (
        select(
            Product.unit_id,
            Product.capacity_per_month,
            CapacityEntry.total,
            CapacityEntry.reserved,
            CapacityEntry.level,
            weeks_within(bindparam("maker")).label("weeks"),
        )
        .outerjoin(
            CapacityEntry,
            and_(
                CapacityEntry.product_id == Product.id,
                CapacityEntry.period == CapacityPeriod.MONTH,
                CapacityEntry.starts_on == bindparam("month"),
            ),
        )
        .join(Producer, Producer.id == Product.producer_id)
        .where(Product.producer_id == bindparam("maker"), product_is_public(), Product.sold_out.is_(False))
        .order_by(Product.id)
    )
    return query


def _story_picture() -> ScalarSelect[str]:
    """The picture of a story is one of the maker's own public goods; packed, for a query on Producer and Story."""
    query = (
        select(packed_photo())
        .join(Product, Product.id == Photo.product_id)
        .where(Product.producer_id == Producer.id, product_is_public())
        .where(Photo.key == Story.photo_key, Photo.state == PhotoState.READY)
        .order_by(Photo.id)
        .limit(1)
    )
    return query.correlate(Producer, Story).scalar_subquery()
