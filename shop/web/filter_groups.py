"""The groups of choices in the filter form, with how many products each choice has."""

from collections.abc import Iterable, Mapping
from typing import Any

from shop.catalogue.book import book
from shop.catalogue.filters import CatalogueFilters
from shop.catalogue.types import StockMode
from shop.regions.names import places
from shop.text.formats import number
from shop.text.language import gettext
from shop.text.names import name_of
from shop.web.list_filters import READY

Facets = Mapping[str, Mapping[str, int]]
Option = tuple[str, str, str | None, bool]
_MOST_PLACES = 12
_MOST_KINDS = 12


def filter_groups(
    filters: CatalogueFilters, facets: Facets, *, own_category: str | None = None
) -> list[dict[str, Any]]:
    """Category, kind, province, regency, stock: only what this list can be narrowed by."""
    groups = [] if own_category else [_group(gettext("Kategori"), "kategori", _categories(filters, facets))]
    groups.append(_group(gettext("Jenis"), "jenis", _kinds(filters, facets)))
    groups.append(_group(gettext("Provinsi"), "provinsi", _provinces(filters, facets)))
    groups.append(_group(gettext("Kabupaten atau kota"), "kabkota", _regencies(filters, facets)))
    ready = facets.get("stock", {}).get(StockMode.READY)
    stock: list[Option] = (
        [(READY, gettext("Stok siap"), _count(ready), filters.ready)] if ready or filters.ready else []
    )
    groups.append(_group(gettext("Ketersediaan"), "stok", stock))
    return [group for group in groups if group["options"]]


def _group(title: str, name: str, options: list[Option]) -> dict[str, Any]:
    return {"title": title, "name": name, "options": options}


def _count(found: int | None) -> str | None:
    return None if found is None else number(found)


def _categories(filters: CatalogueFilters, facets: Facets) -> list[Option]:
    counts = facets.get("category")
    return [
        (
            slug,
            name_of(category),
            _count(counts.get(slug, 0)) if counts is not None else None,
            slug in filters.categories,
        )
        for slug, category in book().categories.items()
        if counts is None or counts.get(slug) or slug in filters.categories
    ]


def _kinds(filters: CatalogueFilters, facets: Facets) -> list[Option]:
    """Kinds of the chosen categories, or those that the words mean; without either the list would be too long."""
    if not (filters.categories or filters.text or filters.kinds):
        return []
    known, counts = book().kinds, facets.get("kind", {})
    chosen = _most(counts, filters.kinds, known, _MOST_KINDS)
    return [(code, name_of(known[code]), _count(counts.get(code, 0)), code in filters.kinds) for code in chosen]


def _provinces(filters: CatalogueFilters, facets: Facets) -> list[Option]:
    known, counts = places(), facets.get("province", {})
    chosen = _most(counts, filters.provinces, known, _MOST_PLACES)
    return [(code, known[code].name, _count(counts.get(code, 0)), code in filters.provinces) for code in chosen]


def _regencies(filters: CatalogueFilters, facets: Facets) -> list[Option]:
    if not (filters.provinces or filters.regencies):
        return []
    known, counts = places(), facets.get("regency", {})
    chosen = _most(counts, filters.regencies, known, _MOST_PLACES)
    return [(code, known[code].short, _count(counts.get(code, 0)), code in filters.regencies) for code in chosen]


def _most(counts: Mapping[str, int], on: Iterable[str], known: Mapping[str, Any], most: int) -> list[str]:
    """The values that most products have, and those that are chosen; by how many they have."""
    ranked = sorted((code for code in counts if code in known), key=lambda code: (-counts[code], code))
    return [*ranked[:most], *(code for code in on if code not in ranked[:most])]
