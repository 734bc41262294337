"""One public maker with its goods, story and consented lines; seven SELECTs whatever it has."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Date, Select, and_, bindparam, func, or_, select
from sqlalchemy.orm import aliased

from shop.catalogue.book import UnitFacts, book
from shop.catalogue.capacity import free_of
from shop.catalogue.cards import Picture, ProductCard, cards, public_cards_query
from shop.catalogue.full_weeks import read_weeks, weeks_bound, weeks_within
from shop.catalogue.makers import newest_story
from shop.catalogue.models import CapacityEntry, Photo, Product
from shop.catalogue.types import CapacityPeriod, PhotoState, ProductStatus
from shop.catalogue.visibility import product_is_public
from shop.consent.queries import allowed
from shop.consent.types import Purpose
from shop.lib.clock import today_wib
from shop.lib.pages import Page, decode_cursor, encode_cursor
from shop.platform.db import db
from shop.producers.models import Producer, ProducerMember, ProducerSlug, ReplyStats, Story
from shop.producers.queries import ProgrammeLine, public_programme_lines
from shop.producers.types import MemberRole
from shop.producers.visibility import producer_is_public
from shop.regions.models import Region

_GOODS = 24


@dataclass(frozen=True)
class MakerDetails:
    """A public maker; what stands on its own consent is None without."""

    producer: Producer
    district: str | None
    leader: str | None
    photo_key: str | None
    story: Story | None
    story_picture: Picture | None
    stats: ReplyStats | None
    lines: Sequence[ProgrammeLine]
    products: Page[ProductCard]
    product_count: int
    free: tuple[int, UnitFacts] | None


def maker_details(slug: str, cursor: str | None = None) -> MakerDetails | None:
    """The public maker of this slug with a page of its goods, or None; seven SELECTs."""
    row = db.session.execute(_main(), {"slug": slug, "today": today_wib()}).first()
    if row is None:
        return None
    producer, district, leader, has_photo, story, stats, count = row
    return MakerDetails(
        producer=producer,
        district=district,
        leader=leader,
        photo_key=producer.photo_key if has_photo else None,
        story=story,
        story_picture=_story_picture(story),
        stats=stats,
        lines=public_programme_lines(producer),
        products=_goods_page(producer, cursor),
        product_count=count,
        free=_most_free(producer),
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
    count = (
        select(func.count(Product.id))
        .where(
            Product.producer_id == Producer.id,
            Product.status == ProductStatus.PUBLISHED,
            Product.papers_in_order,
            Product.price_on_request | Product.price.is_not(None),
        )
        .correlate(Producer)
        .scalar_subquery()
    )
    query: Select[*tuple[Any, ...]] = (
        select(
            Producer,
            district.name,
            _leader_name(),
            allowed(Producer.public_id, Purpose.PHOTO),
            Story,
            ReplyStats,
            count,
        )
        .select_from(Producer)
        .outerjoin(district, and_(district.code == Producer.district_code, allowed(Producer.public_id, Purpose.PLACE)))
        .outerjoin(Story, Story.id == newest_story())
        .outerjoin(ReplyStats, ReplyStats.producer_id == Producer.id)
        .where(Producer.slug == bindparam("slug"), producer_is_public())
    )
    return query


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


def _goods_page(producer: Producer, cursor: str | None) -> Page[ProductCard]:
    query = public_cards_query().where(Product.producer_id == producer.id)
    before = decode_cursor(cursor, int)
    if before:
        query = query.where(Product.id < before[0])
    found = cards(query.order_by(Product.id.desc()).limit(_GOODS + 1))
    return Page(found[:_GOODS], encode_cursor([found[_GOODS - 1].id]) if len(found) > _GOODS else None)


def _most_free(producer: Producer) -> tuple[int, UnitFacts] | None:
    """The most of one product that can still be made this month; products share the same hands."""
    rows = db.session.execute(_capacities(), {"maker": producer.id, **weeks_bound(today_wib())})
    units = book().unit_by_id
    free = [
        (left, units[product.unit_id])
        for product, entry, weeks in rows
        if (left := free_of(product, entry, read_weeks(weeks))) is not None
    ]
    return max(free, key=lambda one: one[0], default=None)


@cache
def _capacities() -> Select[*tuple[Any, ...]]:
    query: Select[*tuple[Any, ...]] = (
        select(Product, CapacityEntry, weeks_within(bindparam("maker")))
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


def _story_picture(story: Story | None) -> Picture | None:
    """The picture of a story is one of the maker's own public goods."""
    if story is None or story.photo_key is None:
        return None
    row = db.session.execute(
        select(Photo.key, Photo.width, Photo.height, Photo.alt, Photo.formats)
        .join(Product, Product.id == Photo.product_id)
        .join(Producer, Producer.id == Product.producer_id)
        .where(Product.producer_id == story.producer_id, product_is_public())
        .where(Photo.key == story.photo_key, Photo.state == PhotoState.READY)
        .order_by(Photo.id)
        .limit(1)
    ).first()
    return Picture(row.key, row.width, row.height, row.alt, tuple(row.formats)) if row else None
