"""Product cards: what a list shows of each product, in three SELECTs however many it shows."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import Select, Text, bindparam, cast, select

from shop.catalogue.book import Book, KindFacts, UnitFacts, book
from shop.catalogue.honesty import Paper, Told, told
from shop.catalogue.models import Certificate, Photo, Product
from shop.catalogue.types import PhotoState, PriceBasis, StockMode
from shop.catalogue.visibility import product_is_public
from shop.lib.clock import today_wib
from shop.platform.db import db, plain_rows
from shop.producers.models import Producer
from shop.regions.models import Region


@dataclass(frozen=True, slots=True)
class Picture:
    """A stored photo: key of its renditions, size of its master, formats that are ready."""

    key: str
    width: int
    height: int
    alt: str
    formats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProductCard:
    id: int
    slug: str
    public_id: str
    name: str
    language: str
    kind: KindFacts
    unit: UnitFacts
    price: int | None
    price_max: int | None
    price_basis: PriceBasis
    unit_price: int | None
    moq: int
    lead_days: int
    stock_mode: StockMode
    sold_out: bool
    last_confirmed_at: datetime | None
    published_at: datetime | None
    producer_slug: str
    producer_name: str
    producer_language: str
    producer_cloth: str
    regency_code: str
    regency_name: str
    picture: Picture | None
    told: tuple[Told, ...]


_COLUMNS = (
    Product.id,
    Product.slug,
    Product.public_id,
    Product.name,
    Product.language,
    Product.kind_id,
    Product.unit_id,
    Product.price,
    Product.price_max,
    Product.price_basis,
    Product.unit_price,
    Product.moq,
    Product.lead_days,
    Product.stock_mode,
    Product.sold_out,
    Product.last_confirmed_at,
    Product.published_at,
    Producer.slug.label("producer_slug"),
    Producer.stall_name.label("producer_name"),
    Producer.language.label("producer_language"),
    Producer.cloth.label("producer_cloth"),
    Producer.regency_code,
    Region.name.label("regency_name"),
)
_KIND = 5  # the kind's place and, after it, the unit's; all other columns are fields of a card as they come


@cache
def public_cards_query() -> Select[*tuple[Any, ...]]:
    """Cards of public products, built once; callers add conditions, order and limit."""
    query: Select[*tuple[Any, ...]] = (
        select(*_COLUMNS)
        .join(Producer, Producer.id == Product.producer_id)
        .join(Region, Region.code == Producer.regency_code)
        .where(product_is_public())
    )
    return query


def cards_by_id(ids: Sequence[int]) -> list[ProductCard]:
    """Public products of these ids in this order; what is not public is left out."""
    if not ids:
        return []
    rows = plain_rows(_cards_of_ids(), ids=ids)
    found = {card.id: card for card in _with_pictures_and_papers(rows)}
    return [found[one] for one in ids if one in found]


@cache
def _cards_of_ids() -> Select[*tuple[Any, ...]]:
    return public_cards_query().where(Product.id.in_(bindparam("ids", expanding=True)))


def card_by_public_id(public_id: str) -> ProductCard | None:
    """One public product by its public id."""
    found = cards(public_cards_query().where(Product.public_id == public_id))
    return found[0] if found else None


def cards(query: Select[*tuple[Any, ...]]) -> list[ProductCard]:
    """Run a cards query and add first photos and honesty labels."""
    return _with_pictures_and_papers(db.session.execute(query).all())


def _with_pictures_and_papers(rows: Sequence[Any]) -> list[ProductCard]:
    ids = [row.id for row in rows]
    return assembled(rows, first_pictures(ids), papers_of(ids))


def assembled(
    rows: Iterable[Any], pictures: Mapping[int, Picture], papers: Mapping[int, list[Paper]]
) -> list[ProductCard]:
    """Cards from rows of a cards query whose photos and papers are already there."""
    today, known = today_wib(), book()
    return [_card(row, known, pictures.get(row.id), papers.get(row.id, []), today) for row in rows]


def _card(row: Any, known: Book, picture: Picture | None, papers: Sequence[Paper], today: date) -> ProductCard:
    kind, unit = known.kind_by_id[row[_KIND]], known.unit_by_id[row[_KIND + 1]]
    labels = _labels(kind, tuple(papers), today)
    facts: list[Any] = [*row[:_KIND], kind, unit, *row[_KIND + 2 : len(_COLUMNS)], picture, labels]
    return ProductCard(*facts)


@lru_cache(maxsize=4_096)
def _labels(kind: KindFacts, papers: tuple[Paper, ...], today: date) -> tuple[Told, ...]:
    return tuple(told(kind.rules, papers, today))


def first_pictures(ids: Iterable[int]) -> dict[int, Picture]:
    """The first ready photo of each product."""
    wanted = list(ids)
    if not wanted:
        return {}
    rows = plain_rows(_first_photos(), ids=wanted)
    return {
        product_id: Picture(key, width, height, alt, _formats(made))
        for product_id, key, width, height, alt, made in rows
    }


@lru_cache(maxsize=256)
def _formats(made: str) -> tuple[str, ...]:
    """The list as the database keeps it, read once: photos of one width have the same."""
    return tuple(json.loads(made))


def papers_of(ids: Iterable[int]) -> dict[int, list[Paper]]:
    """The certificates of each product as plain facts."""
    wanted = list(ids)
    found: dict[int, list[Paper]] = {}
    if not wanted:
        return found
    rows: Any = plain_rows(_certificates(), ids=wanted)
    for product_id, *facts in rows:
        found.setdefault(product_id, []).append(Paper(*facts))
    return found


@cache
def _first_photos() -> Select[*tuple[Any, ...]]:
    """The first ready photo of each product of ``ids``; on plain tables, which costs half of what entities do."""
    photo, other = Photo.__table__.c, Photo.__table__.alias().c
    first = (
        select(other.id)
        .where(other.product_id == photo.product_id, other.state == PhotoState.READY)
        .order_by(other.position, other.id)
        .limit(1)
        .scalar_subquery()
    )
    query: Select[*tuple[Any, ...]] = select(
        photo.product_id, photo.key, photo.width, photo.height, photo.alt, cast(photo.formats, Text)
    ).where(photo.product_id.in_(bindparam("ids", expanding=True)), photo.id == first)
    return query


@cache
def _certificates() -> Select[*tuple[Any, ...]]:
    paper = Certificate.__table__.c
    query: Select[*tuple[Any, ...]] = (
        select(paper.product_id, paper.type, paper.status, paper.number, paper.expires_on)
        .where(paper.product_id.in_(bindparam("ids", expanding=True)))
        .order_by(paper.id)
    )
    return query
