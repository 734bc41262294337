"""Indonesian mobile numbers: every usual spelling in, one out; and the way to WhatsApp."""

import re
from collections.abc import Mapping
from itertools import accumulate
from urllib.parse import quote

import phonenumbers
from phonenumbers import NumberParseException

from shop.lib.errors import Invalid
from shop.lib.typed import without_unseen

COUNTRY_CODE = 62
SHORTEST = 9
LONGEST = 12  # digits behind +62

_SPELLING = re.compile(r"\+?[0-9\s().\-/\u2010-\u2015]*")
# Numbers of the example shop: +62000 and seven digits, which no network connects.
_DEMO = re.compile(r"(?:62|0)?000([0-9]{7})")

# In a text: 08 and an operator's digits in one, +62 with or without a gap before the 8; then groups as people write
# them. Sizes, dates, prices, standards (SNI 08-0276) and numbers of decrees (0812/35/2026) are written otherwise.
_GAP = r"(?:[^\S\n]|[.()\-\u2010-\u2015]){1,3}"
_WRITTEN = re.compile(
    rf"(?<![0-9])(?=(?P<way>(?:\+|00)62(?:{_GAP})?(?:0{_GAP})?|62|0)(?P<own>8[1-35-9][0-9]+(?:{_GAP}[0-9]+)*))"
)
_SHORTEST_GROUP = 3
_NIB_BEFORE = re.compile(r"\bNIB\b[^0-9]{0,12}$", re.IGNORECASE)  # a business number: thirteen digits, any first ones
_NIB_DIGITS = 13


def parse_phone(text: str, *, demo: bool = False) -> str:
    """The number as +62812...; raises Invalid: phone_invalid, phone_too_short or phone_not_mobile.

    With demo, the numbers of the example shop (+62000 and seven digits) are taken too.
    """
    typed = text.strip()
    if not _SPELLING.fullmatch(typed):
        raise Invalid("phone_invalid")
    digits = re.sub("[^0-9]", "", typed)
    example = _DEMO.fullmatch(digits) if demo else None
    if example:
        return f"+62000{example[1]}"
    # Without a plus, 62812... could also be a landline of Sumatra (0628) with its zero left out.
    number = _parsed(f"+{digits}" if typed.startswith("+") or digits.startswith("62") else digits)
    national = str(number.national_number)
    if number.country_code != COUNTRY_CODE or not national.startswith("8"):
        raise Invalid("phone_not_mobile")
    if len(national) < SHORTEST:
        raise Invalid("phone_too_short")
    if len(national) > LONGEST:
        raise Invalid("phone_invalid")
    return f"+62{national}"


def _parsed(digits: str) -> phonenumbers.PhoneNumber:
    international = f"+{digits[2:]}" if digits.startswith("0062") else digits
    try:
        return phonenumbers.parse(international, "ID")
    except NumberParseException as error:
        short = {NumberParseException.TOO_SHORT_NSN, NumberParseException.TOO_SHORT_AFTER_IDD}
        raise Invalid("phone_too_short" if error.error_type in short else "phone_invalid") from error


def has_phone(text: str) -> bool:
    """Whether a mobile number stands in a text, written as people write one."""
    plain = without_unseen(text)
    return any(_is_written(found, plain[: found.start()]) for found in _WRITTEN.finditer(plain))


def _is_written(found: re.Match[str], before: str) -> bool:
    """Whether the first groups make a whole number; one more may follow it."""
    groups = re.findall("[0-9]+", found["own"])
    if len(found["way"] + groups[0]) == _NIB_DIGITS and _NIB_BEFORE.search(before):
        return False
    lengths = list(map(len, groups))
    return any(
        SHORTEST <= total <= LONGEST and all(one >= _SHORTEST_GROUP for one in lengths[1:last])
        for last, total in enumerate(accumulate(lengths))
    )


def refuse_phone(texts: Mapping[str, object]) -> None:
    """Raise Invalid phone_not_public for the first field that would publish a number beside its consent."""
    for field, text in texts.items():
        if isinstance(text, str) and has_phone(text):
            raise Invalid("phone_not_public", field)


def format_phone(e164: str) -> str:
    """As people here write it: 0812-3456-7890."""
    local = "0" + e164.removeprefix("+62")
    middle = 7 if len(local) == SHORTEST + 1 else 8
    return f"{local[:4]}-{local[4:middle]}-{local[middle:]}"


def wa_number(e164: str) -> str:
    """The digits that wa.me wants: country code first, no plus."""
    return e164.removeprefix("+")


def whatsapp_url(e164: str, text: str) -> str:
    """The address that opens WhatsApp on this number with a ready text."""
    return f"https://wa.me/{wa_number(e164)}?text={quote(text, safe='', errors='replace')}"
