"""What a stall's profile may hold, whoever writes it: its maker, its companion or its office."""

from collections.abc import Mapping

from shop.lib.errors import Invalid
from shop.lib.nik import refuse_nik
from shop.lib.phone import refuse_phone

LONGEST = {"stall_name": 80, "about": 2000, "skills": 200}
MOST_PEOPLE = 10_000


def check_texts(texts: Mapping[str, str]) -> None:
    """Refuse a stall without a name, long texts, numbers of identity cards and of phones; names the field."""
    if not texts["stall_name"]:
        raise Invalid("stall_name_missing", "stall_name")
    refuse_nik(texts)
    refuse_phone(texts)
    for name, most in LONGEST.items():
        if len(texts[name]) > most:
            raise Invalid("too_long", name, most=most)


def check_people(workers: int, helpers: int) -> None:
    """Somebody works in every stall; helpers are counted apart."""
    check_number("workers", workers, 1, MOST_PEOPLE)
    check_number("helpers", helpers, 0, MOST_PEOPLE)


def check_number(name: str, value: int | None, least: int, most: int) -> None:
    """Refuse a number outside of its range; one that is not known passes."""
    if value is not None and not least <= value <= most:
        raise Invalid("number_range", name, least=least, most=most)
