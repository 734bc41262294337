"""Own products: the list, choosing a kind, writing, copying, and every move between draft and shelf."""

from collections.abc import Callable
from datetime import date
from typing import Any, cast

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import HiddenField

from shop.accounts.commands import mark_read_about
from shop.catalogue import commands
from shop.catalogue.book import KindFacts, book
from shop.catalogue.commands import copy_product, create_product
from shop.catalogue.facts import facts_of
from shop.catalogue.models import Product
from shop.catalogue.stall import own_product, stall_of_product
from shop.catalogue.types import ProductStatus
from shop.curation.commands import edit_listed_product, submit_for_review, take_back_from_review
from shop.lib.errors import NotFound
from shop.lib.ids import is_public_id, new_public_id
from shop.producers.models import Producer
from shop.producers.types import Right
from shop.text.language import gettext as _
from shop.text.language import lazy as _l
from shop.text.names import name_of
from shop.web.forms import DayField, Required, ShopForm
from shop.web.selling.chosen import stall
from shop.web.selling.product_form import product_form
from shop.web.selling.shelf import kind_groups, product_page, shelf_page
from shop.web.transactions import writes

pages = Blueprint("products", __name__)


class MoveForm(ShopForm):
    do = HiddenField()
    back = HiddenField()


class ClosingForm(ShopForm):
    closed_until = DayField(_l("Tutup sampai"), [Required("date_unreadable")])


@pages.get("/lapak/produk")
def index() -> ResponseReturnValue:
    """All own products, or those of one state."""
    status = next((one for one in ProductStatus if one == request.args.get("keadaan")), None)
    return render_template("selling/products/index.html", **shelf_page(_maker(), status))


@pages.get("/lapak/produk/baru")
def choose() -> ResponseReturnValue:
    """What kind the new product is."""
    _maker()
    return render_template("selling/products/choose.html", groups=kind_groups())


@pages.route("/lapak/produk/baru/<kind_code>", methods=["GET", "POST"])
def new(kind_code: str) -> ResponseReturnValue:
    """Write a new product down; it becomes a draft, photos come next."""
    kind, maker, key = _kind(kind_code), _maker(), _key()
    already = _already(kind_code, key)
    if already is not None:
        return already
    form = product_form(kind)
    if form.validate_on_submit():
        with form.refusals():
            create_product(producer=maker, kind_code=kind.code, facts=form.facts(), actor=g.actor, public_id=key)
            flash(_("Tersimpan sebagai draf. Sekarang fotonya."), "success")
            return redirect(url_for("selling.photos.index", public_id=key))
    context = {"form": form, "kind": kind, "kind_name": name_of(kind), "key": key}
    return render_template("selling/products/new.html", **context), form.status


@pages.get("/lapak/produk/<public_id>")
@writes
def show(public_id: str) -> ResponseReturnValue:
    """Where a product stands, what staff said, what would make it better; word of it is read."""
    product = _product(public_id)
    mark_read_about(g.actor.user_id, public_id)
    return render_template("selling/products/show.html", **_page(product))


@pages.route("/lapak/produk/<public_id>/ubah", methods=["GET", "POST"])
def edit(public_id: str) -> ResponseReturnValue:
    """Change a product; words of a listed one go live at once and staff look behind."""
    product = _product(public_id)
    kind = book().kind_by_id[product.kind_id]
    form = product_form(kind, facts_of(product))
    if form.validate_on_submit():
        with form.refusals():
            _tell_held(edit_listed_product(product=product, facts=form.facts(), actor=g.actor))
            return redirect(url_for("selling.products.show", public_id=public_id))
    context = {"form": form, "product": product, "kind": kind, "kind_name": name_of(kind)}
    return render_template("selling/products/edit.html", **context), form.status


@pages.post("/lapak/produk/<public_id>/salin")
def copy(public_id: str) -> ResponseReturnValue:
    """A draft with the same facts, opened for changing."""
    product, form = _product(public_id), MoveForm()
    if form.validate_on_submit():
        with form.refusals():
            twin = copy_product(product=product, actor=g.actor)
            flash(_("Salinan dibuat. Ubah namanya, lalu tambahkan foto."), "success")
            return redirect(url_for("selling.products.edit", public_id=twin.public_id))
    return render_template("selling/products/show.html", **_page(product, form)), form.status


