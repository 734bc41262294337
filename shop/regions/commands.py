"""Loading of the regions."""

from sqlalchemy import insert, select

from shop.platform.db import db
from shop.regions.models import Region
from shop.regions.reading import read_regions


def sync_regions() -> int:
    """Add regions that are missing, parents first; returns how many."""
    rows = [
        {"code": row.code, "name": row.name, "level": row.level, "parent_code": row.parent} for row in read_regions()
    ]
    known = set(db.session.scalars(select(Region.code)))
    missing = [row for row in rows if row["code"] not in known]
    if missing:
        db.session.execute(insert(Region), missing)
    return len(missing)
