"""Products: the list with its filters, and each product."""

from typing import Any

from flask import Blueprint, Response, make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue

from shop.catalogue.book import book
from shop.catalogue.details import ProductDetails, instead_of, moved_product, product_details
from shop.text.language import gettext
from shop.text.names import name_of
from shop.web.cards import card_views, local_path
from shop.web.edge import cacheable
from shop.web.errors import not_here
from shop.web.listing import Listing, ListPlace, product_list, similar_cards
from shop.web.offers import product_data
from shop.web.product_page import page_view
from shop.web.share_links import of_product, share_og, shop_name
from shop.web.sharing import site_og
from shop.web.structured import breadcrumb_list, item_list
from shop.web.words import page_title

pages = Blueprint("products", __name__)


@pages.get("/produk")
def index() -> Response:
    """All products, narrowed by words and filters."""
    listing = product_list(ListPlace("/produk"), request.args)
    return cacheable(make_response(render_template("public/products/index.html", **_list_page(listing))))


@pages.get("/produk/<slug>")
def show(slug: str) -> ResponseReturnValue:
    """One product; an old address leads to the new one, a product that is gone to others of its kind."""
    details = product_details(slug)
    if details is not None:
        return cacheable(make_response(render_template("public/products/show.html", **_product_page(details))))
    moved = moved_product(slug)
    if moved is not None:
        return cacheable(make_response(redirect(local_path(f"/produk/{moved}"), 301)))
    return not_here(card_views(instead_of(slug)))


def _product_page(details: ProductDetails) -> dict[str, Any]:
    page = page_view(details)
    name, path = details.product.name, f"/produk/{details.product.slug}"
    category = book().categories[details.kind.category]
    crumbs = [
        (gettext("Beranda"), "/"),
        (gettext("Produk"), "/produk"),
        (name_of(category), f"/kategori/{category.slug}"),
        (name, path),
    ]
    return {
        **page,
        "page_title": page_title(name, page["maker"]["place"], shop_name()),
        "og": share_og(of_product(details.card), page["page_description"]),
        "jsonld": [product_data(details), breadcrumb_list(crumbs)],
    }


def _list_page(listing: Listing) -> dict[str, Any]:
    crumbs = [(gettext("Beranda"), "/"), (gettext("Produk"), "/produk")]
    text = listing.filters.text
    title = _title(listing)
    return {
        "listing": listing,
        "list_title": title,
        "search_text": text,
        "similar": [] if listing.cards else similar_cards(listing),
        "robots": "noindex" if text else None,
        "og": site_og(title, gettext("Batik, seragam, pelampung, kerajinan, dan makanan langsung dari pembuatnya.")),
        "jsonld": [breadcrumb_list(crumbs), item_list(card["slug"] for card in listing.cards)],
    }


def _title(listing: Listing) -> str:
    text = listing.filters.text
    if not text:
        return gettext("Produk")
    if not listing.cards and listing.chips:
        return gettext("Belum ada “%(words)s” dengan saringan ini", words=text)
    if listing.found.partial and listing.chips:
        return gettext("Belum ada “%(words)s” dengan saringan ini", words=text)
    if listing.found.partial or not listing.cards:
        return gettext("Belum ada “%(words)s”", words=text)
    return gettext("Hasil untuk “%(words)s”", words=text)
