"""Answers of one unchanging state of the index, each worked out once while that state is in use."""

import re
from collections.abc import Callable, Hashable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any, Final, TypeVar

import tantivy
from tantivy import Occur, Order

from shop.platform.search_index.documents import EXACT_FIELDS
from shop.platform.search_index.queries import (
    BadKey,
    Hint,
    Query,
    Sort,
    all_groups,
    between,
    every,
    filtering,
    heads_query,
    lifting,
    some_groups,
)

_KEYS: Final = {
    Sort.RELEVANCE: ("quality_key", Order.Desc),
    Sort.NEWEST: ("newest_key", Order.Desc),
    Sort.PRICE: ("cheap_key", Order.Asc),
    Sort.PRICE_DOWN: ("dear_key", Order.Desc),
}
_ALL: Final = "a"
_SOME: Final = "s"
_DEEPEST: Final = 2_400
"""Relevance has no key to continue from, so its pages end here; what stands deeper is found by narrowing."""
_KEY: Final = re.compile(f"(?P<mode>[{_ALL}{_SOME}])(?P<position>[0-9]{{1,19}})")
_LARGEST: Final = (1 << 62) - 1
_REMEMBERED: Final = 512
_VALUES_PER_FACET: Final = 600

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Result:
    """A page of ids; `partial` when nothing had all that was asked for; facets count without their own filter."""

    ids: tuple[int, ...]
    total: int
    partial: bool
    facets: Mapping[str, Mapping[str, int]]
    next_key: str | None


@dataclass(frozen=True, slots=True)
class _Counts:
    """How many match, how many of them are what the person is after, and how many have each value."""

    total: int
    heads: int
    facets: Mapping[str, Mapping[str, int]]


