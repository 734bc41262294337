"""A list of products as a page shows it: what was found, the filters in force, and the ways on from here."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from shop.catalogue.book import book
from shop.catalogue.filters import CatalogueFilters
from shop.catalogue.search import Found, find_products, kind_counts
from shop.platform.search_index import Sort
from shop.regions.names import places
from shop.text.errors import sentence
from shop.text.formats import number
from shop.text.language import gettext, ngettext
from shop.text.names import name_of
from shop.web.cards import card_views, local_path
from shop.web.filter_chips import chips_in_force, chips_of_reading, quick_ways
from shop.web.filter_groups import filter_groups
from shop.web.limits import missed_words
from shop.web.list_filters import SORTS, Args, read_filters, written_filters

_EAGER = 2
_ALIKE = 6
_NEAR = 4


@dataclass(frozen=True)
class ListPlace:
    """Where a list stands: its path in Indonesian, and the category whose page it is."""

    path: str
    category: str | None = None

    def address(self, filters: CatalogueFilters, cursor: str | None = None) -> str:
        """The address of this list with other filters."""
        parts = written_filters(filters, without=("kategori",) if self.category else ())
        query = urlencode([*parts, ("lanjut", cursor)] if cursor else parts)
        return local_path(self.path) + (f"?{query}" if query else "")


@dataclass(frozen=True)
class Listing:
    """What the templates of lists take."""

    place: ListPlace
    filters: CatalogueFilters
    found: Found
    notices: list[str]
    cards: Sequence[dict[str, Any]] = ()

    @property
    def action(self) -> str:
        return local_path(self.place.path)

    @cached_property
    def total_text(self) -> str:
        """How many there are; nothing where nobody counted."""
        total = self.found.total
        return "" if total is None else ngettext("%(n)s produk", "%(n)s produk", total, n=number(total))

    @property
    def apply_text(self) -> str:
        return gettext("Tampilkan %(found)s", found=self.total_text if self.found.total else gettext("produk"))

    @cached_property
    def groups(self) -> list[dict[str, Any]]:
        return filter_groups(self.filters, self.found.facets, own_category=self.place.category)

    @cached_property
    def chips(self) -> list[tuple[str, str, bool, None]]:
        """Filters in force, each leading to the list without it."""
        wider = chips_in_force(self.filters, own_category=self.place.category)
        return [(text, self.place.address(filters), True, None) for text, filters in wider]

    @cached_property
    def quick_chips(self) -> list[tuple[str, str, bool, None]]:
        """What many look for, one tap away; once in force it stands among the chips that take it away again."""
        if not self.cards:
            return []
        return [(text, self.place.address(filters), False, None) for text, filters in quick_ways(self.filters)]

    @cached_property
    def read_chips(self) -> list[tuple[str, str, bool, None]]:
        """What was read in the words, each leading to the list without it."""
        if self.found.read is None:
            return []
        wider = chips_of_reading(self.filters, self.found.read, elsewhere=bool(self.missed_place))
        return [(text, self.place.address(filters), True, None) for text, filters in wider]

    @cached_property
    def near_chips(self) -> list[tuple[str, str, bool, str]]:
        """Kinds that the words mean, for a list that has not what was asked for; the other filters stay."""
        wider = replace(self.filters, text="", cursor=None)
        read, counts, known = self.found.read, kind_counts(wider), book().kinds
        meant = [code for code in read.kinds if counts.get(code)] if read else []
        return [
            (name_of(known[code]), self.place.address(replace(wider, kinds=(code,))), False, number(counts[code]))
            for code in meant[:_NEAR]
        ]

    @cached_property
    def missed_place(self) -> str:
        """The place in the words, where what is shown has a part of them and comes from other places."""
        read = self.found.read
        if read is None or not self.found.partial or not self.cards:
            return ""
        near = any(card.regency_code.startswith(read.places) for card in self.found.cards)
        return "" if near else " / ".join(places()[code].short for code in read.places[:2])

    @property
    def partial_text(self) -> str:
        """What is said of a list that has a part of the words only; nothing of one that has all."""
        if not self.found.partial:
            return ""
        if self.missed_place:
            return gettext("Belum ada di %(place)s yang cocok. Ini dari daerah lain.", place=self.missed_place)
        if self.chips:
            return gettext("Dengan saringan ini belum ada yang memuat semua kata itu. Ini yang paling dekat.")
        return gettext("Belum ada yang memuat semua kata itu. Ini yang paling dekat.")

    @property
    def missed_text(self) -> str:
        """What of number and day could not be met; nothing where all could."""
        return missed_words(self.found) if self.found.missed else ""

    @property
    def sorts(self) -> list[tuple[str, str, bool]]:
        words = {
            Sort.RELEVANCE: gettext("Paling sesuai"),
            Sort.NEWEST: gettext("Terbaru"),
            Sort.PRICE: gettext("Harga terendah"),
            Sort.PRICE_DOWN: gettext("Harga tertinggi"),
        }
        return [(name, words[sort], sort is self.filters.sort) for name, sort in SORTS.items()]

    @property
    def kept_by_filters(self) -> list[tuple[str, str]]:
        """What the filter form sends along though it has no field for it."""
        return [part for part in written_filters(self.filters) if part[0] in ("q", "urut")]

    @property
    def kept_by_sort(self) -> list[tuple[str, str]]:
        return written_filters(self.filters, without=("urut", "kategori") if self.place.category else ("urut",))

    @property
    def plain_url(self) -> str:
        """The list with the words alone."""
        return self.place.address(CatalogueFilters(text=self.filters.text))

    @property
    def next_url(self) -> str | None:
        cursor = self.found.next_cursor
        return self.place.address(self.filters, cursor) if cursor else None

    @property
    def first_url(self) -> str | None:
        """The first page, from a later one."""
        return self.place.address(self.filters) if self.filters.cursor else None


def product_list(place: ListPlace, args: Args) -> Listing:
    """Read the address, find, and word what was not understood."""
    read = read_filters(args, place.category)
    found = find_products(read.filters, beyond=True)
    notices = [sentence(notice) for notice in (*read.notices, *found.notices)]
    return Listing(place, read.filters, found, notices, card_views(found.cards, eager=_EAGER))


def similar_cards(listing: Listing) -> Sequence[dict[str, Any]]:
    """A few products near to what was asked for, for a page that found nothing."""
    kinds = listing.found.read.kinds[:3] if listing.found.read else ()
    near = replace(CatalogueFilters(), kinds=kinds, categories=listing.filters.categories if not kinds else ())
    return card_views(find_products(near, limit=_ALIKE).cards)
