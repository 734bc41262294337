"""The words of the shop, read from kinds.toml and words.toml beside this file."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from shop.catalogue.search_text.affixes import stem
from shop.catalogue.search_text.normalise import plain, tokens

LAYERS: Final = "lapis"
_VOWELS: Final = str.maketrans("", "", "aeiou-")
_SHORTEST_SKELETON: Final = 3
_SUGGESTED: Final = 9


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
    phrases: tuple[str, ...]
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


@cache
def vocabulary() -> Vocabulary:
    """The shop's vocabulary, read once."""
    return build(_table("kinds.toml"), _table("words.toml"))


def build(kinds: Mapping[str, Any], words: Mapping[str, Any]) -> Vocabulary:
    spellings = {wrong: right for right, others in words["spellings"].items() for wrong in others.split()}
    compounds = {
        tuple(way.split()): spellings.get(joined, joined)
        for joined, ways in words["compounds"].items()
        for way in ways.split("|")
    }
    groups = [tuple(spellings.get(word, word) for word in group.split()) for group in words["synonyms"]["groups"]]
    synonyms = {word: group for group in groups for word in group}
    lists = {
        name: frozenset(spellings.get(word, word) for word in text.split()) for name, text in words["words"].items()
    }
    rules = tuple(_rules(kinds, synonyms))
    stop = lists["stop"]
    said = {spellings.get(word, word) for kind in kinds.values() for word in kind["words"].split()}
    asked = {word for rule in rules for word in rule.words}
    parts = {part for pair in compounds for part in pair if len(part) > 1}
    known = frozenset(
        (
            said
            | parts
            | asked
            | set(spellings.values())
            | set(words["abbreviations"].values())
            | set(synonyms)
            | set(compounds.values())
            | lists["known"]
            | lists["weak"]
            | lists["optional"]
        )
        - lists["person"]
        - stop
    )
    return Vocabulary(
        known=known,
        spellings=spellings,
        abbreviations=words["abbreviations"],
        compounds=compounds,
        synonyms=synonyms,
        rules=rules,
        asked=frozenset(asked),
        kind_words={code: kind["words"] for code, kind in kinds.items()},
        phrases=_phrases(kinds),
        weak=lists["weak"],
        optional=lists["optional"],
        stop=stop,
        person=lists["person"],
        elsewhere=lists["elsewhere"] - known,
        skeletons=_skeletons(known, asked),
    )


def _rules(kinds: Mapping[str, Any], synonyms: Mapping[str, tuple[str, ...]]) -> Iterable[Rule]:
    for code, kind in kinds.items():
        for line in kind["rules"]:
            said, points = line.rsplit(":", 1)
            concepts = frozenset(synonyms[word][0] if word in synonyms else word for word in tokens(plain(said)))
            yield Rule(concepts, code, float(points))


def _phrases(kinds: Mapping[str, Any]) -> tuple[str, ...]:
    """What may be suggested: the words of rules by which a person surely means a kind, the surest first."""
    lines = [line.rsplit(":", 1) for kind in kinds.values() for line in kind["rules"]]
    sure = sorted(
        (pair for pair in lines if float(pair[1]) >= _SUGGESTED), key=lambda pair: (len(pair[0].split()), pair[0])
    )
    return tuple(dict.fromkeys(said for said, _ in sure))


def _skeletons(words: Iterable[str], asked: set[str]) -> dict[str, tuple[str, ...]]:
    """Words by their consonants; of those that share them, first the ones that name a kind."""
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(words, key=lambda word: (word not in asked, word)):
        skeleton = consonants(word)
        if len(skeleton) >= _SHORTEST_SKELETON:
            found[skeleton] = (*found.get(skeleton, ()), word)
    return found


def consonants(word: str) -> str:
    return word.translate(_VOWELS)


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__package__) / name).read_text(encoding="utf-8"))
