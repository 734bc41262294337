"""Finding products: ids come from the search index, what may be shown comes from the database."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, or_, tuple_

from shop.catalogue.book import book
from shop.catalogue.cards import ProductCard, cards, cards_by_id, public_cards_query
from shop.catalogue.filters import CatalogueFilters
from shop.catalogue.models import Product
from shop.catalogue.query_reading import Reading, read_text
from shop.catalogue.types import StockMode
from shop.lib.clock import today_wib
from shop.lib.errors import Invalid, ShopError
from shop.lib.pages import decode_cursor, encode_cursor
from shop.platform import search_index
from shop.platform.search_index import BadKey, Filter, IndexUnavailable, Query, Range, Result, Snapshot, Sort, Text
from shop.producers.models import Producer

PAGE = 24
FACETS = ("category", "kind", "province", "regency", "stock")
_DAYS_A_MONTH = 30
_SIGNS = {Sort.RELEVANCE: "r", Sort.NEWEST: "n", Sort.PRICE: "c", Sort.PRICE_DOWN: "d"}
_PLAIN_SIGN = "b"


@dataclass(frozen=True, slots=True)
class Found:
    """A page of products; `total` is None where nobody counted, facets are empty where there was no index.

    `partial`: nothing had all that was asked for, so these have a part of it. `notices` are for `sentence`.
    """

    cards: Sequence[ProductCard]
    total: int | None
    capped: bool
    facets: Mapping[str, Mapping[str, int]]
    next_cursor: str | None
    read: Reading | None
    corrected: str | None
    partial: bool
    notices: tuple[ShopError, ...]


def find_products(filters: CatalogueFilters, limit: int = PAGE) -> Found:
    """Public products that fit; one SELECT however many there are, and without an index the newest ones.

    Where the database hides some that the index still knows, those that follow fill the gap with one more.
    """
    try:
        return _from_index(filters, limit)
    except IndexUnavailable:
        return _from_database(filters, limit)


def fresh_products(limit: int = 8) -> Found:
    """The newest product of each category, then the newest of all: a row that shows what there is; one SELECT."""
    newest = CatalogueFilters(sort=Sort.NEWEST)
    try:
        snapshot, slugs = search_index.current().reader(), tuple(book().categories)
        ids, everything = snapshot.kept(("fresh", slugs, limit), lambda: _fresh(snapshot, newest, slugs, limit))
    except IndexUnavailable:
        return _from_database(newest, limit)
    shown = cards_by_id(ids[:limit])
    return Found(
        cards=shown if len(shown) == len(ids[:limit]) else cards_by_id(ids)[:limit],
        total=everything.total,
        capped=False,
        facets=everything.facets,
        next_cursor=None,
        read=None,
        corrected=None,
        partial=False,
        notices=(),
    )


def _fresh(snapshot: Snapshot, newest: CatalogueFilters, slugs: Sequence[str], limit: int) -> tuple[list[int], Result]:
    """Twice as many ids as are wanted, since the database may hide some, and what there is in all."""
    everything = snapshot.search(_query(newest, None, 3 * limit))
    tops = [Query(filters=(Filter("category", (slug,)),), sort=Sort.NEWEST, limit=1) for slug in slugs]
    first = [one for top in tops for one in snapshot.search(top).ids]
    return list(dict.fromkeys([*first, *everything.ids]))[: 2 * limit], everything


def _read(text: str) -> Reading:
    snapshot = search_index.current().reader()
    return snapshot.kept(("read", text), lambda: read_text(text, snapshot.has_word))


def kind_counts() -> Mapping[str, int]:
    """How many products each kind has; empty where there is no index."""
    try:
        return search_index.current().search(Query(limit=1, facets=("kind",))).facets["kind"]
    except IndexUnavailable:
        return {}


def _from_index(filters: CatalogueFilters, limit: int) -> Found:
    read = _read(filters.text) if filters.text else None
    query = _query(filters, read, limit)
    result, notices = _searched(query, filters)
    if result.total == 0 and read is not None and read.quantity_applies and filters.quantity is None:
        query = _query(filters, replace(read, quantity=None), limit)
        result, again = _searched(query, filters)
        notices = [*notices, *again, *([Invalid("search_quantity_dropped")] if result.total else [])]
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
        notices=tuple(notices),
    )


def _searched(query: Query, filters: CatalogueFilters) -> tuple[Result, list[ShopError]]:
    """The page after the cursor; a cursor of another list leads to the first page and says so."""
    index = search_index.current()
    if filters.cursor is None:
        return index.search(query), []
    try:
        if filters.cursor[:1] == _SIGNS[filters.sort]:
            return index.search(replace(query, after=filters.cursor[1:])), []
    except BadKey:
        pass
    return index.search(query), [Invalid("search_cursor_unknown")]


def _shown(query: Query, result: Result) -> tuple[list[ProductCard], str | None]:
    """The cards of a page; where the database hides some, those that follow fill the gap once."""
    shown, key = cards_by_id(result.ids), result.next_key
    missing = len(result.ids) - len(shown)
    if missing and key:
        more = search_index.current().search(replace(query, after=key, limit=missing))
        shown, key = [*shown, *cards_by_id(more.ids)], more.next_key
    return shown, key


def _query(filters: CatalogueFilters, read: Reading | None, limit: int) -> Query:
    return Query(
        text=read.text if read else Text(),
        filters=tuple(_exact(filters)),
        ranges=tuple(_ranges(filters, read)),
        sort=filters.sort,
        limit=limit,
        facets=FACETS,
    )


def _exact(filters: CatalogueFilters) -> list[Filter]:
    wanted = {
        "category": filters.categories,
        "kind": filters.kinds,
        "province": filters.provinces,
        "regency": filters.regencies,
        "stock": (str(StockMode.READY),) if filters.ready else (),
    }
    return [Filter(field, values) for field, values in wanted.items() if values]


def _ranges(filters: CatalogueFilters, read: Reading | None) -> list[Range]:
    low, high = filters.price_min, filters.price_max
    if low is None and high is None and read is not None:
        low, high = read.price_min, read.price_max
    ranges = [Range("unit_price", low, high)] if low is not None or high is not None else []
    days = (filters.by - today_wib()).days if filters.by else None
    if days is not None:
        ranges.append(Range("lead_days", None, max(days, 0)))
    if filters.quantity is not None:
        months = max(1, (days or 0) // _DAYS_A_MONTH)
        ranges.append(Range("moq", None, filters.quantity))
        ranges.append(Range("capacity_free", -(-filters.quantity // months), None))
    elif read is not None and read.quantity_applies:
        ranges.append(Range("moq", None, read.quantity))
    return ranges


def _from_database(filters: CatalogueFilters, limit: int) -> Found:
    """The newest products within plain limits: slower to search by eye, but there while the index is not."""
    notices: list[ShopError] = [Invalid("search_unavailable")]
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
        notices=tuple(notices),
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
