"""Collections that staff put together."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, Response, abort, make_response, render_template

from shop.catalogue.cards import ProductCard
from shop.curation.models import Collection
from shop.curation.showing import public_collection
from shop.text.formats import number
from shop.text.language import SOURCE_LANGUAGE, current_language, gettext, ngettext
from shop.web.cards import card_views
from shop.web.edge import cacheable
from shop.web.share_links import shop_name
from shop.web.sharing import site_og
from shop.web.structured import breadcrumb_list, item_list
from shop.web.words import description, page_title

pages = Blueprint("collections", __name__)

_EAGER = 2


@pages.get("/koleksi/<slug>")
def show(slug: str) -> Response:
    """One collection with what of it is public now."""
    found = public_collection(slug)
    if found is None:
        abort(404)
    return cacheable(make_response(render_template("public/collections/show.html", **_page(*found))))


def _page(collection: Collection, found: Sequence[ProductCard]) -> dict[str, Any]:
    source = current_language() == SOURCE_LANGUAGE
    title = collection.title_id if source else collection.title_en
    intro = collection.intro_id if source else collection.intro_en
    text = description(intro or gettext("Koleksi pilihan: %(title)s.", title=title))
    crumbs = [(gettext("Beranda"), "/"), (gettext("Produk"), "/produk"), (title, f"/koleksi/{collection.slug}")]
    return {
        "collection_title": title,
        "intro": intro,
        "cards": card_views(found, eager=_EAGER),
        "count_text": ngettext("%(n)s produk", "%(n)s produk", len(found), n=number(len(found))),
        "page_title": page_title(title, gettext("koleksi"), shop_name()),
        "page_description": text,
        "og": site_og(title, text),
        "jsonld": [breadcrumb_list(crumbs), item_list(card.slug for card in found)],
    }
