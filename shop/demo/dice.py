"""Chance with a seed: the same seed throws the same ids, names and days."""

import random
from collections.abc import Sequence
from typing import TypeVar

from shop.lib.ids import CROCKFORD, PUBLIC_ID_BITS, PUBLIC_ID_LENGTH

_LETTERS = CROCKFORD.lower()
_BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_TOTP_LENGTH = 32
Thing = TypeVar("Thing")


class Dice(random.Random):
    """Everything that the example shop leaves to chance; never used for keys that guard anything real."""

    def public_id(self) -> str:
        """As `new_public_id`, but the same for the same seed."""
        number = self.getrandbits(PUBLIC_ID_BITS)
        return "".join([_LETTERS[(number >> shift) & 31] for shift in range(5 * (PUBLIC_ID_LENGTH - 1), -1, -5)])

    def letters(self, count: int) -> str:
        """So many Crockford letters and digits."""
        return "".join(self.choices(CROCKFORD, k=count))

    def reference(self) -> str:
        """A number of an inquiry or a complaint, PM-XXXX-XXXX."""
        return f"PM-{self.letters(4)}-{self.letters(4)}"

    def totp_secret(self) -> str:
        """A base32 secret of 160 bits."""
        return "".join(self.choices(_BASE32, k=_TOTP_LENGTH))

    def happens(self, share: float) -> bool:
        """Whether something of this probability happens now."""
        return self.random() < share

    def turn(self, things: Sequence[Thing], number: int) -> Thing:
        """The things one after the other, round and round."""
        return things[number % len(things)]
