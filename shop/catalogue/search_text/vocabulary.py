"""The words of the shop, and what is known about each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from shop.catalogue.search_text.affixes import stem

LAYERS: Final = "lapis"
_VOWELS: Final = str.maketrans("", "", "aeiou-")


@dataclass(frozen=True, slots=True)
class Rule:
    """When all these words are asked for, the kind gets the points."""

    words: frozenset[str]
    kind: str
    points: float


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """All that is known about words; `known` holds every word in its kept spelling."""

    known: frozenset[str]
    spellings: Mapping[str, str]
    abbreviations: Mapping[str, str]
    compounds: Mapping[tuple[str, ...], str]
    synonyms: Mapping[str, tuple[str, ...]]
    rules: tuple[Rule, ...]
    asked: frozenset[str]
    kind_words: Mapping[str, str]
    kind_concepts: Mapping[str, frozenset[str]]
    weak: frozenset[str]
    optional: frozenset[str]
    stop: frozenset[str]
    person: frozenset[str]
    elsewhere: frozenset[str]
    skeletons: Mapping[str, tuple[str, ...]]

    def knows(self, word: str) -> bool:
        return word in self.known

    def is_right(self, word: str) -> bool:
        """Whether the word needs no correction: one of the shop, or one that is right and not of the shop."""
        return word in self.known or word in self.stop or word in self.person or word in self.elsewhere

    def kept(self, word: str) -> str:
        """The word in the spelling that the index keeps."""
        return self.spellings.get(word, word)

    def stem(self, word: str) -> str | None:
        return stem(word, self.knows)

    def concept(self, word: str) -> str:
        """The word that stands for it and its synonyms in the rules."""
        group = self.synonyms.get(word)
        return group[0] if group else word

    def alike(self, word: str) -> tuple[str, ...]:
        """The word first, then its synonyms."""
        return (word, *(other for other in self.synonyms.get(word, ()) if other != word))

    def join(self, words: Iterable[str]) -> list[str]:
        """Words with what belongs together joined: t shirt is tshirt, 3 ply is 3lapis."""
        joined: list[str] = []
        for word in words:
            before = joined[-1] if joined else ""
            if (before, word) in self.compounds:
                joined[-1] = self.compounds[before, word]
            elif before.isdigit() and self.concept(word) == LAYERS:
                joined[-1] = before + LAYERS
            else:
                joined.append(self._layers(word))
        return joined

    def _layers(self, word: str) -> str:
        letters = word.lstrip("0123456789")
        return word.removesuffix(letters) + LAYERS if letters != word and self.concept(letters) == LAYERS else word


def consonants(word: str) -> str:
    return word.translate(_VOWELS)
