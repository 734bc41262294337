"""Public makers as a list shows them; three SELECTs however many there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import ColumnElement, Engine, Select, exists, func, or_, select

from shop.catalogue.book import book
from shop.catalogue.cards import Picture, first_pictures
from shop.catalogue.models import Product
from shop.catalogue.types import ProductStatus
from shop.catalogue.visibility import product_is_public
from shop.consent.queries import allowed
from shop.consent.types import Purpose
from shop.lib.pages import Page, decode_cursor, encode_cursor
from shop.platform.db import db
from shop.producers.models import Producer, Story
from shop.producers.types import StoryState
from shop.producers.visibility import producer_is_public

PAGE = 24
_GOODS = 3
_SECONDS = 30.0
_provinces: WeakKeyDictionary[Engine, tuple[float, list[str]]] = WeakKeyDictionary()


@dataclass(frozen=True)
class MakerFilter:
    """What the list of makers is narrowed to; several of one sort mean any of them."""

    provinces: Sequence[str] = ()
    regencies: Sequence[str] = ()
    kinds: Sequence[str] = ()
    label_lines: ColumnElement[bool] | None = None


@dataclass(frozen=True, slots=True)
class MakerCard:
    """A maker in a list; `quote` only with its consent."""

    producer: Producer
    quote: str | None
    quote_language: str | None
    pictures: tuple[Picture, ...]


def public_makers(wanted: MakerFilter, cursor: str | None = None, limit: int = PAGE) -> Page[MakerCard]:
    """Public makers, those who came last first; three SELECTs."""
    query = _listed(wanted)
    before = decode_cursor(cursor, int)
    if before:
        query = query.where(Producer.id < before[0])
    rows = db.session.execute(query.order_by(Producer.id.desc()).limit(limit + 1)).all()
    further = encode_cursor([rows[limit - 1][0].id]) if len(rows) > limit else None
    goods = _newest_goods([row[0].id for row in rows[:limit]])
    pictures = first_pictures(one.id for one in goods)
    return Page(
        [
            MakerCard(
                producer,
                quote,
                language if quote else None,
                tuple(pictures[one.id] for one in goods if one.producer_id == producer.id and one.id in pictures),
            )
            for producer, quote, language in rows[:limit]
        ],
        further,
    )


def provinces_with_makers() -> list[str]:
    """Codes of the provinces that have public makers; asked at most every half minute."""
    kept = _provinces.get(db.engine)
    if kept is None or monotonic() - kept[0] > _SECONDS:
        codes = db.session.scalars(select(Producer.regency_code).where(producer_is_public()).distinct())
        kept = (monotonic(), sorted({code.partition(".")[0] for code in codes}))
        _provinces[db.engine] = kept
    return kept[1]


def newest_story() -> Any:
    """The id of the story that a maker shows, for a query on Producer: the newest published one, with consent."""
    return (
        select(func.max(Story.id))
        .where(
            Story.producer_id == Producer.id,
            Story.state == StoryState.PUBLISHED,
            allowed(Producer.public_id, Purpose.STORY),
        )
        .correlate(Producer)
        .scalar_subquery()
    )


def _listed(wanted: MakerFilter) -> Select[*tuple[Any, ...]]:
    query: Select[*tuple[Any, ...]] = (
        select(Producer, Story.quote, Story.language)
        .select_from(Producer)
        .outerjoin(Story, Story.id == newest_story())
        .where(producer_is_public())
    )
    places = [Producer.regency_code.startswith(f"{code}.") for code in wanted.provinces]
    if wanted.regencies:
        places.append(Producer.regency_code.in_(wanted.regencies))
    if places:
        query = query.where(or_(*places))
    if wanted.kinds:
        kinds = [kind.id for code in wanted.kinds if (kind := book().kinds.get(code))]
        query = query.where(
            exists(
                select(Product.id).where(
                    Product.producer_id == Producer.id,
                    Product.status == ProductStatus.PUBLISHED,
                    Product.papers_in_order,
                    Product.kind_id.in_(kinds),
                )
            )
        )
    return query if wanted.label_lines is None else query.where(wanted.label_lines)


def _newest_goods(producer_ids: Sequence[int]) -> Sequence[Any]:
    """Ids of the newest public products of each maker."""
    if not producer_ids:
        return []
    place = func.row_number().over(partition_by=Product.producer_id, order_by=Product.id.desc())
    newest = (
        select(Product.id, Product.producer_id, place.label("place"))
        .join(Producer, Producer.id == Product.producer_id)
        .where(Product.producer_id.in_(producer_ids), product_is_public())
        .subquery()
    )
    return db.session.execute(
        select(newest.c.id, newest.c.producer_id).where(newest.c.place <= _GOODS).order_by(newest.c.place)
    ).all()


def public_maker(public_id: str) -> Producer | None:
    """One public maker by its public id."""
    return db.session.scalar(select(Producer).where(Producer.public_id == public_id, producer_is_public()))
