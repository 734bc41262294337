"""Certificates that makers claim: checked by number and date, or refused."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shop.catalogue.commands.papers import reject_certificate, verify_certificate
from shop.catalogue.papers import paper_for, papers_to_check
from shop.text.formats import date_short
from shop.text.labels import label
from shop.text.language import gettext as _
from shop.text.language import lazy as _l
from shop.web.forms import ActionForm, DayField, Longest, Required, ShopForm, TextField
from shop.web.guards import actor
from shop.web.words import foreign

pages = Blueprint("papers", __name__)


class PaperForm(ShopForm):
    number = TextField(_l("Nomor surat"), [Required("certificate_number_missing"), Longest(60)])
    expires_on = DayField(_l("Berlaku sampai"))


@pages.get("/dinas/surat")
def index() -> ResponseReturnValue:
    """What waits to be checked, and what is over."""
    rows = [
        [
            {"text": label(paper.type), "url": url_for("staff.papers.show", public_id=paper.public_id)},
            {"text": product.name, "lang": foreign(product.language)},
            {"text": product.producer.stall_name, "lang": foreign(product.producer.language)},
            label(paper.status),
            date_short(paper.expires_on) if paper.expires_on else "",
        ]
        for paper, product in papers_to_check(actor())
    ]
    return render_template("staff/papers/index.html", rows=rows)


@pages.route("/dinas/surat/<public_id>", methods=["GET", "POST"])
def show(public_id: str) -> ResponseReturnValue:
    """One paper: its number and date as printed."""
    paper, product = paper_for(actor(), public_id)
    form = PaperForm(obj=paper)
    if form.validate_on_submit():
        with form.refusals():
            facts: dict[str, Any] = {"number": form.number.data, "expires_on": form.expires_on.data}
            verify_certificate(certificate=paper, product=product, actor=actor(), **facts)
            flash(_("Surat sudah diperiksa."), "success")
            return redirect(url_for("staff.papers.index"))
    kind = label(paper.type)
    return render_template("staff/papers/show.html", form=form, paper=paper, product=product, kind=kind), form.status


@pages.post("/dinas/surat/<public_id>/tolak")
def reject(public_id: str) -> ResponseReturnValue:
    """The paper does not hold."""
    paper, product = paper_for(actor(), public_id)
    if ActionForm().validate_on_submit():
        reject_certificate(certificate=paper, product=product, actor=actor())
        flash(_("Surat ditolak. Klaimnya tidak tampil."), "success")
    return redirect(url_for("staff.papers.index"))
