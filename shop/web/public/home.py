"""The opening page of the market."""

from typing import Any

from flask import Blueprint, Response, current_app, make_response, render_template

from shop.catalogue.fresh import fresh_products
from shop.catalogue.search import Found
from shop.curation.queries import front_page, story_teasers
from shop.lib.clock import today_wib
from shop.text.language import gettext
from shop.text.links import absolute
from shop.web.cards import card_views
from shop.web.edge import cacheable
from shop.web.front import category_tiles, collection_cards, maker_cards, place_chips, story_cards
from shop.web.sharing import site_og
from shop.web.structured import organization, website

pages = Blueprint("home", __name__)

_FRESH = 8
_STORIES = 3


@pages.get("/")
def index() -> Response:
    """Goods first, then makers, collections, places, and how buying goes."""
    return cacheable(make_response(render_template("public/home/index.html", **_page(fresh_products(_FRESH)))))


def _page(found: Found) -> dict[str, Any]:
    makers, collections = front_page(today_wib())
    name = str(current_app.jinja_env.globals["shop_name"])
    logo = current_app.extensions["assets"].url("img/brand/icon-512.png")
    return {
        "tiles": category_tiles(found.facets.get("category"), found.total),
        "fresh": card_views(found.cards),
        "makers": maker_cards(makers),
        "collections": collection_cards(collections),
        "places": place_chips(found.facets),
        "stories": story_cards(story_teasers(2 * _STORIES), without={maker.slug for maker in makers})[:_STORIES],
        "og": site_og(
            gettext("Bagus buatannya. Jelas pembuatnya."),
            gettext("Batik, seragam, pelampung, jahe seduh. Tanya harga, lalu terima penawaran tertulis."),
        ),
        "jsonld": [organization(name, absolute("/").rstrip("/") + logo), website(name)],
    }
