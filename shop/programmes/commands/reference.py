"""The public labels that the shop starts from: one for the dinas of each province."""

from sqlalchemy import select

from shop.lib.slugs import slugify
from shop.platform.db import db
from shop.programmes.models import PublicLabel
from shop.regions.models import Region, RegionLevel


def sync_labels() -> int:
    """Add "Binaan Dinas Sosial Provinsi …" where a province has no label yet; returns how many."""
    known = set(db.session.scalars(select(PublicLabel.region_code)))
    provinces = db.session.scalars(select(Region).where(Region.level == RegionLevel.PROVINCE).order_by(Region.code))
    new = [province for province in provinces if province.code not in known]
    for province in new:
        db.session.add(
            PublicLabel(
                slug=slugify(f"dinas sosial {province.name}", province.code),
                name_id=f"Binaan Dinas Sosial Provinsi {province.name}",
                name_en=f"Trained by the {province.name} social affairs office",
                region_code=province.code,
            )
        )
    db.session.flush()
    return len(new)
