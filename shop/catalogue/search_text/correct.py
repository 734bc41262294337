"""Misspelt words: the nearest word of the shop, or the one whose vowels were dropped."""

import re
from functools import cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from shop.catalogue.search_text.vocabulary import Vocabulary, consonants

_TWICE: Final = re.compile(r"([a-z])\1+")
_SHORTEST: Final = 4
_SHORT: Final = 5
_LONG: Final = 8


def corrected(word: str, vocabulary: Vocabulary) -> str | None:
    """The word of the shop that was meant; None when none is near enough. The word itself is not of the shop."""
    if not word.isalpha() or vocabulary.is_right(word):
        return None
    once = _TWICE.sub(r"\1", word)
    if once in vocabulary.known:
        return once
    return _without_vowels(word, vocabulary) or _nearest(word, vocabulary)


def _without_vowels(word: str, vocabulary: Vocabulary) -> str | None:
    """Kmeja and kmja are kemeja: the letters that are there come in the same order and only vowels are missing."""
    for other in vocabulary.skeletons.get(consonants(word), ()):
        rest = iter(other)
        if all(letter in rest for letter in word):
            return other
    return None


def _nearest(word: str, vocabulary: Vocabulary) -> str | None:
    if len(word) < _SHORTEST:
        return None
    most = 2 if len(word) >= _LONG else 1
    near = process.extract(word, _choices(vocabulary), scorer=OSA.distance, score_cutoff=most, limit=8)
    likely = [
        (distance, other not in vocabulary.asked, other) for other, distance, _ in near if _is_likely(word, other)
    ]
    return min(likely)[-1] if likely else None


def _is_likely(word: str, other: str) -> bool:
    """Short words are near too many others: the shortest only lack a letter or have two swapped."""
    if len(word) >= _LONG:
        return True
    if len(word) < _SHORT:
        return len(other) > len(word) or sorted(other) == sorted(word)
    return other[0] == word[0] or other[1:] == word or sorted(other) == sorted(word)


@cache
def _choices(vocabulary: Vocabulary) -> tuple[str, ...]:
    return tuple(sorted(word for word in vocabulary.known if len(word) >= _SHORTEST))
