"""What curators put forward, as the public sees it: featured makers and collections."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from sqlalchemy import Select, func, select

from shop.catalogue.cards import Picture, first_pictures
from shop.catalogue.models import Product
from shop.catalogue.visibility import product_is_public
from shop.consent.queries import allowed
from shop.consent.types import Purpose
from shop.curation.models import Collection, CollectionItem, FeaturedProducer
from shop.platform.db import db
from shop.producers.models import Producer, Story
from shop.producers.types import ProducerForm, StoryState
from shop.producers.visibility import producer_is_public

_GOODS = 3


@dataclass(frozen=True, slots=True)
class FeaturedMaker:
    """A maker shown first today; `quote` only with its consent, `quote_language` is the one it was told in."""

    slug: str
    name: str
    form: ProducerForm
    cloth: str
    regency_code: str
    reason: str
    quote: str | None
    quote_language: str | None
    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class CollectionTeaser:
    """A published collection that has something to show."""

    slug: str
    title_id: str
    title_en: str
    intro_id: str
    intro_en: str
    count: int
    picture: Picture | None


@dataclass(frozen=True, slots=True)
class StoryTeaser:
    """The first words of a maker's story."""

    producer_slug: str
    producer_name: str
    quote: str
    language: str
    regency_code: str


def featured_producers(today: date, limit: int = 3) -> list[FeaturedMaker]:
    """Public makers that are featured on this day, in the order that staff gave; three SELECTs."""
    return front_page(today, makers=limit, collections=0)[0]


def front_page(
    today: date, *, makers: int = 3, collections: int = 3
) -> tuple[list[FeaturedMaker], list[CollectionTeaser]]:
    """Featured makers and published collections, each with pictures; four SELECTs for all of it."""
    featured = db.session.execute(_featured(today).limit(makers)).all()
    goods = _goods([row.id for row in featured])
    gathered = db.session.execute(_collections().limit(collections)).all() if collections else []
    pictures = first_pictures([*(row.id for row in goods), *(row.product_id for row in gathered)])
    return (
        [
            _maker(row, [pictures[one.id] for one in goods if one.producer_id == row.id and one.id in pictures])
            for row in featured
        ],
        [_teaser(row[0], row.how_many, pictures.get(row.product_id)) for row in gathered],
    )


def _maker(row: Any, pictures: list[Picture]) -> FeaturedMaker:
    return FeaturedMaker(
        row.slug,
        row.stall_name,
        row.form,
        row.cloth,
        row.regency_code,
        row.reason,
        row.quote,
        row.language if row.quote else None,
        tuple(pictures),
    )


def _featured(today: date) -> Select[Any]:
    story = (
        select(func.max(Story.id))
        .where(
            Story.producer_id == Producer.id,
            Story.state == StoryState.PUBLISHED,
            allowed(Producer.public_id, Purpose.STORY),
        )
        .correlate(Producer)
        .scalar_subquery()
    )
    query = (
        select(
            Producer.id,
            Producer.slug,
            Producer.stall_name,
            Producer.form,
            Producer.cloth,
            Producer.regency_code,
            FeaturedProducer.reason,
            Story.quote,
            Story.language,
        )
        .join(FeaturedProducer, FeaturedProducer.producer_id == Producer.id)
        .outerjoin(Story, Story.id == story)
        .where(producer_is_public(), FeaturedProducer.starts_on <= today, FeaturedProducer.ends_on >= today)
        .order_by(FeaturedProducer.position, FeaturedProducer.id)
    )
    return cast("Select[Any]", query)


def _goods(producer_ids: Sequence[int]) -> Sequence[Any]:
    """The newest public products of each maker."""
    if not producer_ids:
        return []
    place = func.row_number().over(
        partition_by=Product.producer_id, order_by=(Product.published_at.desc(), Product.id.desc())
    )
    newest = (
        select(Product.id, Product.producer_id, place.label("place"))
        .join(Producer, Producer.id == Product.producer_id)
        .where(Product.producer_id.in_(producer_ids), product_is_public())
        .subquery()
    )
    return db.session.execute(
        select(newest).where(newest.c.place <= _GOODS).order_by(newest.c.place, newest.c.id)
    ).all()


def _collections() -> Select[Any]:
    items = (
        select(CollectionItem.collection_id, CollectionItem.product_id, CollectionItem.position, CollectionItem.id)
        .join(Product, Product.id == CollectionItem.product_id)
        .join(Producer, Producer.id == Product.producer_id)
        .where(product_is_public())
        .subquery()
    )
    count = func.count().over(partition_by=items.c.collection_id)
    place = func.row_number().over(partition_by=items.c.collection_id, order_by=(items.c.position, items.c.id))
    ranked = select(items, count.label("how_many"), place.label("place")).subquery()
    query: Select[Any] = (
        select(Collection, ranked.c.product_id, ranked.c.how_many)
        .join(ranked, ranked.c.collection_id == Collection.id)
        .where(Collection.published, ranked.c.place == 1)
        .order_by(Collection.position, Collection.id)
    )
    return query


def story_teasers(limit: int = 3) -> list[StoryTeaser]:
    """The newest stories of public makers who agreed to have theirs told, one a maker."""
    newest = select(func.max(Story.id)).where(Story.state == StoryState.PUBLISHED).group_by(Story.producer_id)
    rows = db.session.execute(
        select(Producer.slug, Producer.stall_name, Story.quote, Story.language, Producer.regency_code)
        .join(Producer, Producer.id == Story.producer_id)
        .where(Story.id.in_(newest), producer_is_public(), allowed(Producer.public_id, Purpose.STORY))
        .order_by(Story.written_on.desc(), Story.id.desc())
        .limit(limit)
    )
    return [StoryTeaser(*row) for row in rows]


def _teaser(row: Collection, count: int, picture: Picture | None) -> CollectionTeaser:
    return CollectionTeaser(row.slug, row.title_id, row.title_en, row.intro_id, row.intro_en, count, picture)


def published_collection_slugs() -> Sequence[str]:
    """Slugs of published collections, for the sitemap."""
    return db.session.scalars(select(Collection.slug).where(Collection.published).order_by(Collection.id)).all()
