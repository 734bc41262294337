"""Names of provinces, regencies and cities inside a query."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from shop.catalogue.search_text.normalise import plain, tokens

_LEVELS: Final = {"kabupaten": "kabupaten", "kab": "kabupaten", "kota": "kota", "provinsi": "provinsi"}
_BEFORE: Final = frozenset({"di", "dari", "daerah", "wilayah", "area", "asal", "asli", "dekat", *_LEVELS})
_LONGEST: Final = 4


@dataclass(frozen=True, slots=True)
class FoundPlace:
    words: tuple[str, ...]
    codes: tuple[str, ...]
    length: int


class Places:
    """Region codes by name; Bandung alone means the regency and the city."""

    def __init__(self, codes: Mapping[str, str]) -> None:
        """`codes` by full name, as Kabupaten Bandung: 32.04."""
        self._codes: dict[tuple[str, ...], tuple[str, ...]] = {}
        for name, code in codes.items():
            words = tuple(tokens(plain(name)))
            for key in {words, words[1:] if words[:1] and words[0] in _LEVELS else words}:
                if key:
                    self._codes[key] = tuple(dict.fromkeys((*self._codes.get(key, ()), code)))

    def take(self, words: Sequence[str], is_word: Callable[[str], bool]) -> tuple[list[str], list[FoundPlace]]:
        """The words that are left, and the places.

        A name that is also a word of the shop is a place only behind "di", "kota" and the like.
        """
        rest: list[str] = []
        found: list[FoundPlace] = []
        at = 0
        while at < len(words):
            place = self._at(words, at, is_word)
            if place is None:
                rest.append(words[at])
                at += 1
                continue
            found.append(place)
            at += place.length
        return rest, found

    def _at(self, words: Sequence[str], at: int, is_word: Callable[[str], bool]) -> FoundPlace | None:
        marked = at > 0 and words[at - 1] in _BEFORE
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            name = tuple(words[at : at + length])
            codes = self._codes.get((_LEVELS.get(name[0], name[0]), *name[1:]))
            if codes and (marked or length > 1 or not is_word(name[0])):
                return FoundPlace(name[1:] if length > 1 and name[0] in _LEVELS else name, codes, length)
        return None
