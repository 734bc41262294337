"""Product cards as templates want them: sentences, prices and picture addresses worked out once, for all areas."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from shop.catalogue.cards import Picture, ProductCard
from shop.catalogue.pricing import is_out_of_date
from shop.catalogue.types import PriceBasis, StockMode
from shop.platform.images import EXTENSIONS
from shop.regions.reading import short_name
from shop.text.formats import number, rupiah
from shop.text.honesty import labels
from shop.text.language import SOURCE_LANGUAGE, current_language, gettext, ngettext
from shop.text.names import name_of


class Card(dict[str, Any]):
    """What the macro product_card takes; made once for the same facts, so it is known by itself and never changed."""

    __hash__ = object.__hash__  # type: ignore[assignment] # a dict has none
    __eq__ = object.__eq__
    __ne__ = object.__ne__


def card_view(card: ProductCard, *, eager: bool = False) -> Card:
    """What the macro product_card takes; ``eager`` for a picture that stands on the first screen."""
    return _view(card, current_language(), eager=eager, stale=is_out_of_date(card.last_confirmed_at))


@lru_cache(maxsize=4_096)
def _view(card: ProductCard, language: str, *, eager: bool, stale: bool) -> Card:
    """The same in the current language: worked out once for the same facts."""
    price_text, unit_text = price_words(card, short=True)
    facts = {
        "slug": card.slug,
        "url": local_path(f"/produk/{card.slug}"),
        "name": card.name,
        "lang": None if card.language == language else card.language,
        "price_text": price_text,
        "unit_text": unit_text,
        "min_text": gettext("Min. %(n)s", n=number(card.moq)),
        "lead_text": "" if card.sold_out else lead_words(card.stock_mode, card.lead_days),
        "place": short_name(card.regency_name),
        "producer_name": card.producer_name,
        "producer_lang": None if card.producer_language == language else card.producer_language,
        "initials": initials(card.producer_name),
        "cloth": card.producer_cloth,
        "labels": [*labels(card.told), *_state_labels(card, stale=stale)],
        "image": image_view(card.picture) if card.picture else None,
        "eager": eager,
    }
    return Card(facts)


def card_views(cards: Iterable[ProductCard], *, eager: int = 0) -> list[Card]:
    """Several cards, the first ``eager`` of them on the first screen."""
    return [card_view(card, eager=place < eager) for place, card in enumerate(cards)]


def price_words(card: ProductCard, *, short: bool = False) -> tuple[str, str]:
    """The price and what it is for: Rp39.000 and /pcs; no price by quotation. ``short``: only where a range starts."""
    if card.price is None:
        return gettext("Harga lewat penawaran"), ""
    price = rupiah(card.price)
    ranges = card.price_max is not None and card.price_max > card.price
    if ranges and not short:
        price = f"{price}–{rupiah(card.price_max or 0).removeprefix('Rp')}"
    if card.price_basis is PriceBasis.STARTING_AT or (ranges and short):
        price = gettext("Mulai %(price)s", price=price)
    unit = f"/{name_of(card.unit)}"
    if card.price_basis is PriceBasis.LABOUR:
        unit = gettext("%(unit)s, ongkos jahit", unit=unit)
    return price, unit


def lead_words(mode: StockMode, days: int) -> str:
    """How soon: in stock, or so many days."""
    if mode is StockMode.READY or days == 0:
        return gettext("Stok siap")
    return ngettext("%(num)s hari", "%(num)s hari", days)


def _state_labels(card: ProductCard, *, stale: bool) -> list[tuple[str, str]]:
    if card.sold_out:
        return [("fact", gettext("Sedang habis"))]
    if stale:
        return [("fact", gettext("Harga perlu dikonfirmasi"))]
    return []


def image_view(picture: Picture, *, alt: str | None = None) -> Mapping[str, Any]:
    """What the macro picture takes."""
    view = _image(picture.key, picture.width, picture.height, picture.formats)
    return {**view, "alt": picture.alt if alt is None else alt}


@lru_cache(maxsize=4_096)
def _image(key: str, width: int, height: int, formats: tuple[str, ...]) -> Mapping[str, Any]:
    """Addresses of all renditions; those of a photo never change."""
    sizes: dict[str, list[int]] = {}
    for made in formats:
        format_, _, wide = made.partition(":")
        sizes.setdefault(format_, []).append(int(wide))
    view: dict[str, Any] = {"width": width, "height": height}
    for format_, widths in sizes.items():
        names = [(f"/media/{key}/{wide}.{EXTENSIONS[format_]}", wide) for wide in sorted(widths)]  # type: ignore[index]
        view[format_] = ", ".join(f"{name} {wide}w" for name, wide in names)
    fallback = next((view[one] for one in ("jpeg", "webp", "avif") if one in view), "")
    return {**view, "src": fallback.partition(" ")[0]}


def portrait_path(key: str | None) -> str | None:
    """The address of a portrait of the size that stands beside a name."""
    return f"/media/{key}/320.jpg" if key else None


def initials(name: str) -> str:
    """At most two letters that stand for a maker: the first ones of its first and second word."""
    return "".join(word[0] for word in name.split()[:2] if word[:1].isalnum()).upper() or "•"


def local_path(path: str) -> str:
    """An address of product.md in the language of this page; lists make hundreds, so without url_for."""
    return path if current_language() == SOURCE_LANGUAGE else f"/{current_language()}{path}".rstrip("/")
