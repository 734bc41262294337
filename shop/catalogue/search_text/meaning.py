"""Which kinds of product the words of a query mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from shop.catalogue.search_text.vocabulary import Rule, Vocabulary

SURE: Final = 8.0
_NEAR: Final = 0.8
_LATER: Final = 0.03
_FAR: Final = 10
_MORE: Final = 0.05


@dataclass(frozen=True, slots=True)
class MeantKind:
    """A kind, how surely it is meant, and the words (as concepts) that say so."""

    kind: str
    points: float
    words: frozenset[str]
    head: bool = False


def kinds_meant(words: Sequence[str], vocabulary: Vocabulary) -> tuple[MeantKind, ...]:
    """The surest first. The noun stands first in Indonesian, so later words count a little less."""
    place: dict[str, int] = {}
    for word in words:
        place.setdefault(vocabulary.concept(word), len(place))
    fired = [rule for rule in vocabulary.rules if rule.words <= place.keys()]
    strongest = [rule for rule in fired if not any(rule.words < other.words for other in fired)]
    scores: dict[str, list[float]] = {}
    for rule in strongest:
        scores.setdefault(rule.kind, []).append(_points(rule, place))
    meant = [_meant(kind, points, fired) for kind, points in scores.items()]
    best = max((kind.points for kind in meant), default=0.0)
    sure = max(SURE * (1 - _LATER * len(place)), _NEAR * best)
    heads = [MeantKind(kind.kind, kind.points, kind.words, head=kind.points >= sure) for kind in meant]
    return tuple(sorted(heads, key=lambda kind: -kind.points))


def _points(rule: Rule, place: dict[str, int]) -> float:
    return rule.points * (1 - _LATER * min(*(place[word] for word in rule.words), _FAR))


def _meant(kind: str, points: list[float], fired: Sequence[Rule]) -> MeantKind:
    best = max(points)
    words = frozenset(word for rule in fired if rule.kind == kind for word in rule.words)
    return MeantKind(kind, best + _MORE * (sum(points) - best), words)