@pages.post("/lapak/produk/<public_id>/keadaan")
def move(public_id: str) -> ResponseReturnValue:
    """One tap: pause, go on, sold out, confirm, send for review, take back, withdraw, reopen."""
    product, form = _product(public_id), MoveForm()
    act = _MOVES.get(form.do.data or "")
    if form.validate_on_submit() and act is not None:
        with form.refusals():
            flash(act(product), "success")
            place = "index" if form.back.data == "index" else "show"
            return redirect(url_for(f"selling.products.{place}", public_id=public_id if place == "show" else None))
    return render_template("selling/products/show.html", **_page(product, form)), 422


@pages.post("/lapak/produk/<public_id>/tutup")
def close(public_id: str) -> ResponseReturnValue:
    """Take no orders for this product until a day."""
    product, form = _product(public_id), ClosingForm()
    if form.validate_on_submit():
        with form.refusals():
            commands.close_product(product=product, until=cast("date", form.closed_until.data), actor=g.actor)
            flash(_("Pembeli melihat bahwa produk ini tutup dulu."), "success")
            return redirect(url_for("selling.products.show", public_id=public_id))
    return render_template("selling/products/show.html", **_page(product, closing=form)), form.status


def _maker() -> Producer:
    return stall(Right.LIST)


def _product(public_id: str) -> Product:
    return own_product(public_id, _maker())


def _key() -> str:
    """The id that the address keeps for the new product: whoever comes back and saves again finds the same draft."""
    key = request.args.get("draf", "")
    return key if is_public_id(key) else new_public_id()


def _already(kind_code: str, key: str) -> ResponseReturnValue | None:
    """Where to go before a new product is written: to the address with its id, or to the draft that it made."""
    posted = request.method == "POST"
    if stall_of_product(key) is not None:
        return edit(key) if posted else redirect(url_for("selling.products.edit", public_id=key))
    if posted or request.args.get("draf") == key:
        return None
    return redirect(url_for("selling.products.new", kind_code=kind_code, draf=key))


def _kind(code: str) -> KindFacts:
    kind = book().kinds.get(code)
    if kind is None or not kind.active:
        raise NotFound("not_found")
    return kind


def _page(product: Product, form: MoveForm | None = None, closing: ClosingForm | None = None) -> dict[str, Any]:
    blank = closing or (ClosingForm() if request.method == "GET" else ClosingForm(formdata=None))
    return {**product_page(product), "form": form or MoveForm(formdata=None), "closing": blank}


def _tell_held(flagged: list[str]) -> None:
    if flagged:
        words = ", ".join(flagged)
        text = _("Tersimpan. Kata “%(words)s” diperiksa dinas dulu; sampai itu teks lama yang tampil.", words=words)
        flash(text, "limit")
    else:
        flash(_("Perubahan tersimpan."), "success")


def _mover(command: Callable[..., Any], words: Any) -> Callable[[Product], str]:
    def act(product: Product) -> str:
        command(product=product, actor=g.actor)
        return str(words)

    return act


_MOVES: dict[str, Callable[[Product], str]] = {
    "submit": _mover(submit_for_review, _l("Terkirim. Dinas memeriksa, biasanya dalam dua hari kerja.")),
    "take_back": _mover(take_back_from_review, _l("Ditarik dari pemeriksaan. Sekarang bisa diubah.")),
    "pause": _mover(commands.pause_product, _l("Dijeda. Pembeli tidak melihatnya dulu.")),
    "resume": _mover(commands.resume_product, _l("Tampil lagi.")),
    "sold_out": _mover(commands.sell_out_product, _l("Ditandai habis.")),
    "available": _mover(commands.open_product, _l("Produk bisa dipesan lagi.")),
    "confirm": _mover(commands.confirm_product, _l("Dicatat: harga masih berlaku hari ini.")),
    "withdraw": _mover(commands.withdraw_product, _l("Ditarik dari pasar. Bisa dibuka lagi kapan saja.")),
    "discard": _mover(commands.withdraw_product, _l("Draf dibuang. Kalau keliru, buka lagi di sini.")),
    "reopen": _mover(commands.reopen_product, _l("Menjadi draf lagi. Periksa, lalu kirim.")),
}
