"""The row of fresh goods that opens the market: new, to be had, and with a photo where there are such."""

from collections.abc import Sequence

from shop.catalogue.book import book
from shop.catalogue.cards import ProductCard, cards_by_id
from shop.catalogue.filters import CatalogueFilters
from shop.catalogue.index_query import index_query
from shop.catalogue.search import Found, plain_products
from shop.platform import search_index
from shop.platform.search_index import Filter, IndexUnavailable, Query, Result, Snapshot, Sort, Text

_NEWEST = CatalogueFilters(sort=Sort.NEWEST)


def fresh_products(limit: int = 8) -> Found:
    """The newest of each category, then the newest of all; one SELECT while the index and its products agree."""
    try:
        snapshot, slugs = search_index.current().reader(), tuple(book().categories)
        ids, everything = snapshot.kept(("fresh", slugs, limit), lambda: _candidates(snapshot, slugs, limit))
    except IndexUnavailable:
        return plain_products(_NEWEST, limit)
    return Found(
        cards=_chosen(snapshot, ids, limit),
        total=everything.total,
        capped=False,
        facets=everything.facets,
        next_cursor=None,
        read=None,
        corrected=None,
        partial=False,
        missed=None,
        notices=(),
    )


def _candidates(snapshot: Snapshot, slugs: Sequence[str], limit: int) -> tuple[list[int], Result]:
    """More ids than are wanted, since some are hidden or sold out, and what there is in all."""
    everything = snapshot.search(index_query(_NEWEST, Text(), 3 * limit))
    tops = [Query(filters=(Filter("category", (slug,)),), sort=Sort.NEWEST, limit=2) for slug in slugs]
    found = [snapshot.search(top).ids for top in tops]
    first = [one for place in (0, 1) for ids in found for one in ids[place : place + 1]]
    return list(dict.fromkeys([*first, *everything.ids])), everything


def _chosen(snapshot: Snapshot, ids: Sequence[int], limit: int) -> Sequence[ProductCard]:
    """The best of the candidates: looked at once, then only those chosen are read until one of them has gone."""
    looked: list[ProductCard] = []

    def choose() -> tuple[int, ...]:
        looked.extend(_best(cards_by_id(ids), limit))
        return tuple(card.id for card in looked)

    chosen = snapshot.kept(("fresh chosen", tuple(ids), limit), choose)
    shown = looked or cards_by_id(chosen)
    return shown if len(shown) == len(chosen) else _best(cards_by_id(ids), limit)


def _best(candidates: Sequence[ProductCard], limit: int) -> list[ProductCard]:
    """One of each category first; those without a photo behind the others, sold out ones not at all."""
    there = sorted((card for card in candidates if not card.sold_out), key=lambda card: card.picture is None)
    first = {card.kind.category: card for card in reversed(there)}
    return sorted(there, key=lambda card: (card.picture is None, first[card.kind.category] is not card))[:limit]
