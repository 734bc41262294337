"""A query as people type it, read: what is asked for, which kinds that means, how many, for how much, where from."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from shop.catalogue.search_text.amounts import Amounts, read_amounts
from shop.catalogue.search_text.days import read_day
from shop.catalogue.search_text.meaning import MeantKind, kinds_meant
from shop.catalogue.search_text.normalise import plain
from shop.catalogue.search_text.places import FoundPlace, Places
from shop.catalogue.search_text.settling import Settled, joined, settle
from shop.catalogue.search_text.tokens import spelled
from shop.catalogue.search_text.vocabulary import Vocabulary
from shop.lib.clock import today_wib
from shop.platform.search_index import Hint, TermGroup, Text

LONGEST_QUERY: Final = 200
_MOST_WORDS: Final = 16
_MOST_HINTS: Final = 8
_LIFT: Final = 20.0


@dataclass(frozen=True, slots=True)
class ReadQuery:
    """`quantity` counts `unit` (a unit base) and was `said` so; it is wanted `by` a day; prices are
    rupiah; `places` are region codes, already part of `terms`.

    `kinds_hint` has the surest kind first; `corrected` is the query with misspelt words put right, None when none was.
    """

    original: str
    terms: tuple[TermGroup, ...]
    hints: tuple[Hint, ...]
    kinds_hint: tuple[str, ...]
    quantity: int | None
    unit: str | None
    said: str | None
    by: date | None
    price_min: int | None
    price_max: int | None
    places: tuple[str, ...]
    ignored: tuple[str, ...]
    corrected: str | None

    @property
    def text(self) -> Text:
        """What the index is asked."""
        return Text(self.terms, self.hints)


def _never(_word: str) -> bool:
    return False


def read_query(
    text: str, vocabulary: Vocabulary, places: Places, is_known: Callable[[str], bool] = _never
) -> ReadQuery:
    """Read a query; `is_known` tells of words outside the vocabulary that products use, which stay as they are."""
    typed = plain(text.strip()[:LONGEST_QUERY])
    day = read_day(typed, today_wib())
    amounts = read_amounts(day.rest)
    words, found = places.take(spelled(amounts.rest, vocabulary)[:_MOST_WORDS], vocabulary.is_right)
    parts = settle(words, vocabulary, is_known)
    settled = joined(parts, vocabulary)
    said = [word.text for word in settled]
    asked = [word for word in settled if word.text not in vocabulary.stop and word.text not in vocabulary.person]
    meant = kinds_meant(said, vocabulary)[:_MOST_HINTS]
    groups = (*_groups(asked, meant, vocabulary), *(_place_group(place) for place in found))
    return ReadQuery(
        original=text,
        terms=groups if groups or day.rest != typed or _is_read(amounts, said) else _unreadable(typed),
        hints=tuple(Hint("kind", kind.kind, _LIFT * kind.points, head=kind.head) for kind in meant),
        kinds_hint=tuple(kind.kind for kind in meant),
        quantity=amounts.quantity,
        unit=amounts.unit,
        said=amounts.said,
        by=day.by,
        price_min=amounts.price_min,
        price_max=amounts.price_max,
        places=tuple(code for place in found for code in place.codes),
        ignored=tuple(word.text for word in settled if word not in asked),
        corrected=_corrected(typed, parts),
    )


def _groups(asked: Sequence[Settled], meant: Sequence[MeantKind], vocabulary: Vocabulary) -> list[TermGroup]:
    heads = [kind for kind in meant if kind.head]
    missing = not heads and any(word.text in vocabulary.elsewhere for word in asked)
    groups: dict[str, TermGroup] = {}
    for word in asked:
        concept = vocabulary.concept(word.text)
        kinds = tuple(("kind", kind.kind) for kind in heads if concept in kind.words)
        made = concept in vocabulary.optional and not kinds and len(asked) > 1
        number = word.text[0].isdigit()
        weak = word.text in vocabulary.weak or number or (missing and word.text not in vocabulary.elsewhere)
        groups[concept] = TermGroup(
            words=(*vocabulary.alike(word.text), *word.also),
            exact=kinds,
            prefix=word.begun,
            fuzzy=word.unknown and not word.begun,
            weak=weak,
            optional=made or (len(asked) > 1 and (word.text.isdigit() or len(word.text) == 1)),
        )
    return list(groups.values())


def _place_group(place: FoundPlace) -> TermGroup:
    codes = tuple(("regency" if "." in code else "province", code) for code in place.codes)
    return TermGroup((" ".join(place.words),), codes, weak=True)


def _is_read(amounts: Amounts, said: Sequence[str]) -> bool:
    return bool(said) or amounts.price_max is not None or amounts.price_min is not None or amounts.quantity is not None


def _unreadable(typed: str) -> tuple[TermGroup, ...]:
    """Signs that are no words find nothing, rather than everything."""
    return (TermGroup((typed,)),) if typed.strip() else ()


def _corrected(typed: str, settled: Sequence[Settled]) -> str | None:
    right = typed
    for word in settled:
        if word.corrected_from is not None:
            right = re.sub(rf"\b{re.escape(word.corrected_from)}\b", word.text, right)
    return right if right != typed else None
