"""Office people for tests: signed in with a role, in the office of Bojonegoro (35.22) unless said otherwise."""

from itertools import count

from flask import Flask

from shop.accounts.models import Membership, Office, PartnerAgency, User
from shop.accounts.types import OfficeLevel, OfficeRole, PartnerKind, Role, SecretKind
from shop.lib.clock import today_wib
from shop.platform.db import db
from tests.factories import make_office, make_user
from tests.person import Person
from tests.web.signing_in import stay_signed_in

_numbers = count(1)
HOME = "35.22"
PROVINCE = "35"


def make_staff(role: Role, region: str | None = HOME) -> tuple[int, Office | None]:
    """A user with a role in an office of a region; administrators and partners have none."""
    level = OfficeLevel.REGENCY if region and "." in region else OfficeLevel.PROVINCE
    agency = make_agency(region) if role is Role.PARTNER else None
    office = None if agency or role is Role.ADMIN else make_office(region_code=region, level=level)
    user = make_user(secret_kind=SecretKind.PASSWORD, name=f"Petugas {next(_numbers)}")
    db.session.add(
        Membership(
            user_id=user.id,
            role=role,
            office_id=office.id if office else None,
            partner=agency,
            starts_on=today_wib(),
        )
    )
    db.session.flush()
    return user.id, office


def make_agency(region: str | None) -> PartnerAgency:
    """An agency that works with offices of a region."""
    agency = PartnerAgency(
        slug=f"mitra-{next(_numbers)}",
        name="Dinas Koperasi",
        kind=PartnerKind.COOPERATIVES_OFFICE,
        region_code=region,
    )
    db.session.add(agency)
    db.session.flush()
    return agency


def sign_in(app: Flask, role: Role, region: str | None = HOME) -> Person:
    """A browser in which a member of an office has passed password and code."""
    user_id, _office = make_staff(role, region)
    person = app.test_client()
    assert isinstance(person, Person)
    stay_signed_in(person, db.session.get_one(User, user_id))
    return person


def held(role: Role, region: str | None = HOME) -> OfficeRole:
    """A role as the actor carries it."""
    return OfficeRole(role, None, region)
