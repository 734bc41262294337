"""What a query as typed says besides its words: prices, a quantity, a day, places; each can be taken back."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from shop.catalogue.search_text import Places, read_query, vocabulary
from shop.catalogue.search_text.amounts import read_amounts
from shop.catalogue.search_text.days import read_day
from shop.catalogue.search_text.normalise import plain
from shop.catalogue.types import UnitBase
from shop.lib.clock import today_wib
from shop.platform.search_index import Text
from shop.regions.names import codes_by_name

_PLACE_SIGNS = r"(?:(?:di|dari|daerah|wilayah|area|asal|asli|dekat)\s+)?(?:(?:kabupaten|kab\.?|kota|provinsi)\s+)?"


@dataclass(frozen=True, slots=True)
class Reading:
    """A query as it was understood. Prices are rupiah, `quantity` counts `unit` (a base) and was `said` so.

    It is wanted `by` a day; `places` are codes. `without_amounts` (prices, quantity, day) and `without_places` are the
    query without what was read so, for who did not mean it.
    """

    text: Text
    price_min: int | None
    price_max: int | None
    quantity: int | None
    unit: str | None
    said: str | None
    by: date | None
    places: tuple[str, ...]
    kinds: tuple[str, ...]
    corrected: str | None
    without_amounts: str
    without_places: str

    @property
    def quantity_applies(self) -> bool:
        """Pieces compare across kinds; metres of cloth that is sold by the sheet do not."""
        return self.quantity is not None and self.unit == UnitBase.PIECE


def read_text(text: str, is_known: Callable[[str], bool]) -> Reading:
    """Read a query against the shop's vocabulary, places and the words that products use."""
    read = read_query(text, vocabulary(), known_places(), is_known)
    return Reading(
        text=read.text,
        price_min=read.price_min,
        price_max=read.price_max,
        quantity=read.quantity,
        unit=read.unit,
        said=read.said,
        by=read.by,
        places=read.places,
        kinds=read.kinds_hint,
        corrected=read.corrected,
        without_amounts=" ".join(read_amounts(read_day(plain(text), today_wib()).rest).rest.split()),
        without_places=_without_places(
            text, [words for group in read.terms if _is_place(group.exact) for words in group.words]
        ),
    )


@cache
def known_places() -> Places:
    """Provinces and regencies as queries name them."""
    return Places(codes_by_name())


def _is_place(exact: tuple[tuple[str, str], ...]) -> bool:
    return any(field in ("province", "regency") for field, _ in exact)


def _without_places(text: str, names: list[str]) -> str:
    left = plain(text)
    for name in names:
        left = re.sub(rf"(?<!\w){_PLACE_SIGNS}{re.escape(name)}(?!\w)", " ", left)
    return " ".join(left.split())
