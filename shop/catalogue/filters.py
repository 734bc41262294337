"""What a visitor asks of the catalogue, free of how an address spells it."""

from dataclasses import dataclass
from datetime import date

from shop.platform.search_index import Sort


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueFilters:
    """Words and limits; prices (whole rupiah) and quantities are in base units; slugs and codes are known ones."""

    text: str = ""
    categories: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    regencies: tuple[str, ...] = ()
    price_min: int | None = None
    price_max: int | None = None
    quantity: int | None = None
    by: date | None = None
    ready: bool = False
    sort: Sort = Sort.RELEVANCE
    cursor: str | None = None
