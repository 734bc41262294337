"""Users for tests, made by the commands of the shop."""

from itertools import count

from shop.accounts import commands
from shop.accounts.commands.devices import Browser
from shop.accounts.commands.users import NewUser
from shop.accounts.models import Office, PartnerAgency, User
from shop.accounts.types import SYSTEM, OfficeLevel, Role
from shop.platform.db import db

PIN = "739162"
PASSWORD = "kain lurik dan benang"
TOTP = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
PHONE = "+6281234567890"
HERE = Browser(label="Firefox, Android", address="192.0.2.7")
_numbers = count(1)


def make_user(
    *, name: str = "Sri Rahayu", phone: str = PHONE, email: str = "", secret: str | None = PIN, totp: str | None = None
) -> User:
    """A buyer or maker who signs in with a PIN."""
    user = commands.create_user(
        wanted=NewUser(name=name, phone=phone, email=email, secret=secret, totp=totp), actor=SYSTEM
    )
    db.session.commit()
    return user


def make_office(*, region: str | None = "35.22", level: OfficeLevel = OfficeLevel.REGENCY) -> Office:
    number = next(_numbers)
    office = Office(slug=f"dinas-{number}", name=f"Dinas Sosial {number}", level=level, region_code=region)
    db.session.add(office)
    db.session.flush()
    return office


def make_staff(
    *,
    role: Role = Role.CURATOR,
    email: str = "",
    totp: str | None = TOTP,
    office: Office | None = None,
    partner: PartnerAgency | None = None,
) -> User:
    """A user with a role, a password and, unless said otherwise, a second factor."""
    user = commands.create_user(
        wanted=NewUser(name="Wulan", email=email or f"staf{next(_numbers)}@contoh.example", secret=PASSWORD, totp=totp),
        actor=SYSTEM,
        strong=True,
    )
    place = None if role is Role.ADMIN else partner or office or make_office()
    commands.add_membership(user=user, role=role, place=place, actor=SYSTEM)
    db.session.commit()
    return user
