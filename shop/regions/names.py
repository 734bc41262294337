"""Provinces and regencies in memory: the table that comes with the shop does not change while it runs."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from shop.regions.reading import RegionRow, place_words, read_regions, short_name


@dataclass(frozen=True, slots=True)
class Place:
    """A province or regency: its code, whole name, name as cards show it, and the code of its province."""

    code: str
    name: str
    short: str
    province: str


@cache
def places() -> Mapping[str, Place]:
    """Every province and regency by code."""
    return {row.code: Place(row.code, row.name, short_name(row.name), row.parent or row.code) for row in _rows()}


@cache
def province_codes() -> frozenset[str]:
    """The codes of provinces alone."""
    return frozenset(code for code in places() if "." not in code)


@cache
def regency_codes() -> frozenset[str]:
    """The codes of regencies and cities alone."""
    return frozenset(code for code in places() if "." in code)


@cache
def codes_by_name() -> Mapping[str, str]:
    """Codes by every way in which people write a province or regency; provinces win where both are called so."""
    found: dict[str, str] = {}
    for row in _rows():
        found.setdefault(row.name, row.code)
    for row in sorted(_rows(), key=lambda row: row.code.count(".")):
        for words in sorted(place_words(row.name, level=row.level)):
            found.setdefault(words, row.code)
    return found


def written(code: str) -> str:
    """All words for a regency and its province, for whoever looks for them."""
    place = places()[code]
    names = [place.name, places()[place.province].name]
    return " ".join(sorted({words for name in names for words in place_words(name)}))


@cache
def _rows() -> tuple[RegionRow, ...]:
    return tuple(row for row in read_regions() if row.level != "district")
