"""Complaints: those that wait first, each read whole, answered in words, ended or given to whom it belongs."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from shop.impact.commands import close_complaint, pass_on_complaint, reply_to_complaint
from shop.impact.models import Complaint
from shop.impact.queries import (
    ComplaintView,
    complaint_for,
    complaints_count,
    complaints_page,
    offices_to_pass_to,
)
from shop.impact.rules import LONGEST
from shop.impact.types import ComplaintAbout
from shop.text.labels import choices
from shop.text.language import gettext as _
from shop.text.language import lazy as _l
from shop.web.forms import Longest, ParagraphField, Required, ShopForm, TextField
from shop.web.guards import actor
from shop.web.staff.choosing import ChoiceField
from shop.web.staff.complaint_view import complaint_table, complaint_view

pages = Blueprint("complaints", __name__)
_SITE = "situs"


class AnswerForm(ShopForm):
    words = ParagraphField(_l("Kata Anda kepada pengirim"), [Required("complaint_reply_missing"), Longest(LONGEST)])
    decision = TextField()

    def act(self, complaint: Complaint) -> str:
        """Do as the pressed button says; returns what is told afterwards."""
        ends = self.decision.data == "close"
        answer = close_complaint if ends else reply_to_complaint
        answer(complaint=complaint, words=self.words.data or "", actor=actor())
        if not complaint.email:
            return _("Tercatat. Pengirim tidak punya e-mail: sampaikan lewat telepon.")
        return _("Selesai. Hasilnya dikirim ke pengirim.") if ends else _("Balasan dikirim ke pengirim.")


class PassOnForm(ShopForm):
    office = ChoiceField(_l("Teruskan kepada"), [Required("choose_one")])

    def __init__(self, complaint: Complaint, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.offices = {one.public_id: one for one in offices_to_pass_to(actor(), complaint)}
        site = [(_SITE, _("Pengelola situs"))] if complaint.office_id else []
        named = [(key, one.name) for key, one in self.offices.items()]
        self.office.offer([*named, *site], empty=_("Pilih kantor"))


@pages.get("/dinas/pengaduan")
def index() -> ResponseReturnValue:
    """By the next day on which somebody must hear; those that are over apart."""
    view = next((one for one in ComplaintView if one == request.args.get("lihat")), ComplaintView.WAITING)
    about = next((one for one in ComplaintAbout if one == request.args.get("tentang")), None)
    page = complaints_page(actor(), view, about, request.args.get("lanjut"))
    told: dict[str, Any] = {"lihat": view, "tentang": about}
    further = url_for("staff.complaints.index", **told, lanjut=page.next_cursor) if page.next_cursor else None
    shown = {**complaint_table(page.items), "views": _views(view, about), "further": further}
    subjects = [("", _("Semua"), about is None), *((key, text, key == about) for key, text in choices(ComplaintAbout))]
    return render_template("staff/complaints/index.html", **shown, subjects=subjects, view=view)


@pages.route("/dinas/pengaduan/<public_id>", methods=["GET", "POST"])
def show(public_id: str) -> ResponseReturnValue:
    """One complaint with its sender and what was written to them."""
    complaint = complaint_for(actor(), public_id)
    form = AnswerForm()
    if form.validate_on_submit():
        with form.refusals():
            flash(form.act(complaint), "success")
            return redirect(url_for("staff.complaints.show", public_id=public_id))
    return render_template("staff/complaints/show.html", **_page(complaint, form)), form.status


@pages.post("/dinas/pengaduan/<public_id>/teruskan")
def pass_on(public_id: str) -> ResponseReturnValue:
    """Give it to the office it belongs to."""
    complaint = complaint_for(actor(), public_id)
    form = PassOnForm(complaint)
    if form.validate_on_submit():
        with form.refusals():
            office = form.offices.get(form.office.data)
            pass_on_complaint(complaint=complaint, office=office, actor=actor())
            flash(_("Pengaduan %(number)s diteruskan.", number=complaint.number), "success")
            return redirect(url_for("staff.complaints.index"))
    return render_template("staff/complaints/show.html", **_page(complaint, passing=form)), form.status


def _views(view: ComplaintView, about: ComplaintAbout | None) -> list[tuple[str, str, bool, int | None]]:
    words = {
        ComplaintView.WAITING: _("Menunggu"),
        ComplaintView.LATE: _("Lewat waktu"),
        ComplaintView.CLOSED: _("Selesai"),
    }
    counted = (ComplaintView.WAITING, ComplaintView.LATE)
    return [
        (
            text,
            url_for("staff.complaints.index", lihat=one, tentang=about),
            one is view,
            complaints_count(actor(), one) if one in counted else None,
        )
        for one, text in words.items()
    ]


def _page(complaint: Complaint, form: AnswerForm | None = None, passing: PassOnForm | None = None) -> dict[str, Any]:
    return {
        **complaint_view(complaint),
        "form": form or AnswerForm(formdata=None),
        "passing": passing or PassOnForm(complaint, formdata=None),
    }
