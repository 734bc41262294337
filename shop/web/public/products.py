"""Products: the list with its filters, and each product."""

from typing import Any

from flask import Blueprint, Response, make_response, render_template, request

from shop.text.language import gettext
from shop.web.edge import cacheable
from shop.web.listing import Listing, ListPlace, product_list, similar_cards
from shop.web.sharing import site_og
from shop.web.structured import breadcrumb_list, item_list

pages = Blueprint("products", __name__)


@pages.get("/produk")
def index() -> Response:
    """All products, narrowed by words and filters."""
    listing = product_list(ListPlace("/produk"), request.args)
    return cacheable(make_response(render_template("public/products/index.html", **_list_page(listing))))


def _list_page(listing: Listing) -> dict[str, Any]:
    crumbs = [(gettext("Beranda"), "/"), (gettext("Produk"), "/produk")]
    text = listing.filters.text
    title = gettext("Hasil untuk “%(words)s”", words=text) if text else gettext("Produk")
    return {
        "listing": listing,
        "list_title": title,
        "search_text": text,
        "similar": [] if listing.cards else similar_cards(listing),
        "robots": "noindex" if text else None,
        "og": site_og(title, gettext("Batik, seragam, pelampung, kerajinan, dan makanan langsung dari pembuatnya.")),
        "jsonld": [breadcrumb_list(crumbs), item_list(card["slug"] for card in listing.cards)],
    }
