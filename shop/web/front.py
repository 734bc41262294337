"""Parts of the home page as its macros take them."""

from collections.abc import Iterable, Mapping, Set
from functools import cache, lru_cache
from typing import Any
from urllib.parse import urlencode

from flask import current_app

from shop.catalogue.book import book
from shop.curation.queries import CollectionTeaser, FeaturedMaker, StoryTeaser
from shop.producers.types import ProducerForm
from shop.regions.names import places
from shop.text.formats import number
from shop.text.language import SOURCE_LANGUAGE, current_language, gettext, ngettext
from shop.text.names import name_of
from shop.web.assets import Assets
from shop.web.cards import image_view, initials, local_path, portrait_path
from shop.web.words import foreign

_TILE_WIDTHS = (144, 216, 288)
_KINDS = ("avif", "webp")
_MOST_PROVINCES = 6
_MOST_REGENCIES = 8

View = dict[str, Any]
Chip = tuple[str, str, bool, str]


def category_tiles(counts: Mapping[str, int] | None, total: int | None) -> list[View]:
    """Every category with its picture, and the way to all; how many products where that is known."""
    tiles = [
        _tile(slug, f"/kategori/{slug}", name_of(category), None if counts is None else counts.get(slug, 0))
        for slug, category in book().categories.items()
    ]
    return [*tiles, _tile("semua", "/produk", gettext("Semua"), total)]


def _tile(slug: str, path: str, name: str, count: int | None) -> View:
    count_text = "" if count is None else _products(count)
    return {"url": local_path(path), "name": name, "count_text": count_text, "image": category_image(slug)}


def category_image(slug: str) -> View | None:
    """The drawn picture of a category; one that staff added later has none."""
    return _category_image(current_app.extensions["assets"], slug)


@cache
def _category_image(assets: Assets, slug: str) -> View | None:
    try:
        files = {kind: [(assets.url(f"img/categories/{slug}-{w}.{kind}"), w) for w in _TILE_WIDTHS] for kind in _KINDS}
    except LookupError:
        return None
    view: View = {kind: ", ".join(f"{url} {width}w" for url, width in found) for kind, found in files.items()}
    return {**view, "src": files["webp"][-1][0], "width": 288, "height": 288, "alt": ""}


def maker_cards(makers: Iterable[FeaturedMaker]) -> list[View]:
    """Featured makers."""
    return [
        {
            "url": local_path(f"/produsen/{maker.slug}"),
            "name": maker.name,
            "lang": foreign(maker.language),
            "initials": initials(maker.name),
            "cloth": maker.cloth,
            "portrait": portrait_path(maker.portrait),
            "form_text": form_words(maker.form),
            "place": places()[maker.regency_code].short,
            "quote": maker.quote,
            "quote_lang": foreign(maker.quote_language) if maker.quote_language else None,
            "images": [image_view(picture) for picture in maker.pictures],
        }
        for maker in makers
    ]


def form_words(form: ProducerForm) -> str:
    """What a maker is, on a card."""
    return {
        ProducerForm.PERSON: gettext("Perorangan"),
        ProducerForm.GROUP: gettext("Kelompok"),
        ProducerForm.COOPERATIVE: gettext("Koperasi"),
        ProducerForm.WORKSHOP: gettext("Sanggar"),
    }[form]


def collection_cards(collections: Iterable[CollectionTeaser]) -> list[View]:
    """Collections as cards with a picture."""
    source = current_language() == SOURCE_LANGUAGE
    return [
        {
            "url": local_path(f"/koleksi/{one.slug}"),
            "title": one.title_id if source else one.title_en,
            "text": one.intro_id if source else one.intro_en,
            "by": _products(one.count),
            "image": image_view(one.picture, alt="") if one.picture else None,
        }
        for one in collections
    ]


def story_cards(stories: Iterable[StoryTeaser], *, without: Set[str] = frozenset()) -> list[View]:
    """The first words of stories; not of makers who already speak elsewhere on the page."""
    return [
        {
            "url": local_path(f"/produsen/{one.producer_slug}"),
            "title": f"“{one.quote}”",
            "lang": foreign(one.language),
            "text": None,
            "by_lang": foreign(one.producer_language),
            "by": f"{one.producer_name}, {places()[one.regency_code].short}",
            "image": None,
        }
        for one in stories
        if one.producer_slug not in without
    ]


def place_chips(facets: Mapping[str, Mapping[str, int]]) -> list[Chip]:
    """Provinces, then regencies, with the most products."""
    provinces, regencies = (tuple(facets.get(field, {}).items()) for field in ("province", "regency"))
    chips = _chips("provinsi", provinces, _MOST_PROVINCES, current_language())
    return [*chips, *_chips("kabkota", regencies, _MOST_REGENCIES, current_language())]


@lru_cache(maxsize=64)
def _chips(name: str, counts: tuple[tuple[str, int], ...], most: int, _language: str) -> list[Chip]:
    known = places()
    chosen = sorted(((code, count) for code, count in counts if code in known), key=lambda one: (-one[1], one[0]))
    address = local_path("/produk")
    return [
        (known[code].short, f"{address}?{urlencode({name: code})}", False, number(count))
        for code, count in chosen[:most]
    ]


def _products(count: int) -> str:
    return ngettext("%(n)s produk", "%(n)s produk", count, n=number(count))
