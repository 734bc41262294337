"""Product cards: what a list shows of each product, in one SELECT however many it shows."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, bindparam, select

from shop.catalogue.book import Book, KindFacts, UnitFacts, book
from shop.catalogue.honesty import Paper, Told, told
from shop.catalogue.models import Certificate, Photo, Product
from shop.catalogue.packing import packed, packed_rows, unpacked
from shop.catalogue.types import CertificateStatus, CertificateType, PhotoState, PriceBasis, StockMode
from shop.catalogue.visibility import product_is_public
from shop.lib.clock import today_wib
from shop.platform.db import is_member, kept_rows, plain_rows
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


@dataclass(frozen=True, slots=True, eq=False)
class ProductCard:
    """What a list shows of a product; made once for the same facts, so it is known by itself."""

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
    last_confirmed_at: datetime
    published_at: datetime | None
    producer_slug: str
    producer_name: str
    producer_language: str
    producer_cloth: str
    regency_code: str
    regency_name: str
    picture: Picture | None
    told: tuple[Told, ...]


def first_picture() -> ScalarSelect[str]:
    """The first ready photo of the product at hand, packed; for `read_picture`."""
    ready = select(packed_photo()).where(Photo.product_id == Product.id, is_member(Photo.state, PhotoState.READY))
    return ready.order_by(Photo.position, Photo.id).limit(1).correlate(Product).scalar_subquery()


def all_pictures() -> ScalarSelect[str]:
    """Every ready photo of the product at hand, packed; for `read_pictures`."""
    ready = select(packed_rows(Photo.position, Photo.id, *_PHOTO))
    found = ready.where(Photo.product_id == Product.id, is_member(Photo.state, PhotoState.READY))
    return found.correlate(Product).scalar_subquery()


def all_papers() -> ScalarSelect[str]:
    """The certificates of the product at hand, packed; for `read_papers`."""
    paper = Certificate
    rows = select(packed_rows(paper.id, paper.type, paper.status, paper.number, paper.expires_on))
    return rows.where(paper.product_id == Product.id).correlate(Product).scalar_subquery()


def packed_photo() -> ColumnElement[str]:
    """A photo as text, for `read_picture`."""
    return packed(*_PHOTO)


_PHOTO = (Photo.key, Photo.width, Photo.height, Photo.alt, Photo.formats)


def first_pictures(ids: Iterable[int]) -> dict[int, Picture]:
    """The first ready photo of each of these products; one SELECT."""
    rows = plain_rows(select(Product.id, first_picture()).where(Product.id.in_(list(ids))))
    found = {product_id: read_picture(packed) for product_id, packed in rows}
    return {product_id: picture for product_id, picture in found.items() if picture is not None}


@lru_cache(maxsize=4_096)
def read_picture(text: str | None) -> Picture | None:
    """The picture that `first_picture` packed."""
    found = [_picture(*row) for row in unpacked(text)]
    return found[0] if found else None


@lru_cache(maxsize=1_024)
def read_pictures(text: str | None) -> tuple[Picture, ...]:
    """The pictures that `all_pictures` packed, in their order."""
    rows = sorted(unpacked(text), key=lambda row: (int(row[0]), int(row[1])))
    return tuple(_picture(*row[2:]) for row in rows)


def _picture(key: str, width: str, height: str, alt: str, formats: str) -> Picture:
    return Picture(key, int(width), int(height), alt, tuple(json.loads(formats)))


@lru_cache(maxsize=1_024)
def read_papers(text: str | None) -> tuple[Paper, ...]:
    """The certificates that `all_papers` packed, those added first first."""
    rows = sorted(unpacked(text), key=lambda row: int(row[0]))
    return tuple(
        Paper(
            CertificateType(type_),
            CertificateStatus(status),
            number or None,
            date.fromisoformat(expires) if expires else None,
        )
        for _, type_, status, number, expires in rows
    )


def _columns() -> tuple[Any, ...]:
    return (
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
        first_picture().label("picture"),
        all_papers().label("papers"),
    )


_KIND = 5  # the kind's place and, after it, the unit's; all but the last two are fields of a card as they come


@cache
def public_cards_query() -> Select[*tuple[Any, ...]]:
    """Cards of public products, built once; callers add conditions, order and limit."""
    query: Select[*tuple[Any, ...]] = (
        select(*_columns())
        .join(Producer, Producer.id == Product.producer_id)
        .join(Region, Region.code == Producer.regency_code)
        .where(product_is_public())
    )
    return query


def cards_by_id(ids: Sequence[int]) -> list[ProductCard]:
    """Public products of these ids in this order; what is not public is left out."""
    if not ids:
        return []
    found = {card.id: card for card in read_cards(kept_rows(_cards_of_ids, ids=ids))}
    return [found[one] for one in ids if one in found]


@cache
def _cards_of_ids() -> Select[*tuple[Any, ...]]:
    return public_cards_query().where(Product.id.in_(bindparam("ids", expanding=True)))


def card_by_public_id(public_id: str) -> ProductCard | None:
    """One public product by its public id."""
    found = cards(public_cards_query().where(Product.public_id == public_id))
    return found[0] if found else None


def cards(query: Select[*tuple[Any, ...]]) -> list[ProductCard]:
    """Run a cards query."""
    return read_cards(plain_rows(query))


def read_cards(rows: Iterable[Any]) -> list[ProductCard]:
    """Cards from rows of a cards query."""
    today, known = today_wib(), book()
    return [_card(tuple(row), known, today) for row in rows]


@lru_cache(maxsize=8_192)
def _card(row: tuple[Any, ...], known: Book, today: date) -> ProductCard:
    """The card of a row, made once for the same facts."""
    kind, unit = known.kind_by_id[row[_KIND]], known.unit_by_id[row[_KIND + 1]]
    labels = tuple(told(kind.rules, read_papers(row[-1]), today))
    facts: list[Any] = [*row[:_KIND], kind, unit, *row[_KIND + 2 : -2], read_picture(row[-2]), labels]
    return ProductCard(*facts)
