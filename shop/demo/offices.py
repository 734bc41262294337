"""Offices with their staff, companions, partner agencies and agreements, administrators."""

from typing import Any

from shop.accounts.models import Agreement, Membership, Office, PartnerAgency
from shop.accounts.types import Role
from shop.demo.content import content
from shop.demo.names import Names
from shop.demo.people import Keyring, add_user, note
from shop.demo.world import Account, World
from shop.producers.models import Companion

ADMINISTRATORS = 2
_LOGINS = {
    Role.CURATOR: "kurator",
    Role.OFFICER: "petugas",
    Role.PROVINCIAL: "provinsi",
    Role.HEAD: "kepala",
}


def _roles(level: str) -> list[Role]:
    return [role for role in _LOGINS if role is not Role.PROVINCIAL or level == "province"]


def strong_logins() -> int:
    """How many passwords the offices, partners and administrators need."""
    staff = sum(len(_roles(office["level"])) for office in content("offices"))
    return staff + len(content("partners")["partners"]) + ADMINISTRATORS


def add_offices(world: World, keys: Keyring, names: Names) -> None:
    """The nine offices, parents first, each with its staff; and the administrators."""
    for facts in content("offices"):
        world.offices[facts["slug"]] = world.rows.add(
            Office,
            public_id=world.dice.public_id(),
            slug=facts["slug"],
            name=facts["name"],
            level=facts["level"],
            region_code=facts["region_code"],
            parent_id=world.offices[facts["parent"]] if facts["parent"] else None,
            phone=facts["phone"],
            email=facts["email"],
        )
        for role in _roles(facts["level"]):
            short = facts["slug"].removeprefix("dinsos-")
            email = f"{_LOGINS[role]}.{short}@contoh.example"
            user = _strong(world, keys, names.next(), email, role, office=facts["slug"])
            world.staff[facts["slug"], role] = user
    for number in range(1, ADMINISTRATORS + 1):
        _strong(world, keys, names.next(), f"admin{number}@contoh.example", Role.ADMIN)


def _strong(  # noqa: PLR0913 - each is a fact of the membership
    world: World,
    keys: Keyring,
    name: str,
    email: str,
    role: Role,
    *,
    office: str | None = None,
    partner: int | None = None,
) -> int:
    """A user with a role, a password and a second factor."""
    secret, code, days = keys.password(), world.dice.totp_secret(), world.dice.randint(400, 900)
    user = add_user(world, name, phone=None, email=email, secret=secret, code=code, days=days)
    world.rows.add(
        Membership,
        user_id=user,
        role=role,
        office_id=world.offices[office] if office else None,
        partner_id=partner,
        starts_on=world.day(-days),
        ends_on=None,
    )
    note(world, Account(str(role), email, secret, code, name, office=office))
    return user


def add_partners(world: World, keys: Keyring) -> None:
    """The partner agencies, each with a person who signs in, and the agreements."""
    listed = content("partners")
    for facts in listed["partners"]:
        world.partners[facts["slug"]] = partner = world.rows.add(
            PartnerAgency,
            public_id=world.dice.public_id(),
            slug=facts["slug"],
            name=facts["name"],
            kind=facts["kind"],
            region_code=facts["region_code"],
        )
        _strong(world, keys, facts["contact_name"], facts["email"], Role.PARTNER, partner=partner)
    for facts in listed["agreements"]:
        world.rows.add(
            Agreement,
            public_id=world.dice.public_id(),
            office_id=world.offices[facts["office"]],
            partner_id=world.partners[facts["partner"]],
            number=facts["number"],
            subject=facts["subject"],
            starts_on=world.day(-facts["starts_days_ago"]),
            ends_on=world.day(facts["ends_in_days"]),
            file_key=None,
        )


def add_companions(world: World, keys: Keyring) -> dict[int, tuple[int, list[dict[str, Any]]]]:
    """The companions; returns of each its id and the makers that it helps."""
    found: dict[int, tuple[int, list[dict[str, Any]]]] = {}
    for facts in content("companions"):
        secret = keys.pin_for(facts["phone"])
        user = add_user(
            world, facts["name"], phone=facts["phone"], email=facts["email"], secret=secret, code=None, days=700
        )
        companion = world.rows.add(
            Companion,
            public_id=world.dice.public_id(),
            user_id=user,
            office_id=world.offices[facts["office"]],
            type=facts["type"],
            active=True,
        )
        found[facts["number"]] = companion, facts["producers"]
        note(world, Account("companion", facts["phone"], secret, None, facts["name"], office=facts["office"]))
        for helped in facts["producers"]:
            world.companion_of.setdefault(helped["producer"], user)
            world.helpers.setdefault(helped["producer"], companion)
    return found
