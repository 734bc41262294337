"""Makers: the list by place and kind, and each maker's page."""

from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue

from shop.catalogue.maker_page import MakerDetails, maker_details, moved_maker
from shop.catalogue.makers import public_makers
from shop.text.language import gettext
from shop.web.cards import card_views, local_path
from shop.web.edge import cacheable
from shop.web.errors import not_here
from shop.web.maker_filters import read_maker_filter
from shop.web.maker_words import maker_card, maker_view
from shop.web.offers import maker_data
from shop.web.share_links import of_maker, share_og, shop_name
from shop.web.sharing import site_og
from shop.web.structured import breadcrumb_list
from shop.web.words import page_title

pages = Blueprint("producers", __name__)

_EAGER = 2


@pages.get("/produsen")
def index() -> Response:
    """All public makers, narrowed by place and kind."""
    wanted = read_maker_filter(request.args)
    found = public_makers(wanted.filter, request.args.get("lanjut"))
    ways = {
        "makers": [maker_card(one) for one in found.items],
        "next_url": wanted.address(found.next_cursor) if found.next_cursor else None,
        "first_url": wanted.address() if request.args.get("lanjut") else None,
    }
    return cacheable(
        make_response(render_template("public/producers/index.html", wanted=wanted, **ways, **_list_meta()))
    )


@pages.get("/produsen/<slug>")
def show(slug: str) -> ResponseReturnValue:
    """One maker; an old address leads to the new one."""
    maker = maker_details(slug, request.args.get("lanjut"))
    if maker is not None:
        return cacheable(make_response(render_template("public/producers/show.html", **_maker_page(maker))))
    moved = moved_maker(slug)
    if moved is not None:
        return cacheable(make_response(redirect(local_path(f"/produsen/{moved}"), 301)))
    return not_here([])


def _list_meta() -> dict[str, Any]:
    crumbs = [(gettext("Beranda"), "/"), (gettext("Produsen"), "/produsen")]
    text = gettext("Perorangan, kelompok, koperasi, dan sanggar. Lihat karyanya, lalu tanya langsung.")
    return {"og": site_og(gettext("Produsen"), text), "jsonld": [breadcrumb_list(crumbs)]}


def _maker_page(maker: MakerDetails) -> dict[str, Any]:
    view, producer = maker_view(maker), maker.producer
    path = f"/produsen/{producer.slug}"
    crumbs = [(gettext("Beranda"), "/"), (gettext("Produsen"), "/produsen"), (producer.stall_name, path)]
    further = maker.products.next_cursor
    first = maker.products.items[0].slug if maker.products.items else None
    return {
        "maker": view,
        "cards": card_views(maker.products.items, eager=_EAGER),
        "product_count": maker.product_count,
        "next_url": local_path(path) + "?" + urlencode({"lanjut": further}) if further else None,
        "first_url": local_path(path) if request.args.get("lanjut") else None,
        "ask_url": local_path(f"/produk/{first}/tanya") if first else None,
        "page_title": page_title(producer.stall_name, view["place"], shop_name()),
        "og": share_og(of_maker(producer), view["page_description"]),
        "jsonld": [maker_data(producer), breadcrumb_list(crumbs)],
    }
