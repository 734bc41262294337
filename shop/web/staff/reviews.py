"""The review queue: one product after the other, published or given back with reasons."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import HiddenField

from shop.curation.commands import publish_case, return_case
from shop.curation.models import ReviewCase
from shop.curation.reviews import case_for, waiting_cases
from shop.curation.types import ReturnReason
from shop.text.labels import choices
from shop.text.language import gettext as _
from shop.text.language import lazy as _l
from shop.web.choice_fields import ChecksField
from shop.web.forms import Longest, ParagraphField, ShopForm, TextField
from shop.web.guards import actor
from shop.web.staff.board import board

pages = Blueprint("reviews", __name__)


class ReviewForm(ShopForm):
    reasons = ChecksField(_l("Kalau dikembalikan, sebutkan sebabnya"))
    note = ParagraphField(_l("Pesan untuk produsen"), [Longest(500)])
    decision = TextField()
    seen = HiddenField()

    def __init__(self) -> None:
        super().__init__()
        self.reasons.choices = choices(ReturnReason)

    def act(self, case: ReviewCase) -> str:
        """Decide as the pressed button says; returns what is told afterwards."""
        if self.decision.data == "publish":
            publish_case(case=case, seen=self.seen.data or "", actor=actor())
            return _("%(product)s sudah terbit.", product=case.product.name)
        reasons = [ReturnReason(one) for one in self.reasons.data or []]
        return_case(case=case, reasons=reasons, note=self.note.data or "", actor=actor())
        return _("%(product)s dikembalikan. Produsen mendapat kabar.", product=case.product.name)


@pages.get("/dinas/kurasi")
def index() -> ResponseReturnValue:
    """The queue, and on a desk the first product beside it."""
    waiting = waiting_cases(actor())
    first = case_for(actor(), waiting[0].public_id) if waiting else None
    return render_template("staff/reviews/index.html", form=ReviewForm(), **board(first, waiting))


@pages.route("/dinas/kurasi/<public_id>", methods=["GET", "POST"])
def show(public_id: str) -> ResponseReturnValue:
    """One product with what was found, and the decision."""
    case = case_for(actor(), public_id)
    form = ReviewForm()
    if form.validate_on_submit():
        with form.refusals():
            flash(form.act(case), "success")
            return redirect(url_for("staff.reviews.index"))
    return render_template("staff/reviews/show.html", form=form, **board(case)), form.status
