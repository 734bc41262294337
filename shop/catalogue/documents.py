"""Public products as documents of the search index, with the words by which people look for them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, func, select

from shop.catalogue.book import AttributeFacts, Book, KindFacts, book
from shop.catalogue.capacity import free_of
from shop.catalogue.full_weeks import NO_WEEKS, Weeks, full_weeks
from shop.catalogue.models import CapacityEntry, Photo, Product
from shop.catalogue.search_text import document_words, kind_words, vocabulary
from shop.catalogue.types import AttributeType, CapacityPeriod, PhotoState, StockMode
from shop.catalogue.visibility import product_is_public
from shop.lib.clock import month_start, now, today_wib
from shop.platform.db import db
from shop.platform.search_index import Document
from shop.producers.models import Producer
from shop.regions.names import places, written

BATCH = 2_000
_LONG_TEXT = 120
_MIX = 2_654_435_761
_COLUMNS = (
    Product.id,
    Product.producer_id,
    Product.name,
    Product.description,
    Product.kind_id,
    Product.unit_id,
    Product.unit_price,
    Product.moq,
    Product.lead_days,
    Product.capacity_per_month,
    Product.stock_mode,
    Product.stock_ready,
    Product.sold_out,
    Product.attributes,
    Product.customisation,
    Product.published_at,
    Product.last_confirmed_at,
    Producer.slug.label("producer_slug"),
    Producer.stall_name,
    Producer.skills,
    Producer.regency_code,
)


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands in other tables about the products of one batch."""

    known: Book
    photos: Mapping[int, int]
    entries: Mapping[int, CapacityEntry]
    weeks: Mapping[int, Weeks]
    choices: dict[tuple[str, str], Mapping[str, tuple[str, str]]] = field(default_factory=dict)

    def names_of(self, kind: KindFacts, fact: AttributeFacts) -> Mapping[str, tuple[str, str]]:
        """The names of the choices of a fact in both languages, gathered once a batch."""
        key = (kind.code, fact.code)
        if key not in self.choices:
            self.choices[key] = {one["code"]: (one["name_id"], one["name_en"]) for one in fact.choices}
        return self.choices[key]


def all_documents() -> Iterator[Document]:
    """Every public product, by id; reads in batches, so that a million fit in little memory."""
    last = 0
    while True:
        rows = db.session.execute(_public().where(Product.id > last).order_by(Product.id).limit(BATCH)).all()
        if not rows:
            return
        yield from _documents(rows)
        last = rows[-1].id


def documents_of(product_ids: Sequence[int]) -> list[Document]:
    """The public ones of these products."""
    rows = db.session.execute(_public().where(Product.id.in_(product_ids)).order_by(Product.id)).all()
    return list(_documents(rows))


def _public() -> Select[Any]:
    query: Select[Any] = select(*_COLUMNS).join(Producer, Producer.id == Product.producer_id).where(product_is_public())
    return query


def _documents(rows: Sequence[Any]) -> Iterator[Document]:
    ids = [row.id for row in rows]
    weeks = full_weeks({row.producer_id for row in rows}, today_wib())
    beside = _Beside(book(), _photo_counts(ids), _entries(ids), weeks)
    for row in rows:
        yield _document(row, beside)


def _photo_counts(ids: Sequence[int]) -> dict[int, int]:
    counted = (
        select(Photo.product_id, func.count())
        .where(Photo.product_id.in_(ids), Photo.state == PhotoState.READY)
        .group_by(Photo.product_id)
    )
    return {row[0]: row[1] for row in db.session.execute(counted)}


def _entries(ids: Sequence[int]) -> dict[int, CapacityEntry]:
    this_month = select(CapacityEntry).where(
        CapacityEntry.product_id.in_(ids),
        CapacityEntry.period == CapacityPeriod.MONTH,
        CapacityEntry.starts_on == month_start(today_wib()),
    )
    return {entry.product_id: entry for entry in db.session.scalars(this_month) if entry.product_id is not None}


def _document(row: Any, beside: _Beside) -> Document:
    kind, unit = beside.known.kind_by_id[row.kind_id], beside.known.unit_by_id[row.unit_id]
    free = _free(row, beside) * unit.factor
    place = places()[row.regency_code]
    category = beside.known.categories[kind.category]
    return Document(
        id=row.id,
        name=_words(row.name),
        kind_words=_kind_words(kind.code, kind.name_id, kind.name_en, category.name_id, category.name_en),
        attributes=" ".join(_kept(text) for text in _spoken(kind, row, beside)),
        producer_words=_kept(row.stall_name, row.skills),
        places=_place_words(row.regency_code),
        description=_words(row.description),
        kind=kind.code,
        category=kind.category,
        province=place.province,
        regency=row.regency_code,
        producer=row.producer_slug,
        stock=StockMode.READY if row.stock_mode is StockMode.READY and not row.sold_out else StockMode.MADE_TO_ORDER,
        base=unit.base,
        unit_price=row.unit_price,
        lead_days=row.lead_days,
        capacity_free=free,
        moq=row.moq * unit.factor,
        newest=int(row.published_at.timestamp()) if row.published_at else 0,
        quality=_quality(row, beside.photos.get(row.id, 0), free),
    )


def _free(row: Any, beside: _Beside) -> int:
    """Units that can be had this month; what nobody said counts as none, so that nothing is promised."""
    if row.sold_out:
        return 0
    ready = row.stock_ready if row.stock_mode is StockMode.READY else None
    free = free_of(row.capacity_per_month, beside.entries.get(row.id), beside.weeks.get(row.producer_id, NO_WEEKS))
    return max(free or 0, ready or 0)


def _quality(row: Any, photos: int, free: int) -> int:
    """0 to 1000: how well a listing serves buyers, with a share that mixes makers."""
    age = now() - row.last_confirmed_at
    points = 300 * bool(photos) + 40 * min(photos, 4) + 120 * (len(row.description) >= _LONG_TEXT)
    points += 80 * (row.unit_price is not None) + 60 * (free > 0) + 60 * (not row.sold_out)
    points += 120 * (age <= timedelta(days=30)) + 60 * (age <= timedelta(days=90))
    return int(points + (row.id * _MIX % (1 << 32)) * 40 // (1 << 32))


def _spoken(kind: KindFacts, row: Any, beside: _Beside) -> Iterator[str]:
    """The facts of a product and what can be changed on it, in both languages, each text by itself.

    A word that ends one text and begins the next is no doubled word: "Katun primisima", "Primisima cotton".
    """
    for fact in kind.attributes:
        value = row.attributes.get(fact.code)
        if value not in (None, "", [], False):
            yield from _fact_words(fact, value, beside.names_of(kind, fact))
    wanted = set(row.customisation)
    for way in kind.customisation:
        if way["code"] in wanted:
            yield from (way["name_id"], way["name_en"])


def _fact_words(fact: AttributeFacts, value: Any, names: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    if fact.type is AttributeType.BOOLEAN:
        yield from (fact.name_id, fact.name_en)
        return
    for one in value if isinstance(value, list) else [value]:
        yield from names.get(one, (f"{one} {fact.unit}",))


def _words(*texts: str) -> str:
    return document_words(*texts, vocabulary=vocabulary())


@lru_cache(maxsize=8_192)
def _kept(*texts: str) -> str:
    return _words(*texts)


@lru_cache(maxsize=1_024)
def _place_words(code: str) -> str:
    return _words(written(code))


@lru_cache(maxsize=256)
def _kind_words(code: str, *names: str) -> str:
    return kind_words(code, *names, vocabulary=vocabulary())
