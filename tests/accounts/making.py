"""Users for tests, made by the commands of the shop."""

from itertools import count

from shop.accounts import commands
from shop.accounts.commands import EmailChange, OwnProfile, Proof
from shop.accounts.commands.devices import Browser
from shop.accounts.commands.users import NewUser
from shop.accounts.models import Device, Office, PartnerAgency, User
from shop.accounts.types import SYSTEM, Actor, OfficeLevel, Role
from shop.lib.ids import token_hash
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


def make_proof(user: User, secret: str = PIN, code: str = "") -> Proof:
    """What the user shows at a session that was opened just now."""
    hashed = token_hash(commands.open_device(user=user, browser=HERE).token)
    return Proof(device=db.session.query(Device).filter_by(token_hash=hashed).one(), secret=secret, code=code)


def change_profile(user: User, *, name: str = "Sri Rahayu", phone: str = PHONE, email: str = "") -> EmailChange:
    """The user saves the own profile and shows to be its owner."""
    wanted = OwnProfile(name=name, phone=phone, email=email)
    return commands.change_profile(actor=Actor(user_id=user.id), wanted=wanted, proof=make_proof(user))


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
