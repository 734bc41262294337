"""Each word of a query settled: a word of the shop, its stem, two words run together, a begun word, or a correction."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from shop.catalogue.search_text.correct import corrected
from shop.catalogue.search_text.vocabulary import Vocabulary

_SHORTEST_BEGUN: Final = 3
_SHORTEST_HALF: Final = 3
_SHORTEST_FUZZY: Final = 5
_MOST_ENDINGS: Final = 6


@dataclass(frozen=True, slots=True)
class Settled:
    """A word to look for; `also` are words that a begun word may become."""

    text: str
    also: tuple[str, ...] = ()
    begun: bool = False
    unknown: bool = False
    corrected_from: str | None = None


def settle(words: Sequence[str], vocabulary: Vocabulary, is_known: Callable[[str], bool]) -> list[Settled]:
    """Settle all words; only the last one may be merely begun."""
    settled: list[Settled] = []
    for place, word in enumerate(words):
        settled += _settled(word, vocabulary, is_known, last=place == len(words) - 1)
    return settled


def _settled(word: str, vocabulary: Vocabulary, is_known: Callable[[str], bool], *, last: bool) -> list[Settled]:
    if vocabulary.is_right(word) or word[0].isdigit():
        return [Settled(word)]
    root = vocabulary.stem(word)
    if root is not None:
        return [Settled(root)]
    if is_known(word):
        return [Settled(word, begun=last)]
    return _guessed(word, vocabulary, last=last)


def _guessed(word: str, vocabulary: Vocabulary, *, last: bool) -> list[Settled]:
    """What a word may be that nobody knows."""
    halves = _halves(word, vocabulary)
    if halves:
        return [Settled(half) for half in halves]
    endings = _endings(word, vocabulary) if last and len(word) >= _SHORTEST_BEGUN else ()
    if endings:
        return [Settled(endings[0], also=(*endings[1:], word))]
    right = corrected(word, vocabulary)
    if right is not None:
        return [Settled(right, corrected_from=word)]
    return [Settled(word, begun=last and len(word) >= _SHORTEST_BEGUN, unknown=len(word) >= _SHORTEST_FUZZY)]


def _halves(word: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """Two words of the shop that were run together, as kainbatik."""
    for cut in range(_SHORTEST_HALF, len(word) - _SHORTEST_HALF + 1):
        left, right = vocabulary.kept(word[:cut]), vocabulary.kept(word[cut:])
        if vocabulary.knows(left) and vocabulary.knows(right):
            return left, right
    return None


def _endings(word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    found = sorted(
        (known for known in vocabulary.known if known.startswith(word)), key=lambda known: (len(known), known)
    )
    return tuple(found[:_MOST_ENDINGS])


def joined(settled: Sequence[Settled], vocabulary: Vocabulary) -> list[Settled]:
    """With what belongs together joined, now that corrections may have brought it together."""
    whole: list[Settled] = []
    for word in settled:
        pair = (whole[-1].text, word.text) if whole else ("", "")
        if pair in vocabulary.compounds:
            whole[-1] = replace(whole[-1], text=vocabulary.compounds[pair])
        else:
            whole.append(word)
    return whole
