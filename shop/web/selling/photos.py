"""Photos of an own product: several at once, what each shows, which comes first, removed with a way back."""

from typing import Any

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import HiddenField
from wtforms.fields import MultipleFileField

from shop.catalogue.commands.photos import (
    MOST_PHOTOS,
    add_photo,
    describe_photo,
    prepare_photo,
    put_photo_first,
    remove_photo,
    restore_photo,
)
from shop.catalogue.models import Photo, Product
from shop.catalogue.stall import own_product
from shop.catalogue.types import PhotoState
from shop.curation.commands import note_photo_change
from shop.lib.errors import Invalid, NotFound
from shop.platform import signing
from shop.producers.types import Right
from shop.text.errors import sentence
from shop.text.language import gettext as _
from shop.text.language import lazy as _l
from shop.text.language import ngettext
from shop.web.forms import Longest, ShopForm, TextField
from shop.web.selling.chosen import stall
from shop.web.selling.pictures import own_image

pages = Blueprint("photos", __name__)
_UNDO = "photo_undo"


class UploadForm(ShopForm):
    photos = MultipleFileField(_l("Foto"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.unfit: list[str] = []
        self.left = 0

    def masters(self) -> list[bytes]:
        """Check and turn the chosen photos, before the first SQL; those refused are named beside the box."""
        made: list[bytes] = []
        uploads = [one for one in self.photos.data or [] if getattr(one, "filename", "")]
        if not uploads:
            self.unfit.append(sentence(Invalid("photos_none")))
        for upload in uploads:
            if len(made) == MOST_PHOTOS:
                self.left += 1
                continue
            try:
                made.append(prepare_photo(upload.read()))
            except Invalid as error:
                self.unfit.append(f"{upload.filename}: {sentence(error)}")
        return made

    def fitting(self, masters: list[bytes], room: int) -> list[bytes]:
        """Those that there is room for; that the others did not come in is said as well."""
        self.left += len(masters[room:])
        if self.left:
            words = _(
                "Sudah penuh (paling banyak %(most)s foto), %(num)s tidak masuk.", most=MOST_PHOTOS, num=self.left
            )
            self.unfit.insert(0, words)
        return masters[:room]


class PhotoForm(ShopForm):
    photo = HiddenField()
    alt = TextField(_l("Isi foto"), [Longest(200)])


class UndoForm(ShopForm):
    key = HiddenField()
    alt = HiddenField()
    signature = HiddenField()


@pages.get("/lapak/produk/<public_id>/foto")
def index(public_id: str) -> ResponseReturnValue:
    """All photos of a product; after a removal the way back."""
    return render_template("selling/photos/index.html", **_page(_product(public_id)))


@pages.post("/lapak/produk/<public_id>/foto")
def add(public_id: str) -> ResponseReturnValue:
    """Take what was chosen; good ones stay even where others are refused."""
    form = UploadForm()
    masters = form.masters()
    product = _product(public_id)
    fitting = form.fitting(masters, MOST_PHOTOS - len(product.photos))
    if form.validate_on_submit() and fitting:
        with form.refusals():
            _add(product, fitting)
            flash(ngettext("%(num)s foto tersimpan.", "%(num)s foto tersimpan.", len(fitting)), "success")
    form.photos.errors = [*form.photos.errors, *form.unfit]
    if form.photos.errors or form.refused or not fitting:
        return render_template("selling/photos/index.html", **_page(product, form)), 422
    return redirect(url_for("selling.photos.index", public_id=public_id))


@pages.post("/lapak/produk/<public_id>/foto/isi")
def describe(public_id: str) -> ResponseReturnValue:
    """Say what a photo shows."""
    product, form = _product(public_id), PhotoForm()
    if form.validate_on_submit():
        with form.refusals():
            describe_photo(product=product, photo_public_id=_id(form), alt=form.alt.data or "", actor=g.actor)
            flash(_("Keterangan foto tersimpan."), "success")
            return redirect(url_for("selling.photos.index", public_id=public_id))
    return render_template("selling/photos/index.html", **_page(product, described=form)), form.status


@pages.post("/lapak/produk/<public_id>/foto/depan")
def first(public_id: str) -> ResponseReturnValue:
    """Make a photo the one on the card."""
    product, form = _product(public_id), PhotoForm()
    if form.validate_on_submit():
        put_photo_first(product=product, photo_public_id=_id(form), actor=g.actor)
        return redirect(url_for("selling.photos.index", public_id=public_id))
    return render_template("selling/photos/index.html", **_page(product)), form.status


@pages.post("/lapak/produk/<public_id>/foto/hapus")
def remove(public_id: str) -> ResponseReturnValue:
    """Take a photo off; for a quarter of an hour it can come back."""
    product, form = _product(public_id), PhotoForm()
    if form.validate_on_submit():
        photo = next((one for one in product.photos if one.public_id == _id(form)), None)
        key, alt = (photo.key, photo.alt) if photo else ("", "")
        remove_photo(product=product, photo_public_id=_id(form), actor=g.actor)
        note_photo_change(product=product, actor=g.actor)
        undo = {"key": key, "alt": alt, "signature": signing.sign(_UNDO, product.public_id, key, alt)}
        return render_template("selling/photos/index.html", **_page(product, undo=undo))
    return render_template("selling/photos/index.html", **_page(product)), form.status


@pages.post("/lapak/produk/<public_id>/foto/kembalikan")
def restore(public_id: str) -> ResponseReturnValue:
    """Put the photo back that was just removed."""
    product, form = _product(public_id), UndoForm()
    if form.validate_on_submit():
        key, alt = form.key.data or "", form.alt.data or ""
        if not signing.is_signed(form.signature.data or "", _UNDO, product.public_id, key, alt):
            raise NotFound("not_found")
        with form.refusals():
            restore_photo(product=product, key=key, alt=alt, actor=g.actor)
            flash(_("Foto kembali."), "success")
            return redirect(url_for("selling.photos.index", public_id=public_id))
    return render_template("selling/photos/index.html", **_page(product)), 422


def _product(public_id: str) -> Product:
    return own_product(public_id, stall(Right.LIST))


def _id(form: PhotoForm) -> str:
    return form.photo.data or ""


def _add(product: Product, masters: list[bytes]) -> None:
    for master in masters:
        add_photo(product=product, master=master, alt="", actor=g.actor)
    note_photo_change(product=product, actor=g.actor)


def _page(
    product: Product, form: UploadForm | None = None, *, described: PhotoForm | None = None, undo: Any = None
) -> dict[str, Any]:
    blank = form or (UploadForm() if request.method == "GET" else UploadForm(formdata=None))
    return {
        "product": product,
        "form": blank,
        "errors": [(None, text) for _field, text in described.summary] if described else [],
        "photos": [_photo(one, place, described) for place, one in enumerate(product.photos)],
        "room": MOST_PHOTOS - len(product.photos),
        "undo": undo,
    }


def _photo(photo: Photo, place: int, described: PhotoForm | None) -> dict[str, Any]:
    typed = described.alt.data if described and _id(described) == photo.public_id else None
    return {
        "id": photo.public_id,
        "alt": photo.alt if typed is None else typed,
        "image": own_image(photo),
        "failed": photo.state is PhotoState.FAILED,
        "pending": photo.state is PhotoState.PENDING,
        "number": place + 1,
    }
