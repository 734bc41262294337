"""Papers of an own product: which exist, their number and file; staff check before anything is claimed."""

from typing import Any, cast

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shop.catalogue.book import book
from shop.catalogue.commands.declared_papers import PaperWords, declare_paper
from shop.catalogue.declared_papers import LONGEST_NUMBER, compulsory_types, paper_types
from shop.catalogue.models import Product
from shop.catalogue.stall import own_product
from shop.catalogue.types import CertificateStatus, CertificateType
from shop.producers.types import Right
from shop.text.labels import label
from shop.text.language import gettext as _
from shop.text.language import lazy as _l
from shop.web.forms import DayField, Longest, Required, ShopForm, TextField
from shop.web.selling.chosen import stall
from shop.web.selling.fields import OneOfField, options
from shop.web.uploads import FilesField, KeptFilesField, received

pages = Blueprint("papers", __name__)
_SAY = [
    (str(CertificateStatus.NONE_DECLARED), _l("Tidak ada")),
    (str(CertificateStatus.IN_PROCESS), _l("Sedang diurus")),
    (str(CertificateStatus.CLAIMED), _l("Sudah ada")),
]


class PapersForm(ShopForm):
    """The boxes of each paper are added by ``papers_form``."""

    types: tuple[CertificateType, ...] = ()

    def box(self, kind: CertificateType, name: str) -> Any:
        return self[f"{name}_{kind}"]

    def words(self, kind: CertificateType) -> PaperWords:
        status = CertificateStatus(self.box(kind, "status").data)
        claimed = status is CertificateStatus.CLAIMED
        files = self.box(kind, "file").stored
        return PaperWords(
            type=kind,
            status=status,
            number=(self.box(kind, "number").data or None) if claimed else None,
            expires_on=self.box(kind, "expires").data if claimed else None,
            file_key=files[0].key if files else None,
        )


@pages.route("/lapak/produk/<public_id>/surat", methods=["GET", "POST"])
def edit(public_id: str) -> ResponseReturnValue:
    """Say for each paper whether it is there."""
    product = _product(public_id)
    form = papers_form(product)
    if form.is_submitted() and received(form, public_id):
        with form.refusals():
            for kind in form.types:
                declare_paper(product=product, words=form.words(kind), actor=g.actor)
            flash(_("Keterangan surat tersimpan. Dinas memeriksa nomornya."), "success")
            return redirect(url_for("selling.products.show", public_id=public_id))
    return render_template("selling/papers/edit.html", **_page(product, form)), form.status


def _product(public_id: str) -> Product:
    return own_product(public_id, stall(Right.LIST))


def papers_form(product: Product) -> PapersForm:
    """A form for the papers that matter for the product's kind."""
    kinds = paper_types(book().kind_by_id[product.kind_id])
    known = {one.type: one for one in product.certificates}
    boxes: dict[str, Any] = {}
    start: dict[str, Any] = {}
    for kind in kinds:
        boxes[f"status_{kind}"] = OneOfField(label(kind), [Required("choose_one")], choices=options(_SAY))
        boxes[f"number_{kind}"] = TextField(_l("Nomor surat"), [Longest(LONGEST_NUMBER)])
        boxes[f"expires_{kind}"] = DayField(_l("Berlaku sampai"))
        boxes[f"kept_{kind}"] = KeptFilesField()
        boxes[f"file_{kind}"] = FilesField(_l("Foto atau PDF suratnya"), kept=f"kept_{kind}", most=1, folder="papers")
        paper = known.get(kind)
        said = paper.status if paper else CertificateStatus.NONE_DECLARED
        there = said not in (CertificateStatus.NONE_DECLARED, CertificateStatus.IN_PROCESS)
        start[f"status_{kind}"] = str(CertificateStatus.CLAIMED if there else said)
        start |= {f"number_{kind}": paper.number or "", f"expires_{kind}": paper.expires_on} if paper else {}
    form = cast("PapersForm", type("PapersFormOfKind", (PapersForm,), boxes)(data=start))
    form.types = tuple(kinds)
    return form


def _page(product: Product, form: PapersForm) -> dict[str, Any]:
    known = {one.type: one for one in product.certificates}
    wanted = compulsory_types(book().kind_by_id[product.kind_id])
    papers = [
        {
            "name": label(kind),
            "boxes": {name: form.box(kind, name) for name in ("status", "number", "expires", "file", "kept")},
            "state": label(known[kind].status) if kind in known else "",
            "verified": kind in known and known[kind].status is CertificateStatus.VERIFIED,
            "has_file": kind in known and known[kind].file_key is not None,
            "compulsory": str(kind) in wanted,
        }
        for kind in form.types
    ]
    return {"product": product, "form": form, "papers": papers}
