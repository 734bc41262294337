"""The opening page of the market."""

from typing import Any

from flask import Blueprint, Response, current_app, make_response, render_template

from shop.catalogue.cards import ProductCard
from shop.catalogue.filters import CatalogueFilters
from shop.catalogue.search import Found, find_products
from shop.curation.queries import front_page, story_teasers
from shop.lib.clock import today_wib
from shop.platform.search_index import Sort
from shop.text.language import gettext
from shop.text.links import absolute
from shop.web.cards import card_views
from shop.web.edge import cacheable
from shop.web.front import category_tiles, collection_cards, maker_cards, place_chips, story_cards
from shop.web.sharing import site_og
from shop.web.structured import organization, website

pages = Blueprint("home", __name__)

_FRESH = 8


@pages.get("/")
def index() -> Response:
    """Goods first, then makers, collections, places, and how buying goes."""
    found = find_products(CatalogueFilters(sort=Sort.NEWEST), limit=3 * _FRESH, fill=False)
    return cacheable(make_response(render_template("public/home/index.html", **_page(found))))


def _page(found: Found) -> dict[str, Any]:
    makers, collections = front_page(today_wib())
    name = str(current_app.jinja_env.globals["shop_name"])
    logo = current_app.extensions["assets"].url("img/brand/icon-512.png")
    return {
        "tiles": category_tiles(found.facets.get("category")),
        "fresh": card_views(_mixed(found.cards)),
        "makers": maker_cards(makers),
        "collections": collection_cards(collections),
        "places": place_chips(found.facets.get("province", {})),
        "stories": story_cards(story_teasers()),
        "og": site_og(
            gettext("Bagus buatannya. Jelas pembuatnya."),
            gettext("Batik, seragam, pelampung, jahe seduh. Tanya harga, lalu terima penawaran tertulis."),
        ),
        "jsonld": [organization(name, absolute("/").rstrip("/") + logo), website(name)],
    }


def _mixed(cards: Any) -> list[ProductCard]:
    """The newest of each maker and kind first, so that one full stall does not fill the row."""
    seen: set[tuple[str, str]] = set()
    first: list[ProductCard] = []
    later: list[ProductCard] = []
    for card in cards:
        marks = {("maker", card.producer_slug), ("kind", card.kind.code)}
        (later if marks & seen else first).append(card)
        seen |= marks
    return [*first, *later][:_FRESH]
