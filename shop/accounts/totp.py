"""Time-based one-time codes (RFC 6238): secrets kept encrypted, each step usable once."""

import re

import pyotp

from shop.lib.clock import now
from shop.platform.crypt import decrypt, encrypt

STEP_SECONDS = 30
_DRIFT = (0, -1, 1)  # a phone's clock may be half a minute off
_DIGITS = re.compile("[0-9]{6}")


def new_secret() -> str:
    """A fresh base32 secret of 160 bits, encrypted for storing."""
    return encrypt(pyotp.random_base32())


def kept(secret: str) -> str:
    """A base32 secret from elsewhere (a command, the example shop), encrypted for storing."""
    return encrypt(secret)


def shown(stored: str) -> str:
    """The base32 secret itself, for the person who types it into an app."""
    return decrypt(stored)


def address(stored: str, *, account: str, shop: str) -> str:
    """The otpauth:// address that a QR code carries."""
    return pyotp.TOTP(decrypt(stored)).provisioning_uri(name=account, issuer_name=shop)


def matching_step(stored: str, code: str, last_step: int | None) -> int | None:
    """The time step that a code belongs to, if it is right and later than the last one used; else None."""
    typed = "".join(code.split())
    if not _DIGITS.fullmatch(typed):
        return None
    generator = pyotp.TOTP(decrypt(stored))
    present = int(now().timestamp()) // STEP_SECONDS
    for drift in _DRIFT:
        step = present + drift
        if (last_step is None or step > last_step) and pyotp.utils.strings_equal(generator.generate_otp(step), typed):
            return step
    return None
