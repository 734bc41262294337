"""Collections: titles in both languages, products in an order, published or not."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import BooleanField

from shop.catalogue.models import Product
from shop.curation.collecting import (
    collection_for_editing,
    collections_to_edit,
    products_by_slug,
    products_in,
    products_to_add,
)
from shop.curation.commands import CollectionFacts, create_collection, edit_collection
from shop.text.formats import number
from shop.text.language import gettext as _
from shop.text.language import lazy as _l
from shop.web.forms import Longest, ParagraphField, Required, ShopForm, TextField
from shop.web.guards import actor
from shop.web.staff.desk import office

pages = Blueprint("collections", __name__)


class CollectionForm(ShopForm):
    title_id = TextField(_l("Judul, bahasa Indonesia"), [Required(), Longest(80)])
    title_en = TextField(_l("Judul, bahasa Inggris"), [Required(), Longest(80)])
    intro_id = ParagraphField(_l("Pengantar, bahasa Indonesia"), [Longest(600)])
    intro_en = ParagraphField(_l("Pengantar, bahasa Inggris"), [Longest(600)])
    products = ParagraphField(_l("Produk"), [Longest(6000)])
    published = BooleanField(_l("Terbitkan di halaman depan"))

    def facts(self) -> CollectionFacts:
        """What was written, as the commands take it."""
        names = ("title_id", "title_en", "intro_id", "intro_en")
        return CollectionFacts(published=bool(self.published.data), **{name: self[name].data or "" for name in names})

    def chosen(self) -> list[Product]:
        """The products named line by line, by their address or the last part of it."""
        lines = [line.strip().rstrip("/") for line in (self.products.data or "").splitlines()]
        return products_by_slug([line.rpartition("/")[2] for line in lines if line])


@pages.get("/dinas/koleksi")
def index() -> ResponseReturnValue:
    """The collections that this person may change, in the order of the home page."""
    rows: list[list[Any]] = [
        [
            {"text": row.title_id, "url": url_for("staff.collections.edit", public_id=row.public_id)},
            {"text": number(count), "number": True},
            {"text": _("Terbit"), "label_tone": "verified"} if row.published else _("Belum terbit"),
        ]
        for row, count in collections_to_edit(actor())
    ]
    return render_template("staff/collections/index.html", rows=rows)


@pages.route("/dinas/koleksi/baru", methods=["GET", "POST"])
def new() -> ResponseReturnValue:
    """Make a collection."""
    form = CollectionForm()
    if form.validate_on_submit():
        with form.refusals():
            made = create_collection(facts=form.facts(), products=form.chosen(), office=office(), actor=actor())
            flash(_("Koleksi tersimpan."), "success")
            return redirect(url_for("staff.collections.edit", public_id=made.public_id))
    return render_template("staff/collections/new.html", form=form, **_search()), form.status


@pages.route("/dinas/koleksi/<public_id>", methods=["GET", "POST"])
def edit(public_id: str) -> ResponseReturnValue:
    """Change words, products and their order."""
    collection = collection_for_editing(actor(), public_id)
    form = CollectionForm(**_stored(collection, products_in(collection)))
    if form.validate_on_submit():
        with form.refusals():
            edit_collection(collection=collection, facts=form.facts(), products=form.chosen(), actor=actor())
            flash(_("Koleksi tersimpan."), "success")
            return redirect(url_for("staff.collections.edit", public_id=public_id))
    return render_template("staff/collections/edit.html", form=form, collection=collection, **_search()), form.status


def _stored(collection: Any, products: Sequence[Product]) -> dict[str, Any]:
    names = ("title_id", "title_en", "intro_id", "intro_en", "published")
    return {**{name: getattr(collection, name) for name in names}, "products": "\n".join(row.slug for row in products)}


def _search() -> dict[str, Any]:
    """Products found for the words in the address, to be put into the list by their short address."""
    words = request.args.get("q", "").strip()[:80]
    found = [(row.name, row.slug) for row in products_to_add(words)] if words else []
    return {"words": words, "found": found}
