"""Reads of regions."""

from collections.abc import Iterable, Sequence

from sqlalchemy import or_, select

from shop.platform.db import db
from shop.regions.models import Region, RegionLevel
from shop.regions.names import places


def known_codes(codes: Iterable[str]) -> set[str]:
    """Those of the codes that name a region."""
    wanted = list(codes)
    return set(db.session.scalars(select(Region.code).where(Region.code.in_(wanted)))) if wanted else set()


def children(parent: str | None) -> Sequence[Region]:
    """The regions directly below one; of None the provinces."""
    query = select(Region).where(Region.parent_code == parent) if parent else select(Region)
    if parent is None:
        query = query.where(Region.level == RegionLevel.PROVINCE)
    return db.session.scalars(query.order_by(Region.code)).all()


def districts_within(codes: Sequence[str] | None) -> dict[str, list[Region]]:
    """The kecamatan inside these regions (None: everywhere) by the name of their regency, in order of names."""
    query = select(Region).where(Region.level == RegionLevel.DISTRICT)
    if codes is not None:
        inside = [or_(Region.code == code, Region.code.startswith(f"{code}.")) for code in codes]
        query = query.where(or_(*inside) if inside else Region.code.is_(None))
    found: dict[str, list[Region]] = {}
    for region in db.session.scalars(query.order_by(Region.parent_code, Region.name, Region.code)):
        found.setdefault(places()[region.parent_code or ""].name, []).append(region)
    return found
