"""What may be asked of the index, and how it is put to tantivy. Nothing a person typed is parsed as query syntax."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import tantivy
from tantivy import FieldType, Occur

from shop.platform.search_index.documents import EXACT_FIELDS, NUMBER_FIELDS, SCHEMA, TEXT_BOOSTS

_LOOSE_FIELDS: Final = ("name", "kind_words", "producer_words")
_OTHER_WORD: Final = 0.8


class BadKey(ValueError):
    """A key of a next page that this index never gave."""


class Sort(StrEnum):
    RELEVANCE = "relevance"
    NEWEST = "newest"
    PRICE = "price"
    PRICE_DOWN = "-price"


@dataclass(frozen=True, slots=True)
class TermGroup:
    """One thing asked for: any of the words (each may be several, then all of them), or an exact (field, value).

    weak: does not suffice when not everything asked for is found; optional: never required, only lifts.
    """

    words: tuple[str, ...]
    exact: tuple[tuple[str, str], ...] = ()
    prefix: bool = False
    fuzzy: bool = False
    weak: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Hint:
    """A value that lifts documents; a head is what the person is after, not only a likelihood."""

    field: str
    value: str
    boost: float
    head: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    groups: tuple[TermGroup, ...] = ()
    hints: tuple[Hint, ...] = ()


@dataclass(frozen=True, slots=True)
class Filter:
    """Any of the values of an exact field."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Range:
    """From low to high, both included, of a number field; documents without the number are left out."""

    field: str
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """Text and filters (AND between them), an order, and the page after a key that a Result gave."""

    text: Text = Text()
    filters: tuple[Filter, ...] = ()
    ranges: tuple[Range, ...] = ()
    sort: Sort = Sort.RELEVANCE
    limit: int = 24
    after: str | None = None
    facets: tuple[str, ...] = ()


def filtering(query: Query, *, without: str | None = None) -> list[tantivy.Query]:
    """The filters as conditions that do not score, leaving out those of one field."""
    conditions = []
    for part in query.filters:
        if part.field not in EXACT_FIELDS:
            raise ValueError(f"no exact field {part.field}")
        if part.field != without:
            conditions.append(any_of(exact(part.field, value) for value in part.values))
    for span in query.ranges:
        if span.field not in NUMBER_FIELDS:
            raise ValueError(f"no number field {span.field}")
        conditions.append(between(span.field, span.low, span.high))
    return [tantivy.Query.const_score_query(condition, 0.0) for condition in conditions]


def between(field: str, low: int | None, high: int | None) -> tantivy.Query:
    if low is None and high is None:
        return tantivy.Query.all_query()
    return tantivy.Query.range_query(SCHEMA, field, FieldType.Integer, low, high)


def every(conditions: Sequence[tantivy.Query]) -> tantivy.Query:
    if not conditions:
        return tantivy.Query.all_query()
    return tantivy.Query.boolean_query([(Occur.Must, condition) for condition in conditions])


def any_of(conditions: Iterable[tantivy.Query]) -> tantivy.Query:
    return tantivy.Query.boolean_query([(Occur.Should, condition) for condition in conditions])


def all_groups(text: Text) -> list[tantivy.Query]:
    """Everything asked for must be there. Without scores: many times cheaper, and enough to count."""
    return [_group_condition(group) for group in text.groups if not group.optional]


def some_groups(text: Text) -> list[tantivy.Query]:
    """What the person is after must be there; where that is not known, anything strong that was asked for."""
    heads = heads_query(text)
    if heads is not None:
        named = [_group_condition(group) for group in text.groups if group.exact and not group.weak]
        return [any_of([heads, *named])]
    strong = [_group_condition(group) for group in text.groups if not group.weak and not group.optional]
    return [any_of(strong) if strong else tantivy.Query.empty_query()]


def heads_query(text: Text) -> tantivy.Query | None:
    """What the person is after, where that is known."""
    heads = [exact(hint.field, hint.value) for hint in text.hints if hint.head]
    return tantivy.Query.const_score_query(any_of(heads), 0.0) if heads else None


def lifting(text: Text) -> list[tantivy.Query]:
    """What raises the score without being required."""
    lifts = [tantivy.Query.const_score_query(exact(hint.field, hint.value), hint.boost) for hint in text.hints]
    return lifts + [_group_score(group) for group in text.groups]


def exact(field: str, value: str) -> tantivy.Query:
    return tantivy.Query.term_query(SCHEMA, field, value, "basic")


def _group_condition(group: TermGroup) -> tantivy.Query:
    found = [exact(field, value) for field, value in group.exact]
    for words in group.words:
        singles = [[_term(field, word) for field in TEXT_BOOSTS] for word in words.split()]
        found += singles[0] if len(singles) == 1 else [every([any_of(single) for single in singles])]
    return tantivy.Query.const_score_query(any_of([*found, *_loose_words(group)]), 0.0)


def _group_score(group: TermGroup) -> tantivy.Query:
    found = [
        _weighted(every([_word_score(word) for word in words.split()]), 1.0 if place == 0 else _OTHER_WORD)
        for place, words in enumerate(group.words)
    ]
    return tantivy.Query.disjunction_max_query([*found, *_loose_words(group)])


def _word_score(word: str) -> tantivy.Query:
    return tantivy.Query.disjunction_max_query(
        [_weighted(_term(field, word), boost) for field, boost in TEXT_BOOSTS.items()], 0.1
    )


def _loose_words(group: TermGroup) -> list[tantivy.Query]:
    """The first word as the beginning of a longer one, or one letter off."""
    if not group.prefix and not group.fuzzy:
        return []
    distance = 0 if group.prefix else 1
    return [
        tantivy.Query.fuzzy_term_query(SCHEMA, field, group.words[0], distance, True, group.prefix)
        for field in _LOOSE_FIELDS
    ]


def _term(field: str, word: str) -> tantivy.Query:
    return tantivy.Query.term_query(SCHEMA, field, word, "freq")


def _weighted(query: tantivy.Query, boost: float) -> tantivy.Query:
    return query if boost == 1.0 else tantivy.Query.boost_query(query, boost)
