"""Reads of regions for forms and headings."""

from collections.abc import Sequence

from sqlalchemy import or_, select

from shop.platform.db import db
from shop.regions.models import Region, RegionLevel
from shop.regions.names import places


def districts_within(codes: Sequence[str] | None) -> dict[str, list[Region]]:
    """The kecamatan inside these regions (None: everywhere) by the name of their regency, in order of names."""
    query = select(Region).where(Region.level == RegionLevel.DISTRICT)
    if codes is not None:
        query = query.where(or_(*(_inside(code) for code in codes)) if codes else Region.code.is_(None))
    found: dict[str, list[Region]] = {}
    for region in db.session.scalars(query.order_by(Region.parent_code, Region.name, Region.code)):
        found.setdefault(places()[region.parent_code or ""].name, []).append(region)
    return found


def region(code: str) -> Region | None:
    """One region by its code."""
    return db.session.get(Region, code)


def _inside(code: str):  # type: ignore[no-untyped-def]  # a condition of SQLAlchemy
    return or_(Region.code == code, Region.code.startswith(f"{code}."))
