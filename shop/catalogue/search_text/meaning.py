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
    """A kind, how surely it is meant, and its own words (as concepts), to which each of its products answers."""

    kind: str
    points: float
    words: frozenset[str]
    head: bool


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
    totals = {kind: max(points) + _MORE * (sum(points) - max(points)) for kind, points in scores.items()}
    sure = max(SURE * (1 - _LATER * len(place)), _NEAR * max(totals.values(), default=0.0))
    meant = [
        MeantKind(kind, total, vocabulary.kind_concepts[kind], head=total >= sure) for kind, total in totals.items()
    ]
    return tuple(sorted(meant, key=lambda kind: -kind.points))


def _points(rule: Rule, place: dict[str, int]) -> float:
    return rule.points * (1 - _LATER * min(*(place[word] for word in rule.words), _FAR))
