"""What curators put forward, as the public sees it: featured makers and collections."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Date, Integer, ScalarSelect, Select, bindparam, func, select, union_all

from shop.catalogue.cards import Picture, first_picture, read_picture
from shop.catalogue.models import Product
from shop.catalogue.visibility import product_is_public
from shop.consent.queries import allowed
from shop.consent.types import Purpose
from shop.curation.models import Collection, CollectionItem, FeaturedProducer
from shop.platform.db import db, kept_rows
from shop.producers.models import Producer, Story
from shop.producers.types import ProducerForm, StoryState
from shop.producers.visibility import producer_is_public, shown_portrait

Query = Select[*tuple[Any, ...]]
_GOODS = 3


@dataclass(frozen=True, slots=True)
class FeaturedMaker:
    """A maker shown first today; `quote` only with its consent, `quote_language` is the one it was told in."""

    slug: str
    name: str
    language: str
    form: ProducerForm
    cloth: str
    regency_code: str
    reason: str
    portrait: str | None
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
    producer_language: str
    quote: str
    language: str
    regency_code: str


def front_page(
    today: date, *, makers: int = 3, collections: int = 3
) -> tuple[list[FeaturedMaker], list[CollectionTeaser]]:
    """Featured makers and published collections, each with pictures; three SELECTs for all of it."""
    featured = kept_rows(_featured, today=today, most=makers)
    pictures = _goods([row.id for row in featured])
    gathered = kept_rows(_collections, most=collections) if collections else []
    return (
        [_maker(row, pictures.get(row.id, [])) for row in featured],
        [_teaser(row) for row in gathered],
    )


def _teaser(row: Any) -> CollectionTeaser:
    facts: list[Any] = [*row[:-1], read_picture(row[-1])]
    return CollectionTeaser(*facts)


def _maker(row: Any, pictures: list[Picture]) -> FeaturedMaker:
    return FeaturedMaker(
        row.slug,
        row.stall_name,
        row.language,
        row.form,
        row.cloth,
        row.regency_code,
        row.reason,
        row.portrait,
        row.quote,
        row.quote_language if row.quote else None,
        tuple(pictures),
    )


def _told_story() -> ScalarSelect[int | None]:
    """The newest published story of the maker at hand, where it agreed to have one told."""
    told = (Story.producer_id == Producer.id, Story.state == StoryState.PUBLISHED)
    newest = select(func.max(Story.id)).where(*told, allowed(Producer.public_id, Purpose.STORY))
    return newest.correlate(Producer).scalar_subquery()


@cache
def _featured() -> Query:
    today = bindparam("today", type_=Date())
    query: Query = (
        select(
            Producer.id,
            Producer.slug,
            Producer.stall_name,
            Producer.language,
            Producer.form,
            Producer.cloth,
            Producer.regency_code,
            FeaturedProducer.reason,
            shown_portrait().label("portrait"),
            Story.quote,
            Story.language.label("quote_language"),
        )
        .join(FeaturedProducer, FeaturedProducer.producer_id == Producer.id)
        .outerjoin(Story, Story.id == _told_story())
        .where(producer_is_public(), FeaturedProducer.starts_on <= today, FeaturedProducer.ends_on >= today)
        .order_by(FeaturedProducer.position, FeaturedProducer.id)
        .limit(bindparam("most", type_=Integer()))
    )
    return query


def _goods(producer_ids: Sequence[int]) -> dict[int, list[Picture]]:
    """Pictures of the last public products of each maker; a short look into the index for each, however many it has."""
    wanted = list(dict.fromkeys(producer_ids))
    found: dict[int, list[Picture]] = {}
    values = {f"maker_{n}": key for n, key in enumerate(wanted)}
    for producer_id, packed in kept_rows(_last_products, len(wanted), **values) if wanted else ():
        picture = read_picture(packed)
        if picture is not None:
            found.setdefault(producer_id, []).append(picture)
    return found


@cache
def _last_products(makers: int) -> Any:
    looks = [
        select(Product.producer_id, first_picture().label("picture"))
        .join(Producer, Producer.id == Product.producer_id)
        .where(Product.producer_id == bindparam(f"maker_{number}"), product_is_public())
        .order_by(Product.id.desc())
        .limit(_GOODS)
        .subquery()
        for number in range(makers)
    ]
    return union_all(*(select(look) for look in looks))


@cache
def _collections() -> Query:
    items = (
        select(CollectionItem.collection_id, CollectionItem.product_id, CollectionItem.position, CollectionItem.id)
        .join(Product, Product.id == CollectionItem.product_id)
        .join(Producer, Producer.id == Product.producer_id)
        .where(product_is_public())
        .subquery()
    )
    how_many = func.count().over(partition_by=items.c.collection_id)
    place = func.row_number().over(partition_by=items.c.collection_id, order_by=(items.c.position, items.c.id))
    ranked = select(items, how_many.label("how_many"), place.label("place")).subquery()
    names = (Collection.slug, Collection.title_id, Collection.title_en, Collection.intro_id, Collection.intro_en)
    query: Query = (
        select(*names, ranked.c.how_many, first_picture().label("picture"))
        .join(ranked, ranked.c.collection_id == Collection.id)
        .join(Product, Product.id == ranked.c.product_id)
        .where(Collection.published, ranked.c.place == 1)
        .order_by(Collection.position, Collection.id)
        .limit(bindparam("most", type_=Integer()))
    )
    return query


def story_teasers(limit: int = 3) -> list[StoryTeaser]:
    """The newest stories of public makers who agreed to have theirs told, one a maker."""
    return [StoryTeaser(*row) for row in kept_rows(_stories, most=limit)]


@cache
def _stories() -> Query:
    newest = select(func.max(Story.id)).where(Story.state == StoryState.PUBLISHED).group_by(Story.producer_id)
    query: Query = (
        select(
            Producer.slug,
            Producer.stall_name,
            Producer.language.label("producer_language"),
            Story.quote,
            Story.language,
            Producer.regency_code,
        )
        .join(Producer, Producer.id == Story.producer_id)
        .where(Story.id.in_(newest), producer_is_public(), allowed(Producer.public_id, Purpose.STORY))
        .order_by(Story.written_on.desc(), Story.id.desc())
        .limit(bindparam("most", type_=Integer()))
    )
    return query


def published_collection_slugs() -> Sequence[str]:
    """Slugs of published collections, for the sitemap."""
    return db.session.scalars(select(Collection.slug).where(Collection.published).order_by(Collection.id)).all()
