"""Collections: titles in both languages, filled from a search, ordered by buttons, published or not."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import BooleanField

from shop.curation.collecting import (
    collection_for_editing,
    collections_to_edit,
    product_of,
    product_to_add,
)
from shop.curation.commands import (
    CollectionFacts,
    add_to_collection,
    create_collection,
    edit_collection,
    move_in_collection,
    take_from_collection,
)
from shop.text.formats import number
from shop.text.language import SOURCE_LANGUAGE, current_language
from shop.text.language import gettext as _
from shop.text.language import lazy as _l
from shop.web.forms import ActionForm, Longest, ParagraphField, Required, ShopForm, TextField, flashed_refusals
from shop.web.guards import actor
from shop.web.number_fields import NumberField
from shop.web.staff.desk import office
from shop.web.staff.picking import picker, taken_out, way_back

pages = Blueprint("collections", __name__)
_WORDS = ("title_id", "title_en", "intro_id", "intro_en")


class CollectionForm(ShopForm):
    title_id = TextField(_l("Judul, bahasa Indonesia"), [Required(), Longest(80)])
    title_en = TextField(_l("Judul, bahasa Inggris"), [Required(), Longest(80)])
    intro_id = ParagraphField(_l("Pengantar, bahasa Indonesia"), [Longest(600)])
    intro_en = ParagraphField(_l("Pengantar, bahasa Inggris"), [Longest(600)])

    def facts(self, *, published: bool = False) -> CollectionFacts:
        """What was written, as the commands take it."""
        return CollectionFacts(published=published, **{name: self[name].data or "" for name in _WORDS})


class PublishableForm(CollectionForm):
    published = BooleanField(_l("Terbitkan di halaman depan"))


class MoveForm(ActionForm):
    direction = TextField()


class AddForm(ActionForm):
    place = NumberField()
    proof = TextField()


@pages.get("/dinas/koleksi")
def index() -> ResponseReturnValue:
    """The collections that this person may change, in the order of the home page."""
    rows: list[list[Any]] = [
        [
            {"text": _title(row), "url": url_for("staff.collections.edit", public_id=row.public_id)},
            {"text": number(count), "number": True},
            {"text": _("Terbit"), "label_tone": "verified"} if row.published else _("Belum terbit"),
        ]
        for row, count in collections_to_edit(actor())
    ]
    return render_template("staff/collections/index.html", rows=rows)


@pages.route("/dinas/koleksi/baru", methods=["GET", "POST"])
def new() -> ResponseReturnValue:
    """Make a collection; the next page fills it."""
    form = CollectionForm()
    if form.validate_on_submit():
        with form.refusals():
            made = create_collection(facts=form.facts(), office=office(), actor=actor())
            flash(_("Koleksi tersimpan. Sekarang pilih produknya."), "success")
            return _back(made.public_id)
    return render_template("staff/collections/new.html", form=form), form.status


@pages.route("/dinas/koleksi/<public_id>", methods=["GET", "POST"])
def edit(public_id: str) -> ResponseReturnValue:
    """Change the words; choose products below them."""
    collection = collection_for_editing(actor(), public_id)
    form = PublishableForm(**{name: getattr(collection, name) for name in (*_WORDS, "published")})
    if form.validate_on_submit():
        with form.refusals():
            facts = form.facts(published=bool(form.published.data))
            edit_collection(collection=collection, facts=facts, actor=actor())
            flash(_("Koleksi tersimpan."), "success")
            return redirect(url_for("staff.collections.edit", public_id=public_id))
    told = picker(collection, request.args)
    return render_template("staff/collections/edit.html", form=form, collection=collection, **told), form.status


@pages.post("/dinas/koleksi/<public_id>/tambah/<product>")
def add(public_id: str, product: str) -> ResponseReturnValue:
    """Put a product in; with a place where it was just taken out."""
    collection, form = collection_for_editing(actor(), public_id), AddForm()
    if form.validate_on_submit():
        known = taken_out(collection, product, form.proof.data) or product_to_add(product)
        with flashed_refusals():
            add_to_collection(collection=collection, product=known, place=form.place.data, actor=actor())
            flash(_("%(product)s masuk koleksi.", product=known.name), "success")
    return _back(public_id)


@pages.post("/dinas/koleksi/<public_id>/pindah/<product>")
def move(public_id: str, product: str) -> ResponseReturnValue:
    """One place up or down."""
    collection, form = collection_for_editing(actor(), public_id), MoveForm()
    if form.validate_on_submit() and (known := product_of(collection, product)) is not None:
        move_in_collection(collection=collection, product=known, up=form.direction.data == "up", actor=actor())
    return _back(public_id)


@pages.post("/dinas/koleksi/<public_id>/keluarkan/<product>")
def remove(public_id: str, product: str) -> ResponseReturnValue:
    """Take a product out; the page then offers to put it back in its place."""
    collection = collection_for_editing(actor(), public_id)
    place = None
    if ActionForm().validate_on_submit() and (known := product_of(collection, product)) is not None:
        with flashed_refusals():
            place = take_from_collection(collection=collection, product=known, actor=actor())
    return _back(public_id, **(way_back(collection, product, place) if place is not None else {}))


def _title(row: Any) -> str:
    return str(row.title_id if current_language() == SOURCE_LANGUAGE else row.title_en)


def _back(public_id: str, **told: str) -> ResponseReturnValue:
    """To the list of products, with the words that were searched."""
    kept: dict[str, Any] = {**({"q": request.args["q"]} if request.args.get("q") else {}), **told}
    return redirect(url_for("staff.collections.edit", public_id=public_id, **kept) + "#produk")
