"""Reference data of the catalogue: units, categories, kinds; added once, then staff's to edit."""

from typing import Any

from sqlalchemy import select

from shop.catalogue.models import Category, Kind, KindAttribute, KindUnit, Unit
from shop.catalogue.reference import read_reference
from shop.catalogue.types import AttributeType, UnitBase
from shop.platform.db import db

_RULES = (
    "price_bases",
    "price_band",
    "moq_band",
    "lead_band",
    "capacity_band",
    "honesty",
    "papers",
    "statements",
    "flagged_words",
)


def sync_catalogue() -> int:
    """Add units, categories and kinds that are missing; returns how many rows were added."""
    return _sync_units() + _sync_categories() + _sync_kinds()


def _sync_units() -> int:
    known = set(db.session.scalars(select(Unit.code)))
    new = [row for row in read_reference("units") if row["code"] not in known]
    for row in new:
        db.session.add(Unit(**{**row, "base": UnitBase(row["base"])}))
    db.session.flush()
    return len(new)


def _sync_categories() -> int:
    known = set(db.session.scalars(select(Category.slug)))
    new = [row for row in read_reference("categories") if row["slug"] not in known]
    for row in new:
        db.session.add(
            Category(
                slug=row["slug"],
                name_id=row["name_id"],
                name_en=row["name_en"],
                intro_id=row["description_id"],
                intro_en=row["description_en"],
                picture=row["picture"],
                position=row["position"],
            )
        )
    db.session.flush()
    return len(new)


def _sync_kinds() -> int:
    known = set(db.session.scalars(select(Kind.code)))
    units: dict[str, int] = dict(db.session.execute(select(Unit.code, Unit.id)).all())
    categories: dict[str, int] = dict(db.session.execute(select(Category.slug, Category.id)).all())
    new = [row for row in read_reference("kinds") if row["code"] not in known]
    for row in new:
        kind = Kind(
            code=row["code"],
            slug=row["slug"],
            name_id=row["name_id"],
            name_en=row["name_en"],
            category_id=categories[row["category"]],
            default_unit_id=units[row["unit"]],
            rules={name: row[name] for name in _RULES if name in row},
            customisation=row["customisation"],
            position=row["position"],
        )
        db.session.add(kind)
        db.session.flush()
        db.session.add_all(KindUnit(kind_id=kind.id, unit_id=units[code]) for code in row["units"])
        db.session.add_all(_attribute(kind.id, position, fact) for position, fact in enumerate(row["attributes"]))
    db.session.flush()
    return len(new)


def _attribute(kind_id: int, position: int, fact: dict[str, Any]) -> KindAttribute:
    return KindAttribute(
        kind_id=kind_id,
        code=fact["code"],
        name_id=fact["name_id"],
        name_en=fact["name_en"],
        type=AttributeType(fact["type"]),
        unit=fact["unit"] or "",
        choices=fact["choices"],
        required=fact["required"],
        max_length=fact["max_length"] or 120,
        position=position,
    )
