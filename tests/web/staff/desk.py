"""Office people for tests: signed in with a role, in the office of Bojonegoro (35.22) unless said otherwise."""

from itertools import count

from flask import Flask

from shop.accounts.models import Membership, Office, User
from shop.accounts.types import OfficeLevel, OfficeRole, Role, SecretKind
from shop.lib.clock import today_wib
from shop.platform.db import db
from tests.factories import make_office, make_user
from tests.person import Person
from tests.web.signing_in import stay_signed_in

_numbers = count(1)
HOME = "35.22"
PROVINCE = "35"


def make_staff(role: Role, region: str | None = HOME) -> tuple[int, Office | None]:
    """A user with a role in an office of a region; administrators have none."""
    level = OfficeLevel.REGENCY if region and "." in region else OfficeLevel.PROVINCE
    office = None if role is Role.ADMIN else make_office(region_code=region, level=level)
    user = make_user(secret_kind=SecretKind.PASSWORD, name=f"Petugas {next(_numbers)}")
    db.session.add(
        Membership(user_id=user.id, role=role, office_id=office.id if office else None, starts_on=today_wib())
    )
    db.session.flush()
    return user.id, office


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
