"""Offices and partner agencies: added by those who run the site."""

from dataclasses import dataclass

from shop.accounts.models import Office, PartnerAgency
from shop.accounts.policies import may_manage_users
from shop.accounts.queries import read_phone
from shop.accounts.types import Actor, OfficeLevel, PartnerKind
from shop.audit.commands import record
from shop.lib.errors import Conflict, Invalid, require
from shop.lib.slugs import slugify
from shop.platform.db import db
from shop.platform.holding import refusing_twins
from shop.regions.queries import known_codes

_DOTS = {OfficeLevel.PROVINCE: 0, OfficeLevel.REGENCY: 1}


@dataclass(frozen=True, kw_only=True)
class OfficeFacts:
    """An office; the ministry reaches the whole country and has no region. ``slug`` is made from the name if empty."""

    name: str
    level: OfficeLevel
    region_code: str | None = None
    slug: str = ""
    phone: str | None = None
    email: str | None = None


def add_office(*, facts: OfficeFacts, parent: Office | None = None, actor: Actor) -> Office:
    """Add an office. Raises Invalid for a region that does not fit the level, Conflict for a slug in use."""
    require(may_manage_users(actor))
    _check_region(facts.region_code, dots=_DOTS.get(facts.level))
    slug = slugify(facts.slug or facts.name, "dinas")
    office = Office(
        slug=slug,
        name=facts.name,
        level=facts.level,
        region_code=facts.region_code,
        parent_id=parent.id if parent else None,
        phone=read_phone(facts.phone) if facts.phone else None,
        email=facts.email,
    )
    with refusing_twins(Conflict("slug_taken", "slug", slug=slug)):
        db.session.add(office)
    record(actor=actor, action="office.added", target=office, region_code=facts.region_code)
    return office


def add_agency(*, name: str, kind: PartnerKind, region_code: str | None, slug: str = "", actor: Actor) -> PartnerAgency:
    """Add a partner agency; without a region it works in the whole country. Raises as ``add_office``."""
    require(may_manage_users(actor))
    if region_code is not None:
        _check_region(region_code, dots=region_code.count("."))
    slug = slugify(slug or name, "mitra")
    agency = PartnerAgency(slug=slug, name=name, kind=kind, region_code=region_code)
    with refusing_twins(Conflict("slug_taken", "slug", slug=slug)):
        db.session.add(agency)
    record(actor=actor, action="agency.added", target=agency, region_code=region_code)
    return agency


def _check_region(code: str | None, *, dots: int | None) -> None:
    fits = code is None if dots is None else code is not None and code.count(".") == dots and bool(known_codes([code]))
    if not fits:
        raise Invalid("region_unfit", "region")
