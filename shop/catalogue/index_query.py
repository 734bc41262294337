"""What a visitor asks of the catalogue, as a query of the search index."""

from collections.abc import Iterator
from dataclasses import replace

from shop.catalogue.filters import CatalogueFilters
from shop.catalogue.query_reading import Reading
from shop.catalogue.types import StockMode
from shop.lib.clock import today_wib
from shop.platform.search_index import Filter, Query, Range, Text

FACETS = ("category", "kind", "province", "regency", "stock")
_DAYS_A_MONTH = 30


def with_reading(filters: CatalogueFilters, read: Reading | None) -> CatalogueFilters:
    """The filters, and where they say nothing of price, quantity or day, what the words say of it."""
    if read is None:
        return filters
    if filters.price_min is None and filters.price_max is None:
        filters = replace(filters, price_min=read.price_min, price_max=read.price_max)
    kept = read.quantity if read.quantity_applies else None
    return replace(filters, quantity=filters.quantity or kept, by=filters.by or read.by)


def index_query(filters: CatalogueFilters, text: Text, limit: int) -> Query:
    """These limits and words, from the first page on."""
    return Query(
        text=text,
        filters=tuple(_exact(filters)),
        ranges=tuple(_ranges(filters)),
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


def _ranges(filters: CatalogueFilters) -> Iterator[Range]:
    if filters.price_min is not None or filters.price_max is not None:
        yield Range("unit_price", filters.price_min, filters.price_max)
    days = (filters.by - today_wib()).days if filters.by else None
    if days is not None:
        yield Range("lead_days", None, max(days, 0))
    if filters.quantity is not None:
        months = max(1, (days or 0) // _DAYS_A_MONTH)
        yield Range("moq", None, filters.quantity)
        yield Range("capacity_free", -(-filters.quantity // months), None)
