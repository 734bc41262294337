"""PINs and passwords: how they are kept, compared and chosen."""

import re
import unicodedata
from datetime import date
from itertools import pairwise

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from shop.accounts.types import SecretKind
from shop.lib.errors import Invalid

PIN_LENGTH = 6
SHORTEST_PASSWORD = 12
LONGEST_SECRET = 200
_RUN_LENGTH = 4
_OLDEST_YEAR, _NEWEST_YEAR = 1930, 2029

# OWASP Password Storage: argon2id with 19 MiB, two passes, one lane.
_hasher = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1, hash_len=32, salt_len=16)
# A hash of nobody's secret with these very parameters, so that an unknown account costs the same time.
DUMMY_HASH = "$argon2id$v=19$m=19456,t=2,p=1$cMnJJ497JX0T1uNpeYJpSQ$I4VfTX2ujQEIchGnYfECVa5iA/8KoZvLM7Pov13UxT8"

_COMMON_PINS = frozenset(
    "112233 121212 123123 123321 131313 147258 147369 159357 159753 171717 192837 202020 212121 223344 232323 246810 "
    "252525 258456 321321 332211 369258 420420 456123 456789 520520 654123 741852 753951 789456 852456 963852 987654 "
    "170845 080808 102030 010203 135790 246824 135246 112358 314159".split()
)
_COMMON_PASSWORDS = frozenset(
    "password password1 passw0rd qwertyuiop qwerty qwerty123 1q2w3e4r5t 1q2w3e4r rahasia katasandi sandi admin "
    "administrator indonesia bismillah sayang sayangku cintaku iloveyou letmein welcome selamatdatang jakarta surabaya "
    "garuda merdeka pancasila dinassosial kemensos lapakarya asdfghjkl zxcvbnm abcdefgh abcdef aku cinta kamu".split()
)
_FILLING = re.compile(r"[\W\d_]+")


def make_hash(secret: str) -> str:
    """An argon2id hash to store; takes tens of milliseconds, so never inside a write transaction."""
    return _hasher.hash(_plain(secret))


def read_secret(text: str) -> str:
    """What was typed as a secret; a PIN may be written in groups, as on the paper that it was handed over on."""
    squeezed = re.sub(r"[\s\-]", "", text)
    return squeezed if len(text) < SHORTEST_PASSWORD and re.fullmatch(r"[0-9]{6}", squeezed) else text


def is_secret(stored: str | None, secret: str) -> bool:
    """Whether the secret fits the stored hash; without one the same work is done for nothing."""
    try:
        _hasher.verify(stored or DUMMY_HASH, _plain(secret)[:LONGEST_SECRET])
    except (VerificationError, InvalidHashError):
        return False
    return stored is not None


def wants_rehash(stored: str) -> bool:
    """Whether a stored hash was made with other parameters than today's."""
    return _hasher.check_needs_rehash(stored)


def check_secret(
    secret: str, *, phone: str | None = None, email: str | None = None, strong: bool = False, field: str = "secret"
) -> SecretKind:
    """Which kind of secret this is; raises Invalid with the reason why it cannot be chosen.

    Six digits are a PIN, anything else a password. With ``strong`` (staff, partners, administrators) no PIN is taken.
    """
    text = _plain(secret)
    code = (
        _fault_of_password(text, email) if strong or not re.fullmatch("[0-9]{6}", text) else _fault_of_pin(text, phone)
    )
    if code:
        raise Invalid(code, field)
    return SecretKind.PIN if re.fullmatch("[0-9]{6}", text) else SecretKind.PASSWORD


def _plain(secret: str) -> str:
    """One spelling for letters that can be typed in two ways; spaces around come from pasting."""
    return unicodedata.normalize("NFKC", secret).strip()


def _fault_of_pin(pin: str, phone: str | None) -> str | None:
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    if len(set(pin)) <= 2 or (len(steps) == 1) or pin in _COMMON_PINS or pin[:3] in (pin[3:], pin[:2:-1]):
        return "pin_too_common"
    if _is_birthday(pin):
        return "pin_like_date"
    if phone and any(pin[start : start + _RUN_LENGTH] in phone for start in range(PIN_LENGTH - _RUN_LENGTH + 1)):
        return "pin_in_phone"
    return None


def _is_birthday(pin: str) -> bool:
    """Day, month and short year in any usual order, or a year with a month or twice two digits beside it."""
    first, second, third = int(pin[:2]), int(pin[2:4]), int(pin[4:])
    orders = ((third, second, first), (first, second, third), (third, first, second))
    if any(_is_day(year, month, day) for year, month, day in orders):
        return True
    years = ((int(pin[:4]), third), (int(pin[2:]), first))
    return any(_OLDEST_YEAR <= year <= _NEWEST_YEAR and 1 <= month <= 12 for year, month in years)


def _is_day(short_year: int, month: int, day: int) -> bool:
    try:
        date(2000 + short_year if short_year % 4 == 0 else 1900 + short_year, month, day)
    except ValueError:
        return False
    return True


def _fault_of_password(password: str, email: str | None) -> str | None:
    if len(password) < SHORTEST_PASSWORD:
        return "password_too_short"
    if len(password) > LONGEST_SECRET:
        return "password_too_long"
    core = _FILLING.sub("", password).casefold()
    if core in _COMMON_PASSWORDS or len(set(password)) < 5 or _is_counting(password):
        return "password_too_common"
    if email and (email.casefold() in password.casefold() or core == _FILLING.sub("", email.partition("@")[0])):
        return "password_is_login"
    return None


def _is_counting(password: str) -> bool:
    """123456789012 and the like: digits that go up or down by one all the way."""
    if not password.isdecimal():
        return False
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(password)}
    return len(steps) == 1
