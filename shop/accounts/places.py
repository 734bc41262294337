"""Reads of offices and partner agencies as places where somebody holds a role."""

from collections.abc import Sequence

from sqlalchemy import select

from shop.accounts.models import Office, PartnerAgency
from shop.platform.db import db


def all_offices() -> Sequence[Office]:
    """Every office by name."""
    return db.session.scalars(select(Office).order_by(Office.name, Office.id)).all()


def all_agencies() -> Sequence[PartnerAgency]:
    """Every partner agency by name."""
    return db.session.scalars(select(PartnerAgency).order_by(PartnerAgency.name, PartnerAgency.id)).all()


def office_by_slug(slug: str) -> Office | None:
    return db.session.scalar(select(Office).where(Office.slug == slug))


def agency_by_slug(slug: str) -> PartnerAgency | None:
    return db.session.scalar(select(PartnerAgency).where(PartnerAgency.slug == slug))
