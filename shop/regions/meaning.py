"""Which province or regency somebody means who writes where goods shall go."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from shop.regions.names import Place, places
from shop.regions.reading import place_words, plain_words

_MOST_WORDS = 5


def places_meant(text: str) -> tuple[Place, ...]:
    """One where it is clear, several of one name where it is not, none where no regency or province is named.

    What stands last counts most, as in an address; a province beside a regency tells which of them is meant.
    """
    found = [codes for part in reversed(re.split(r"[,;/()\n]", text)) for codes in _named(plain_words(part).split())]
    provinces = {code for codes in found for code in codes if "." not in code}
    # Gorontalo is a province too: such a name counts as a regency only where no other names one.
    by_clarity = sorted(found, key=lambda codes: any("." not in code for code in codes))
    regencies = next((kept for codes in by_clarity if (kept := [code for code in codes if "." in code])), [])
    inside = [code for code in regencies if code.split(".")[0] in provinces]
    if provinces and not inside:
        return (places()[min(provinces)],) if len(provinces) == 1 else ()
    return tuple(places()[code] for code in inside or regencies)


@cache
def known_places() -> tuple[str, ...]:
    """Every regency with its province as forms offer it, in order of names."""
    return tuple(sorted(place_name(place) for code, place in places().items() if "." in code))


def place_name(place: Place) -> str:
    """Kab. Serang, Banten; of a province its name."""
    return place.name if place.code == place.province else f"{place.short}, {places()[place.province].name}"


def _named(words: list[str]) -> Iterator[tuple[str, ...]]:
    """What the words name, the longest names first, from the end; no word is used twice."""
    known, left = _codes_by_words(), list(words)
    for size in range(min(_MOST_WORDS, len(words)), 0, -1):
        for start in range(len(left) - size, -1, -1):
            codes = known.get(" ".join(left[start : start + size]))
            if codes:
                yield codes
                left[start : start + size] = [""] * size


@cache
def _codes_by_words() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for code, place in sorted(places().items()):
        for words in place_words(place.name):
            found.setdefault(words, []).append(code)
    return {words: tuple(codes) for words, codes in found.items()}
