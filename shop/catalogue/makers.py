"""Public makers as a list shows them; two SELECTs however many there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from time import monotonic
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import ColumnElement, Engine, Integer, Select, bindparam, exists, func, or_, select

from shop.catalogue.book import book
from shop.catalogue.cards import Picture, first_picture, read_picture
from shop.catalogue.models import Product
from shop.catalogue.visibility import product_is_public, product_on_shelf
from shop.consent.queries import allowed
from shop.consent.types import Purpose
from shop.lib.pages import Page, decode_cursor, encode_cursor
from shop.platform.db import db, kept_rows, plain_rows
from shop.producers.models import Producer, Story
from shop.producers.public import MAKER_COLUMNS, PublicMaker
from shop.producers.types import StoryState
from shop.producers.visibility import producer_is_public, shown_portrait

PAGE = 24
_GOODS = 3
_MAKER = len(MAKER_COLUMNS)
_NEWEST = 2**62
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
    """A maker in a list; `portrait` and `quote` only with its consent."""

    producer: PublicMaker
    portrait: str | None
    quote: str | None
    quote_language: str | None
    pictures: tuple[Picture, ...]


def public_makers(wanted: MakerFilter, cursor: str | None = None, limit: int = PAGE) -> Page[MakerCard]:
    """Public makers, those who came last first; two SELECTs."""
    before = decode_cursor(cursor, int)
    rows = plain_rows(_listed(wanted), before=before[0] if before else _NEWEST, most=limit + 1)
    shown = rows[:limit]
    pictures = _newest_goods([row.id for row in shown])
    return Page(
        [
            MakerCard(
                PublicMaker(*row[:_MAKER]),
                row.portrait,
                row.quote,
                row.story_language if row.quote else None,
                tuple(pictures.get(row.id, ())),
            )
            for row in shown
        ],
        encode_cursor([shown[-1].id]) if len(rows) > limit else None,
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


@cache
def _everybody() -> Select[*tuple[Any, ...]]:
    query: Select[*tuple[Any, ...]] = (
        select(*MAKER_COLUMNS, shown_portrait().label("portrait"), Story.quote, Story.language.label("story_language"))
        .select_from(Producer)
        .outerjoin(Story, Story.id == newest_story())
        .where(producer_is_public(), Producer.id < bindparam("before"))
        .order_by(Producer.id.desc())
        .limit(bindparam("most", type_=Integer()))
    )
    return query


def _listed(wanted: MakerFilter) -> Select[*tuple[Any, ...]]:
    query = _everybody()
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
                    Product.producer_id == Producer.id, product_on_shelf(), Product.kind_id.in_(kinds)
                )
            )
        )
    return query if wanted.label_lines is None else query.where(wanted.label_lines)


def _newest_goods(producer_ids: Sequence[int]) -> dict[int, list[Picture]]:
    """Pictures of the newest public products of each maker."""
    found: dict[int, list[Picture]] = {}
    for producer_id, packed in kept_rows(_goods, makers=producer_ids) if producer_ids else ():
        picture = read_picture(packed)
        if picture is not None:
            found.setdefault(producer_id, []).append(picture)
    return found


@cache
def _goods() -> Select[*tuple[Any, ...]]:
    place = func.row_number().over(partition_by=Product.producer_id, order_by=Product.id.desc())
    newest = (
        select(Product.id, place.label("place"))
        .join(Producer, Producer.id == Product.producer_id)
        .where(Product.producer_id.in_(bindparam("makers", expanding=True)), product_is_public())
        .subquery()
    )
    query: Select[*tuple[Any, ...]] = (
        select(Product.producer_id, first_picture().label("picture"))
        .join(newest, newest.c.id == Product.id)
        .where(newest.c.place <= _GOODS)
        .order_by(newest.c.place)
    )
    return query


def public_maker(public_id: str) -> PublicMaker | None:
    """One public maker by its public id."""
    found = plain_rows(select(*MAKER_COLUMNS).where(Producer.public_id == public_id, producer_is_public()))
    return PublicMaker(*found[0]) if found else None