class Snapshot:
    """One state of the index."""

    def __init__(self, searcher: tantivy.Searcher) -> None:
        self.searcher = searcher
        self._results: dict[Query, Result] = {}
        self._counts: dict[tuple[Query, bool], _Counts] = {}
        self._kept: dict[Hashable, Any] = {}

    def kept(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What follows from this state and `key` alone, worked out once."""
        if key not in self._kept:
            if len(self._kept) >= _REMEMBERED:
                self._kept.clear()
            self._kept[key] = make()
        made: Made = self._kept[key]
        return made

    def search(self, query: Query) -> Result:
        """BadKey when `query.after` is not a key of such a query."""
        result = self._results.get(query)
        if result is None:
            if len(self._results) >= _REMEMBERED:
                self._results.clear()
                self._counts.clear()
            result = self._results[query] = self._search(query)
        return result

    def least(self, query: Query, field: str) -> int | None:
        """The smallest value of a number field among all that the query finds; None where it finds nothing."""
        matching = _matching(query, not self._has_all(query))
        found = self.searcher.aggregate(every(matching), {"least": {"min": {"field": field}}})["least"]["value"]
        return None if found is None else int(found)

    def has_word(self, word: str) -> bool:
        """Whether some document's name, attributes or producer uses the word."""
        return any(self.searcher.doc_freq(field, word) for field in ("name", "attributes", "producer_words"))

    def _search(self, query: Query) -> Result:
        partial, position = _read_key(query.after)
        if position is None:
            partial = not self._has_all(query)
        ids, next_position = self._page(query, partial, position)
        counts = self._count(query, partial=partial)
        mode = _SOME if partial else _ALL
        next_key = None if next_position is None else f"{mode}{next_position}"
        return Result(ids, counts.total, partial and counts.total > 0, counts.facets, next_key)

    def _has_all(self, query: Query) -> bool:
        """Whether something has all that was asked for and, where that is known, is what the person is after."""
        if not query.text.groups:
            return True
        counts = self._count(query, partial=False)
        return counts.total > 0 and (counts.heads > 0 or not _heads(query))

    def _page(self, query: Query, partial: bool, position: int | None) -> tuple[tuple[int, ...], int | None]:
        if query.sort is Sort.RELEVANCE and query.text.groups:
            return self._ranked(query, partial, min(position or 0, _DEEPEST))
        return self._sorted(query, _matching(query, partial), position)

    def _ranked(self, query: Query, partial: bool, offset: int) -> tuple[tuple[int, ...], int | None]:
        """First all that is what the person is after, then the rest: so the many are never scored for the few."""
        counts = self._count(query, partial=partial)
        end = min(offset + query.limit, counts.total, _DEEPEST)
        ids = self._best(query, partial, range(offset, min(end, counts.heads)), heads=True)
        ids += self._best(query, partial, range(max(offset, counts.heads), end), heads=False, skipped=counts.heads)
        return ids, end if end < min(counts.total, _DEEPEST) else None

    def _best(self, query: Query, partial: bool, places: range, *, heads: bool, skipped: int = 0) -> tuple[int, ...]:
        if not places:
            return ()
        clauses = [(Occur.Must, part) for part in _matching(query, partial)]
        clauses += [(Occur.Should, part) for part in lifting(query.text)]
        after = heads_query(query.text)
        if after is not None:
            clauses.append((Occur.Must if heads else Occur.MustNot, after))
        found = self.searcher.search(
            tantivy.Query.boolean_query(clauses),
            len(places),
            count=False,
            offset=places.start - skipped,
            weight_by_field="weight",
        )
        return self._ids(found.hits)

    def _sorted(
        self, query: Query, matching: list[tantivy.Query], position: int | None
    ) -> tuple[tuple[int, ...], int | None]:
        field, order = _KEYS[query.sort]
        if position is not None:
            low, high = (position + 1, None) if order is Order.Asc else (None, position - 1)
            matching = [*matching, between(field, low, high)]
        found = self.searcher.search(every(matching), query.limit + 1, count=False, order_by_field=field, order=order)
        hits = found.hits[: query.limit]
        return self._ids(hits), int(hits[-1][0]) if len(found.hits) > query.limit else None

    def _ids(self, hits: Sequence[tuple[object, tantivy.DocAddress]]) -> tuple[int, ...]:
        values = self.searcher.fast_field_values("id", [address for _, address in hits])
        return tuple(int(value) for value in values if value is not None)

    def _count(self, query: Query, *, partial: bool) -> _Counts:
        """Of all pages and orders of the query together."""
        same = (replace(query, after=None, sort=Sort.NEWEST), partial)
        if same not in self._counts:
            self._counts[same] = self._counted(query, partial)
        return self._counts[same]

    def _counted(self, query: Query, partial: bool) -> _Counts:
        filtered = {part.field for part in query.filters}
        free = [field for field in query.facets if field not in filtered]
        heads = _heads(query)
        answer = self._aggregate(_matching(query, partial), {*free, *(hint.field for hint in heads)})
        facets = {field: _buckets(answer, field) for field in free}
        for field in query.facets:
            if field in filtered:
                facets[field] = _buckets(self._aggregate(_matching(query, partial, without=field), {field}), field)
        found = sum(_buckets(answer, hint.field).get(hint.value, 0) for hint in heads)
        return _Counts(int(answer["total"]["value"]), found, facets)

    def _aggregate(self, matching: list[tantivy.Query], fields: Set[str]) -> dict[str, dict[str, float]]:
        wanted: dict[str, object] = {"total": {"value_count": {"field": "id"}}}
        for field in sorted(fields):
            if field not in EXACT_FIELDS:
                raise ValueError(f"no exact field {field}")
            wanted[field] = {"terms": {"field": field, "size": _VALUES_PER_FACET}}
        return self.searcher.aggregate(every(matching), wanted)


def _matching(query: Query, partial: bool, *, without: str | None = None) -> list[tantivy.Query]:
    words = some_groups(query.text) if partial else all_groups(query.text)
    return words + filtering(query, without=without)


def _heads(query: Query) -> list[Hint]:
    return [hint for hint in query.text.hints if hint.head]


def _buckets(answer: Mapping[str, Mapping[str, object]], field: str) -> dict[str, int]:
    buckets = answer[field]["buckets"]
    return {row["key"]: row["doc_count"] for row in buckets} if isinstance(buckets, list) else {}


def _read_key(after: str | None) -> tuple[bool, int | None]:
    if after is None:
        return False, None
    found = _KEY.fullmatch(after)
    if found is None or int(found["position"]) > _LARGEST:
        raise BadKey(after)
    return found["mode"] == _SOME, int(found["position"])
