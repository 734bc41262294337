"""Finding products: ids come from the search index, what may be shown comes from the database."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, or_, tuple_

from shop.catalogue.beyond import Missed, widened
from shop.catalogue.book import book
from shop.catalogue.cards import ProductCard, cards, cards_by_id, public_cards_query
from shop.catalogue.filters import CatalogueFilters
from shop.catalogue.index_query import index_query, with_reading
from shop.catalogue.models import Product
from shop.catalogue.query_reading import Reading, read_text
from shop.lib.clock import today_wib
from shop.lib.errors import Invalid, ShopError
from shop.lib.pages import decode_cursor, encode_cursor
from shop.platform import search_index
from shop.platform.search_index import BadKey, IndexUnavailable, Query, Result, Sort, Text
from shop.producers.models import Producer

PAGE = 24
_SIGNS = {Sort.RELEVANCE: "r", Sort.NEWEST: "n", Sort.PRICE: "c", Sort.PRICE_DOWN: "d"}
_PLAIN_SIGN = "b"


@dataclass(frozen=True, slots=True)
class Found:
    """A page of products; `total` is None where nobody counted, facets are empty where there was no index.

    `partial`: nothing had all that was asked for, so these have a part of it. `missed`: what was let go.
    `notices` are for `sentence`.
    """

    cards: Sequence[ProductCard]
    total: int | None
    capped: bool
    facets: Mapping[str, Mapping[str, int]]
    next_cursor: str | None
    read: Reading | None
    corrected: str | None
    partial: bool
    missed: Missed | None
    notices: tuple[ShopError, ...]


def find_products(filters: CatalogueFilters, limit: int = PAGE, *, beyond: bool = False) -> Found:
    """Public products that fit; one SELECT however many there are, and without an index the newest ones.

    Where no product can be had in the number or by the day that the words say, they are let go and stand in `missed`;
    `beyond`: those of the filters too. Where the database hides some that the index still knows, those that follow
    fill the gap with one more SELECT.
    """
    try:
        return _from_index(filters, limit, beyond=beyond)
    except IndexUnavailable:
        return plain_products(filters, limit)


def _read(text: str) -> Reading:
    snapshot = search_index.current().reader()
    return snapshot.kept(("read", text, today_wib()), lambda: read_text(text, snapshot.has_word))


def kind_counts(filters: CatalogueFilters | None = None) -> Mapping[str, int]:
    """How many products of each kind fit these filters, whatever their words say; empty where there is no index."""
    query = index_query(replace(filters or CatalogueFilters(), kinds=(), cursor=None), Text(), 1)
    try:
        return search_index.current().search(query).facets["kind"]
    except IndexUnavailable:
        return {}


def _from_index(filters: CatalogueFilters, limit: int, *, beyond: bool) -> Found:
    read = _read(filters.text) if filters.text else None
    text, asked = read.text if read else Text(), with_reading(filters, read)
    query = index_query(asked, text, limit)
    result, after, notices = _searched(query, filters)
    missed = None
    if not result.total or result.partial:
        droppable = [name for name in ("by", "quantity") if getattr(filters, name) is None or beyond]
        wider = widened(asked, droppable, result, lambda one: _again(index_query(one, text, limit), after))
        if wider is not None:
            query, result, missed = wider
    shown, key = _shown(query, result)
    return Found(
        cards=shown,
        total=result.total,
        capped=False,
        facets=result.facets,
        next_cursor=f"{_SIGNS[filters.sort]}{key}" if key else None,
        read=read,
        corrected=read.corrected if read else None,
        partial=result.partial,
        missed=missed,
        notices=notices,
    )


def _again(query: Query, after: str | None) -> tuple[Query, Result]:
    return query, search_index.current().search(replace(query, after=after))


def _searched(query: Query, filters: CatalogueFilters) -> tuple[Result, str | None, tuple[ShopError, ...]]:
    """The page after the cursor, and its key; a cursor of another list leads to the first page and says so."""
    index = search_index.current()
    if filters.cursor is None:
        return index.search(query), None, ()
    try:
        if filters.cursor[:1] == _SIGNS[filters.sort]:
            key = filters.cursor[1:]
            return index.search(replace(query, after=key)), key, ()
    except BadKey:
        pass
    return index.search(query), None, (Invalid("search_cursor_unknown"),)


def _shown(query: Query, result: Result) -> tuple[list[ProductCard], str | None]:
    """The cards of a page; where the database hides some, those that follow fill the gap once."""
    shown, key = cards_by_id(result.ids), result.next_key
    missing = len(result.ids) - len(shown)
    if missing and key:
        more = search_index.current().search(replace(query, after=key, limit=missing))
        shown, key = [*shown, *cards_by_id(more.ids)], more.next_key
    return shown, key


def plain_products(filters: CatalogueFilters, limit: int) -> Found:
    """The newest products within plain limits: slower to search by eye, but there while the index is not."""
    query = public_cards_query().where(*_plain_limits(filters))
    if filters.cursor and filters.cursor[:1] == _PLAIN_SIGN:
        after = decode_cursor(filters.cursor[1:], int, int)
        if after is not None:
            moment = datetime.fromtimestamp(int(after[0]) / 1_000_000, UTC)
            query = query.where(tuple_(Product.published_at, Product.id) < (moment, int(after[1])))
    query = query.order_by(Product.published_at.desc(), Product.id.desc()).limit(limit + 1)
    rows = cards(query)
    shown = rows[:limit]
    return Found(
        cards=shown,
        total=None,
        capped=False,
        facets={},
        next_cursor=_plain_cursor(shown[-1]) if len(rows) > limit else None,
        read=None,
        corrected=None,
        partial=False,
        missed=None,
        notices=(Invalid("search_unavailable"),),
    )


def _plain_cursor(card: ProductCard) -> str:
    moment = card.published_at or datetime.fromtimestamp(0, UTC)
    return _PLAIN_SIGN + encode_cursor([round(moment.timestamp() * 1_000_000), card.id])


def _plain_limits(filters: CatalogueFilters) -> Iterator[ColumnElement[bool]]:
    known = book()
    codes = {code for slug in filters.categories for code in known.categories[slug].kinds} or set(filters.kinds)
    if codes:
        yield Product.kind_id.in_([known.kinds[code].id for code in sorted(codes) if code in known.kinds])
    if filters.regencies:
        yield Producer.regency_code.in_(filters.regencies)
    if filters.provinces:
        yield or_(*(Producer.regency_code.startswith(f"{province}.") for province in filters.provinces))
    if filters.price_min is not None:
        yield Product.unit_price >= filters.price_min
    if filters.price_max is not None:
        yield Product.unit_price <= filters.price_max
