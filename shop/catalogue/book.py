"""The reference data as one snapshot in memory: kinds, categories, units; read again every half minute."""

from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, select

from shop.catalogue.models import Category, Kind, KindAttribute, KindUnit, Unit
from shop.catalogue.types import AttributeType, UnitBase
from shop.platform.db import db

_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class UnitFacts:
    id: int
    code: str
    name_id: str
    name_en: str
    plural_en: str
    base: UnitBase
    factor: int


@dataclass(frozen=True, slots=True)
class AttributeFacts:
    code: str
    name_id: str
    name_en: str
    type: AttributeType
    unit: str
    choices: tuple[Mapping[str, str], ...]
    required: bool
    max_length: int


@dataclass(frozen=True, slots=True, eq=False)
class KindFacts:
    """A kind as one snapshot knew it: equal only to itself, so that what follows from it can be kept."""

    id: int
    code: str
    slug: str
    name_id: str
    name_en: str
    category: str
    default_unit: UnitFacts
    units: tuple[UnitFacts, ...]
    rules: Mapping[str, Any]
    customisation: tuple[Mapping[str, str], ...]
    attributes: tuple[AttributeFacts, ...]
    active: bool


@dataclass(frozen=True, slots=True)
class CategoryFacts:
    id: int
    slug: str
    name_id: str
    name_en: str
    intro_id: str
    intro_en: str
    picture: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Book:
    """Everything that pages need to know about kinds without asking the database; equal only to itself."""

    units: Mapping[str, UnitFacts]
    kinds: Mapping[str, KindFacts]
    categories: Mapping[str, CategoryFacts]
    unit_by_id: Mapping[int, UnitFacts]
    kind_by_id: Mapping[int, KindFacts]


_books: WeakKeyDictionary[Engine, tuple[float, Book]] = WeakKeyDictionary()
_last: dict[str, Book] = {}


def book() -> Book:
    """The snapshot of this database; at most half a minute old."""
    engine = db.engine
    kept = _books.get(engine)
    if kept is None or monotonic() - kept[0] > _SECONDS or not kept[1].kinds:
        kept = (monotonic(), _the_same_as_last(_read()))
        _books[engine] = kept
    return kept[1]


def _the_same_as_last(fresh: Book) -> Book:
    """The book that was read last where this one says the same: what was worked out from that one stays good."""
    told = repr(fresh)
    if told not in _last:
        _last.clear()
    return _last.setdefault(told, fresh)


def _read() -> Book:
    units = {unit.id: _unit(unit) for unit in db.session.scalars(select(Unit).order_by(Unit.id))}
    categories = db.session.scalars(select(Category).order_by(Category.position, Category.id)).all()
    slugs = {category.id: category.slug for category in categories}
    attributes = _by_kind(select(KindAttribute).order_by(KindAttribute.position, KindAttribute.id))
    allowed = _by_kind(select(KindUnit).order_by(KindUnit.id))
    kinds = {}
    for kind in db.session.scalars(select(Kind).order_by(Kind.position, Kind.id)):
        kinds[kind.id] = KindFacts(
            kind.id,
            kind.code,
            kind.slug,
            kind.name_id,
            kind.name_en,
            slugs[kind.category_id],
            units[kind.default_unit_id],
            tuple(units[row.unit_id] for row in allowed.get(kind.id, ())),
            kind.rules,
            tuple(kind.customisation),
            tuple(_attribute(row) for row in attributes.get(kind.id, ())),
            kind.active,
        )
    return Book(
        units={unit.code: unit for unit in units.values()},
        kinds={kind.code: kind for kind in kinds.values()},
        categories={row.slug: _category(row, kinds.values()) for row in categories},
        unit_by_id=units,
        kind_by_id=kinds,
    )


def _by_kind(query: Any) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in db.session.scalars(query):
        found.setdefault(row.kind_id, []).append(row)
    return found


def _unit(row: Unit) -> UnitFacts:
    return UnitFacts(row.id, row.code, row.name_id, row.name_en, row.plural_en, row.base, row.factor)


def _attribute(row: KindAttribute) -> AttributeFacts:
    choices = tuple(row.choices)
    return AttributeFacts(row.code, row.name_id, row.name_en, row.type, row.unit, choices, row.required, row.max_length)


def _category(row: Category, kinds: Any) -> CategoryFacts:
    own = tuple(kind.code for kind in kinds if kind.category == row.slug)
    return CategoryFacts(row.id, row.slug, row.name_id, row.name_en, row.intro_id, row.intro_en, row.picture, own)
