"""Categories: the list of products of one, with what it is and its kinds."""

from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, abort, make_response, render_template, request

from shop.catalogue.book import CategoryFacts, book
from shop.text.formats import number
from shop.text.language import SOURCE_LANGUAGE, current_language, gettext
from shop.text.names import name_of
from shop.web.edge import cacheable
from shop.web.listing import Listing, ListPlace, product_list, similar_cards
from shop.web.sharing import site_og
from shop.web.structured import breadcrumb_list, item_list

pages = Blueprint("categories", __name__)


@pages.get("/kategori/<slug>")
def show(slug: str) -> Response:
    """One category."""
    category = book().categories.get(slug)
    if category is None:
        abort(404)
    listing = product_list(ListPlace(f"/kategori/{slug}", slug), request.args)
    return cacheable(make_response(render_template("public/categories/show.html", **_page(category, listing))))


def _page(category: CategoryFacts, listing: Listing) -> dict[str, Any]:
    name = name_of(category)
    intro = category.intro_id if current_language() == SOURCE_LANGUAGE else category.intro_en
    crumbs = [(gettext("Beranda"), "/"), (gettext("Produk"), "/produk"), (name, listing.place.path)]
    return {
        "listing": listing,
        "category_name": name,
        "intro": intro,
        "kinds": _kind_chips(category, listing),
        "search_text": listing.filters.text,
        "similar": [] if listing.cards else similar_cards(listing),
        "robots": "noindex" if listing.filters.text else None,
        "og": site_og(name, intro),
        "jsonld": [breadcrumb_list(crumbs), item_list(card["slug"] for card in listing.cards)],
    }


def _kind_chips(category: CategoryFacts, listing: Listing) -> list[tuple[str, str, bool, str | None]]:
    """Each kind of the category leads to its products; a chosen one leads back to all."""
    counts, kinds = listing.found.facets.get("kind", {}), book().kinds
    chips = []
    for code in category.kinds:
        on = listing.filters.kinds == (code,)
        if counts.get(code) or on or not counts:
            address = listing.place.address(replace(listing.filters, kinds=() if on else (code,), cursor=None))
            count = number(counts[code]) if counts.get(code) and not on else None
            chips.append((name_of(kinds[code]), address, on, count))
    return chips
