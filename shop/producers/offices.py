"""The office of a maker, and of a place: whom buyers are led to and who is asked where nobody else is."""

from sqlalchemy import select

from shop.accounts.models import Office
from shop.platform.db import db
from shop.producers.models import Producer


def office_of(producer: Producer) -> Office | None:
    """The office that keeps a maker, else the one of its place."""
    return producer.office or office_of_region(producer.regency_code)


def office_phone(producer: Producer) -> str | None:
    """The number of a maker's office, else of the one above it."""
    office = office_of(producer)
    if office is None or office.phone or office.parent_id is None:
        return office.phone if office else None
    return db.session.scalars(select(Office.phone).where(Office.id == office.parent_id)).one()


def office_of_region(region_code: str) -> Office | None:
    """The office of a regency, else of its province; of several the first that was made."""
    codes = [region_code, region_code.partition(".")[0]]
    rows = db.session.scalars(select(Office).where(Office.region_code.in_(codes)).order_by(Office.id.desc()))
    found = {office.region_code: office for office in rows}
    return next((found[code] for code in codes if code in found), None)
