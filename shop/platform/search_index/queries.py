"""What may be asked of the index, and how it is put to tantivy. Nothing a person typed is parsed as query syntax."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import tantivy
from tantivy import FieldType, Occur

from shop.platform.search_index.documents import EXACT_FIELDS, NUMBER_FIELDS, SCHEMA, TEXT_BOOSTS

_PREFIX_FIELDS: Final = ("name", "kind_words", "producer_words")
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
            conditions.append(tantivy.Query.term_set_query(SCHEMA, part.field, part.values))
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
    """Everything asked for must be there."""
    return [group_query(group) for group in text.groups if not group.optional]


def some_groups(text: Text) -> list[tantivy.Query]:
    """What the person is after must be there; where that is not known, anything strong that was asked for."""
    heads = [group for group in text.groups if group.exact and not group.weak]
    strong = heads or [group for group in text.groups if not group.weak and not group.optional]
    if not strong:
        return [tantivy.Query.empty_query()]
    return [any_of(group_query(group) for group in strong)]


def heads_query(text: Text) -> tantivy.Query | None:
    """What the person is after, where that is known."""
    heads = [exact(hint.field, hint.value) for hint in text.hints if hint.head]
    return tantivy.Query.const_score_query(any_of(heads), 0.0) if heads else None


def lifting(text: Text, *, partial: bool) -> list[tantivy.Query]:
    """What raises the score without being required."""
    lifts = [tantivy.Query.const_score_query(exact(hint.field, hint.value), hint.boost) for hint in text.hints]
    return lifts + [group_query(group) for group in text.groups if partial or group.optional]


def exact(field: str, value: str) -> tantivy.Query:
    return tantivy.Query.term_query(SCHEMA, field, value, "basic")


def group_query(group: TermGroup) -> tantivy.Query:
    found = [
        _weighted(_words_query(words, group), 1.0 if place == 0 else _OTHER_WORD)
        for place, words in enumerate(group.words)
    ]
    found += [tantivy.Query.const_score_query(exact(field, value), 1.0) for field, value in group.exact]
    return found[0] if len(found) == 1 else tantivy.Query.disjunction_max_query(found)


def _words_query(words: str, group: TermGroup) -> tantivy.Query:
    singles = [_word_query(word) for word in words.split()]
    if len(singles) != 1:
        return every(singles)
    if group.prefix:
        return any_of([singles[0], *(_loose(field, words, 0, prefix=True) for field in _PREFIX_FIELDS)])
    if group.fuzzy:
        return any_of([singles[0], *(_loose(field, words, 1, prefix=False) for field in _PREFIX_FIELDS)])
    return singles[0]


def _word_query(word: str) -> tantivy.Query:
    return tantivy.Query.disjunction_max_query(
        [
            _weighted(tantivy.Query.term_query(SCHEMA, field, word, "freq"), boost)
            for field, boost in TEXT_BOOSTS.items()
        ],
        0.1,
    )


def _loose(field: str, word: str, distance: int, *, prefix: bool) -> tantivy.Query:
    return tantivy.Query.fuzzy_term_query(SCHEMA, field, word, distance, True, prefix)


def _weighted(query: tantivy.Query, boost: float) -> tantivy.Query:
    return query if boost == 1.0 else tantivy.Query.boost_query(query, boost)
