"""Filters of a product list as its address spells them: read with patience, written in one way."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from werkzeug.datastructures import MultiDict

from shop.catalogue.book import book
from shop.catalogue.filters import CatalogueFilters
from shop.catalogue.search_text.reading import LONGEST_QUERY
from shop.lib.clock import today_wib
from shop.lib.errors import Invalid, ShopError
from shop.lib.money import parse_rupiah
from shop.lib.quantities import parse_amount, parse_coming_day
from shop.platform.search_index import Sort
from shop.regions.names import province_codes, regency_codes

SORTS = {"sesuai": Sort.RELEVANCE, "terbaru": Sort.NEWEST, "termurah": Sort.PRICE, "termahal": Sort.PRICE_DOWN}
READY = "siap"
_SORT_NAMES = {sort: name for name, sort in SORTS.items()}
_SHOWN_VALUE = 40
_MOST_VALUES = 20

Args = MultiDict[str, str]
T = TypeVar("T")


@dataclass(frozen=True)
class ReadFilters:
    """What an address asks for, and what of it was not understood, in words to be shown."""

    filters: CatalogueFilters
    notices: tuple[ShopError, ...]


def read_filters(args: Args, category: str | None = None) -> ReadFilters:
    """Read an address; ``category`` is the one whose page this is. What is not known becomes a notice."""
    return _Reader(args).read(category)


class _Reader:
    def __init__(self, args: Args) -> None:
        self.args = args
        self.notices: list[ShopError] = []

    def read(self, category: str | None) -> ReadFilters:
        known = book()
        low, high = self._prices()
        filters = CatalogueFilters(
            text=self._text(),
            categories=(category,) if category else self._several("kategori", known.categories),
            kinds=self._several("jenis", known.kinds),
            provinces=self._several("provinsi", province_codes()),
            regencies=self._several("kabkota", regency_codes()),
            price_min=low,
            price_max=high,
            quantity=self._parsed("jumlah", parse_amount),
            by=self._day(),
            ready=self._one("stok", {READY: True}, default=False),
            sort=self._one("urut", SORTS, default=Sort.RELEVANCE),
            cursor=self.args.get("lanjut") or None,
        )
        return ReadFilters(filters, tuple(self.notices))

    def _text(self) -> str:
        text = " ".join(self.args.get("q", "").split())
        if len(text) > LONGEST_QUERY:
            self.notices.append(Invalid("query_too_long"))
        return text[:LONGEST_QUERY]

    def _several(self, name: str, known: Collection[str]) -> tuple[str, ...]:
        given = list(dict.fromkeys(value.strip() for value in self.args.getlist(name) if value.strip()))
        for value in given:
            if value not in known:
                self._unknown(value)
        return tuple(sorted(value for value in given if value in known)[:_MOST_VALUES])

    def _one(self, name: str, known: dict[str, T], default: T) -> T:
        given = self.args.get(name, "").strip()
        if given and given not in known:
            self._unknown(given)
        return known.get(given, default)

    def _parsed(self, name: str, parse: Callable[[str], T]) -> T | None:
        given = self.args.get(name, "").strip()
        try:
            return parse(given) if given else None
        except Invalid:
            self._unknown(given)
            return None

    def _prices(self) -> tuple[int | None, int | None]:
        low, high = self._parsed("harga_min", parse_rupiah), self._parsed("harga_maks", parse_rupiah)
        if low is not None and high is not None and low > high:
            self.notices.append(Invalid("filter_price_order"))
            low, high = high, low
        return low or None, high

    def _day(self) -> Any:
        day = self._parsed("sebelum", lambda text: parse_coming_day(text, today_wib()))
        if day is not None and day < today_wib():
            self.notices.append(Invalid("filter_date_past"))
            return None
        return day

    def _unknown(self, value: str) -> None:
        shown = value if len(value) <= _SHOWN_VALUE else f"{value[:_SHOWN_VALUE]}…"
        self.notices.append(Invalid("filter_unknown", value=shown))


def written_filters(filters: CatalogueFilters, *, without: Iterable[str] = ()) -> list[tuple[str, str]]:
    """The parts of an address that mean these filters, always in the same order, without the cursor."""
    parts: list[tuple[str, object]] = [
        ("q", filters.text),
        *(("kategori", value) for value in filters.categories),
        *(("jenis", value) for value in filters.kinds),
        *(("provinsi", value) for value in filters.provinces),
        *(("kabkota", value) for value in filters.regencies),
        ("harga_min", filters.price_min),
        ("harga_maks", filters.price_max),
        ("jumlah", filters.quantity),
        ("sebelum", filters.by.isoformat() if filters.by else None),
        ("stok", READY if filters.ready else None),
        ("urut", _SORT_NAMES[filters.sort] if filters.sort is not Sort.RELEVANCE else None),
    ]
    left_out = set(without)
    return [(name, str(value)) for name, value in parts if value not in (None, "") and name not in left_out]
