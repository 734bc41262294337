"""Users and their sign-ins: secrets are thrown by the seed and hashed on all cores before anything is written."""

import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from shop.accounts import secrets, totp
from shop.accounts.models import User
from shop.accounts.types import SecretKind, UserStatus
from shop.demo.dice import Dice
from shop.demo.world import Account, World
from shop.lib.errors import Invalid

_CLOTHS = "kawung lurik parang truntum megamendung sekarjagad gedhog gringsing sidomukti lasem".split()
_COLOURS = "nila soga marun kunyit toska gading merah kelabu jingga hijau".split()
_TOOLS = "canting gawangan wajan pemidangan gunting jarum meteran bidal rader benang".split()
_SPARE = 12


def throw_pin(dice: Dice, phone: str | None) -> str:
    """A PIN that the shop would take."""
    while True:
        pin = f"{dice.randrange(10**6):06d}"
        try:
            secrets.check_secret(pin, phone=phone)
        except Invalid:
            continue
        return pin


def throw_password(dice: Dice) -> str:
    """A password that can be read out: three words and a number."""
    return "-".join((dice.choice(_TOOLS), dice.choice(_CLOTHS), dice.choice(_COLOURS), str(dice.randint(20, 99))))


def hashed(wanted: Iterable[str]) -> dict[str, str]:
    """The hash of each secret; takes seconds, so before the write transaction."""
    distinct = sorted(set(wanted))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(distinct, pool.map(secrets.make_hash, distinct), strict=True))


def pin_pool(dice: Dice, count: int) -> list[str]:
    """So many different PINs, and some to spare for those that lie in a phone number."""
    found: dict[str, None] = {}
    while len(found) < count + _SPARE:
        found[throw_pin(dice, None)] = None
    return list(found)


def password_pool(dice: Dice, count: int) -> list[str]:
    """So many different passwords."""
    found: dict[str, None] = {}
    while len(found) < count:
        found[throw_password(dice)] = None
    return list(found)


class Keyring:
    """Hands out the secrets that were hashed before."""

    def __init__(self, pins: list[str], passwords: list[str]) -> None:
        self.pins, self.passwords = pins, passwords

    def pin_for(self, phone: str | None) -> str:
        """A PIN that is not part of the phone number."""
        for pin in self.pins:
            try:
                secrets.check_secret(pin, phone=phone)
            except Invalid:
                continue
            self.pins.remove(pin)
            return pin
        raise LookupError("no PIN is left")

    def password(self) -> str:
        return self.passwords.pop()


def add_user(  # noqa: PLR0913 - each is a fact of the row
    world: World, name: str, *, phone: str | None, email: str | None, secret: str | None, code: str | None, days: int
) -> int:
    """Add a user who can sign in; with a TOTP secret a strong one. Returns its id."""
    created = world.ago(days)
    return world.rows.add(
        User,
        public_id=world.dice.public_id(),
        name=name,
        phone=phone,
        email=email,
        email_confirmed_at=created if email else None,
        phone_proved_at=created if phone else None,
        secret_hash=world.hashes[secret] if secret else None,
        secret_kind=SecretKind.PASSWORD if code else SecretKind.PIN,
        totp_secret=totp.kept(code) if code else None,
        status=UserStatus.ACTIVE,
        language="id",
        notice_settings={},
        created_at=created,
    )


def note(world: World, account: Account) -> None:
    """Write a sign-in down for the accounts file."""
    world.accounts.append(account)
