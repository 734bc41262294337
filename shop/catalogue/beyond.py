"""Where nothing can be made in that number or by that day: what there is without it, and what comes nearest."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from shop.catalogue.filters import CatalogueFilters
from shop.platform import search_index
from shop.platform.search_index import Filter, Query, Range, Result, Sort

Search = Callable[[CatalogueFilters], tuple[Query, Result]]


@dataclass(frozen=True, slots=True)
class Missed:
    """What was `asked` and could not be met, and the limits under which the others are `shown`.

    `least` is the smallest minimum order of those, in base units; `soonest` the id of the one that is done first and
    stands first, None where it was not the day that was let go.
    """

    asked: CatalogueFilters
    shown: CatalogueFilters
    least: int | None
    soonest: int | None


def widened(
    asked: CatalogueFilters, droppable: Sequence[str], strict: Result, search: Search
) -> tuple[Query, Result, Missed] | None:
    """The narrowest of the wider searches that has all the words; where the strict one was empty, one with some.

    On the first page of the best what is done first stands first, where only the day was let go.
    """
    tried = [(wider, *search(wider)) for wider in _wider(asked, droppable)]
    whole = [one for one in tried if one[2].total and not one[2].partial]
    some = [one for one in tried if one[2].total and not strict.total]
    for shown, query, result in (whole or some)[:1]:
        ranked = asked.cursor is None and asked.sort is Sort.RELEVANCE
        first = _soonest(query) if ranked and shown == replace(asked, by=None) else None
        ids = tuple(dict.fromkeys([*([first] if first else []), *result.ids]))
        least = search_index.current().reader().least(_after_what(query), "moq")
        return query, replace(result, ids=ids), Missed(asked, shown, least, first)
    return None


def _wider(asked: CatalogueFilters, droppable: Sequence[str]) -> Iterator[CatalogueFilters]:
    """Without the day, without the quantity, without both."""
    for names in (("by",), ("quantity",), ("by", "quantity")):
        if all(name in droppable and getattr(asked, name) is not None for name in names):
            yield replace(asked, **dict.fromkeys(names))  # type: ignore[arg-type] # both may be None


def _after_what(query: Query) -> Query:
    """Only what the person is after, where that is known: a bag with a life vest on it is no life vest."""
    heads = tuple(hint.value for hint in query.text.hints if hint.head)
    return replace(query, filters=(*query.filters, Filter("kind", heads))) if heads else query


def _soonest(found: Query) -> int:
    """The id of what is done first among all that is found."""
    snapshot, query = search_index.current().reader(), _after_what(found)
    days = snapshot.least(query, "lead_days")
    return snapshot.search(replace(query, ranges=(*query.ranges, Range("lead_days", None, days)), limit=1)).ids[0]
