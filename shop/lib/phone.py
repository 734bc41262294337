"""Indonesian mobile numbers: every usual spelling in, one out; and the way to WhatsApp."""

import re
from urllib.parse import quote

import phonenumbers
from phonenumbers import NumberParseException

from shop.lib.errors import Invalid

COUNTRY_CODE = 62
SHORTEST = 9
LONGEST = 12  # digits behind +62

_SPELLING = re.compile(r"\+?[0-9\s().\-/\u2010-\u2015]*")
# Numbers of the example shop: +62000 and seven digits, which no network connects.
_DEMO = re.compile(r"(?:62|0)?000([0-9]{7})")


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
