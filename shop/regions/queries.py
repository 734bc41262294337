"""Reads of regions for forms and headings."""

from collections.abc import Iterable, Sequence

from sqlalchemy import or_, select

from shop.platform.db import db
from shop.regions.models import Region, RegionLevel


def districts_within(codes: Sequence[str] | None) -> dict[str, list[Region]]:
    """The kecamatan inside these regions (None: everywhere) by the name of their regency, in order of names."""
    query = select(Region).where(Region.level == RegionLevel.DISTRICT)
    if codes is not None:
        query = query.where(or_(*(_inside(code) for code in codes)) if codes else Region.code.is_(None))
    names = region_names(None)
    found: dict[str, list[Region]] = {}
    for region in db.session.scalars(query.order_by(Region.parent_code, Region.name, Region.code)):
        found.setdefault(names[region.parent_code or ""], []).append(region)
    return found


def region_names(codes: Iterable[str] | None) -> dict[str, str]:
    """Names by code of these regions; None: of all provinces and regencies."""
    query = select(Region.code, Region.name)
    query = query.where(Region.level != RegionLevel.DISTRICT if codes is None else Region.code.in_(list(codes)))
    return dict(db.session.execute(query).tuples().all())


def region(code: str) -> Region | None:
    """One region by its code."""
    return db.session.get(Region, code)


def _inside(code: str):  # type: ignore[no-untyped-def]  # a condition of SQLAlchemy
    return or_(Region.code == code, Region.code.startswith(f"{code}."))
