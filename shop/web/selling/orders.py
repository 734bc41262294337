"""An accepted quote on its way: one button for the next step, and cancelling with a reason."""

from typing import Any

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import HiddenField

from shop.accounts.commands import mark_read_about
from shop.catalogue.stall import first_photos
from shop.orders.commands import LONGEST_NOTE, Step, advance_order, undo_step
from shop.orders.models import Order
from shop.orders.policies import MAKERS_MOVES
from shop.orders.queries import order_for_stall
from shop.orders.types import NEXT_ORDER, CancelReason, OrderState
from shop.producers.types import Right
from shop.text.labels import choices, label
from shop.text.language import gettext as _
from shop.text.language import lazy as _l
from shop.web.forms import Longest, ParagraphField, Required, ShopForm, TextField
from shop.web.selling.chosen import stall
from shop.web.selling.fields import OneOfField, options
from shop.web.selling.progress import order_facts
from shop.web.selling.talk import told
from shop.web.transactions import writes

pages = Blueprint("orders", __name__)


class StepForm(ShopForm):
    to = HiddenField()
    note = TextField(_l("Kabar untuk pembeli"), [Longest(LONGEST_NOTE)])


class UndoForm(ShopForm):
    taken = HiddenField()


class CancelForm(ShopForm):
    reason = OneOfField(_l("Alasannya"), [Required("reason_missing")])
    cancel_note = ParagraphField(_l("Penjelasan untuk pembeli"), [Longest(LONGEST_NOTE)])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reason.choices = options(one for one in choices(CancelReason) if one[0] != CancelReason.BUYER_CHANGED_MIND)


@pages.get("/lapak/pesanan/<public_id>")
@writes
def show(public_id: str) -> ResponseReturnValue:
    """Where an order stands and what comes next; word of it is read."""
    order = _order(public_id)
    mark_read_about(g.actor.user_id, public_id)
    return render_template("selling/orders/show.html", **_page(order))


@pages.post("/lapak/pesanan/<public_id>/langkah")
def advance(public_id: str) -> ResponseReturnValue:
    """Take the next step."""
    order, form = _order(public_id), StepForm()
    to = next((one for one in MAKERS_MOVES if one == form.to.data), None)
    if form.validate_on_submit() and to is not None:
        with form.refusals():
            advance_order(order=order, step=Step(to=to, note=form.note.data or ""), actor=g.actor)
            flash(f"{_('Tercatat: %(step)s.', step=label(to))} {told(order.quote.part)}", "success")
            return redirect(url_for("selling.orders.show", public_id=public_id))
    return render_template("selling/orders/show.html", **_page(order, step=form)), 422


@pages.post("/lapak/pesanan/<public_id>/mundur")
def undo(public_id: str) -> ResponseReturnValue:
    """Take the last step back."""
    order, form = _order(public_id), UndoForm()
    taken = next((one for one in MAKERS_MOVES if one == form.taken.data), None)
    if form.validate_on_submit() and taken is not None:
        with form.refusals():
            undo_step(order=order, taken=taken, actor=g.actor)
            flash(f"{_('Ditarik kembali: %(step)s.', step=label(taken))} {told(order.quote.part)}", "success")
            return redirect(url_for("selling.orders.show", public_id=public_id))
    return render_template("selling/orders/show.html", **_page(order, undo=form)), 422


@pages.post("/lapak/pesanan/<public_id>/batal")
def cancel(public_id: str) -> ResponseReturnValue:
    """Cancel an order before it is handed over."""
    order, form = _order(public_id), CancelForm()
    if form.validate_on_submit():
        with form.refusals():
            reason, note = CancelReason(form.reason.data), form.cancel_note.data or ""
            advance_order(order=order, step=Step(to=OrderState.CANCELLED, reason=reason, note=note), actor=g.actor)
            flash(f"{_('Pesanan dibatalkan.')} {told(order.quote.part)}", "success")
            return redirect(url_for("selling.orders.show", public_id=public_id))
    return render_template("selling/orders/show.html", **_page(order, cancel=form)), form.status


def _order(public_id: str) -> Order:
    return order_for_stall(public_id, stall(Right.ANSWER, Right.QUOTE))


def _page(
    order: Order, step: StepForm | None = None, cancel: CancelForm | None = None, undo: UndoForm | None = None
) -> dict[str, Any]:
    blank = request.method == "GET"
    nexts = NEXT_ORDER[order.state]
    following = next((str(one) for one in OrderState if one in nexts & MAKERS_MOVES), None)
    may = g.actor.may_for(order.producer.public_id, Right.QUOTE)
    photos = first_photos([line.line.product_id for line in order.quote.lines if line.line.product_id])
    return {
        **order_facts(order, photos),
        "following": following if may else None,
        "may_undo": may,
        "undo": undo or UndoForm(formdata=None),
        "may_cancel": may and OrderState.CANCELLED in nexts,
        "step": step or (StepForm() if blank else StepForm(formdata=None)),
        "cancel": cancel or (CancelForm() if blank else CancelForm(formdata=None)),
        "opened": cancel is not None,
    }
