"""The vocabulary as it is written down in kinds.toml and words.toml beside this file."""

import tomllib
from collections.abc import Iterable, Mapping, Set
from functools import cache
from importlib.resources import files
from typing import Any, Final

from shop.catalogue.search_text.normalise import plain, tokens
from shop.catalogue.search_text.vocabulary import Rule, Vocabulary, consonants

_SHORTEST_SKELETON: Final = 3


@cache
def vocabulary() -> Vocabulary:
    """The shop's vocabulary, read once."""
    return build(_table("kinds.toml"), _table("words.toml"))


def build(kinds: Mapping[str, Any], words: Mapping[str, Any]) -> Vocabulary:
    """A vocabulary of tables like the two files."""
    spellings = {wrong: right for right, others in words["spellings"].items() for wrong in others.split()}
    groups = [_kept(group, spellings) for group in words["synonyms"]["groups"]]
    synonyms = {word: group for group in groups for word in group}
    compounds = dict(_compounds(words["compounds"], spellings))
    lists = {name: frozenset(_kept(text, spellings)) for name, text in words["words"].items()}
    rules = tuple(_rules(kinds, synonyms))
    asked = frozenset(word for rule in rules for word in rule.words)
    spelled = {*spellings.values(), *words["abbreviations"].values(), *synonyms, *compounds.values()}
    parts = {part for pair in compounds for part in pair if len(part) > 1}
    said = {word for kind in kinds.values() for word in _kept(kind["words"], spellings)}
    listed = lists["known"] | lists["weak"] | lists["optional"]
    known = frozenset((spelled | parts | said | asked | listed) - lists["person"] - lists["stop"])
    return Vocabulary(
        known=known,
        spellings=spellings,
        abbreviations=words["abbreviations"],
        compounds=compounds,
        synonyms=synonyms,
        rules=rules,
        asked=asked,
        kind_words={code: kind["words"] for code, kind in kinds.items()},
        kind_concepts={code: _concepts(_kept(kind["words"], spellings), synonyms) for code, kind in kinds.items()},
        elsewhere=lists["elsewhere"] - known,
        skeletons=_skeletons(known, asked),
        **{name: lists[name] for name in ("weak", "optional", "stop", "person")},
    )


def _kept(text: str, spellings: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(spellings.get(word, word) for word in text.split())


def _compounds(table: Mapping[str, str], spellings: Mapping[str, str]) -> Iterable[tuple[tuple[str, ...], str]]:
    for joined, ways in table.items():
        for way in ways.split("|"):
            yield tuple(way.split()), spellings.get(joined, joined)


def _rules(kinds: Mapping[str, Any], synonyms: Mapping[str, tuple[str, ...]]) -> Iterable[Rule]:
    for code, kind in kinds.items():
        for line in kind["rules"]:
            said, points = line.rsplit(":", 1)
            yield Rule(_concepts(tokens(plain(said)), synonyms), code, float(points))


def _concepts(words: Iterable[str], synonyms: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    return frozenset(synonyms[word][0] if word in synonyms else word for word in words)


def _skeletons(words: Set[str], asked: Set[str]) -> dict[str, tuple[str, ...]]:
    """Words by their consonants; of those that share them, first the ones that name a kind."""
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(words, key=lambda word: (word not in asked, word)):
        skeleton = consonants(word)
        if len(skeleton) >= _SHORTEST_SKELETON:
            found[skeleton] = (*found.get(skeleton, ()), word)
    return found


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__package__) / name).read_text(encoding="utf-8"))
