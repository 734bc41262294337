"""Filters in force as chips, each with the filters that remain when it is taken away."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from shop.catalogue.book import book
from shop.catalogue.filters import CatalogueFilters
from shop.catalogue.index_query import with_reading
from shop.catalogue.query_reading import Reading
from shop.regions.names import places
from shop.text.formats import date_short, number, rupiah
from shop.text.language import gettext
from shop.text.names import name_of
from shop.web.limits import said_quantity

Chip = tuple[str, CatalogueFilters]
_LITTLE_MONEY = 100_000
_SEVERAL = ("categories", "kinds", "provinces", "regencies")


def chips_in_force(filters: CatalogueFilters, *, own_category: str | None = None) -> list[Chip]:
    """Everything that narrows a list but its words and the category whose page it is."""
    filters = replace(filters, cursor=None)
    return [*_chosen(filters, own_category), *_limits(filters)]


def _chosen(filters: CatalogueFilters, own_category: str | None) -> Iterator[Chip]:
    for part in _SEVERAL:
        values: tuple[str, ...] = getattr(filters, part)
        for value in values:
            if not (part == "categories" and value == own_category):
                yield _name(part, value), _without(filters, part, value)


def _name(part: str, value: str) -> str:
    if part == "categories":
        return name_of(book().categories[value])
    return name_of(book().kinds[value]) if part == "kinds" else places()[value].short


def _without(filters: CatalogueFilters, part: str, value: str) -> CatalogueFilters:
    rest: Any = tuple(one for one in getattr(filters, part) if one != value)
    return replace(filters, **{part: rest})


def _limits(filters: CatalogueFilters) -> Iterator[Chip]:
    if filters.price_min is not None or filters.price_max is not None:
        yield price_limit(filters.price_min, filters.price_max), replace(filters, price_min=None, price_max=None)
    if filters.quantity is not None:
        yield gettext("Sanggup %(n)s", n=number(filters.quantity)), replace(filters, quantity=None)
    if filters.by is not None:
        yield gettext("Selesai sebelum %(day)s", day=date_short(filters.by)), replace(filters, by=None)
    if filters.ready:
        yield gettext("Stok siap"), replace(filters, ready=False)


def quick_ways(filters: CatalogueFilters) -> Iterator[Chip]:
    """Short cuts to narrower lists that are not in force yet."""
    filters = replace(filters, cursor=None)
    if not filters.ready:
        yield gettext("Stok siap"), replace(filters, ready=True)
    if filters.price_min is None and filters.price_max is None:
        yield price_limit(None, _LITTLE_MONEY), replace(filters, price_max=_LITTLE_MONEY)


def chips_of_reading(filters: CatalogueFilters, read: Reading, *, elsewhere: bool = False) -> list[Chip]:
    """What was read in the words; taking one away takes its words away and keeps the other as a plain filter.

    ``elsewhere``: the list is of other places, so that none is in force.
    """
    filters = replace(filters, cursor=None)
    return [*_amounts_read(filters, read), *([] if elsewhere else _places_read(filters, read))]


def _amounts_read(filters: CatalogueFilters, read: Reading) -> Iterator[Chip]:
    kept = replace(with_reading(filters, read), text=read.without_amounts)
    if (kept.price_min, kept.price_max) != (filters.price_min, filters.price_max):
        yield price_limit(read.price_min, read.price_max), replace(kept, price_min=None, price_max=None)
    if kept.quantity != filters.quantity:
        yield gettext("Sanggup %(n)s", n=said_quantity(read)), replace(kept, quantity=None)
    if kept.by != filters.by and kept.by is not None:
        yield gettext("Selesai sebelum %(day)s", day=date_short(kept.by)), replace(kept, by=None)


def _places_read(filters: CatalogueFilters, read: Reading) -> Iterator[Chip]:
    chosen = {*filters.provinces, *filters.regencies}
    names = [places()[code].short for code in read.places if code not in chosen]
    if names:
        yield " / ".join(names[:2]), replace(filters, text=read.without_places)


def price_limit(low: int | None, high: int | None) -> str:
    """A price range in words."""
    if low is None:
        return gettext("Di bawah %(price)s", price=rupiah(high or 0))
    if high is None:
        return gettext("Di atas %(price)s", price=rupiah(low))
    return f"{rupiah(low)}–{rupiah(high)}"
