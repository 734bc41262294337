"""Which of several stalls to work at."""

from flask import Blueprint, g, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue

from shop.producers.stall import stalls_by_public_ids
from shop.text.language import lazy as _l
from shop.web.forms import Required, ShopForm
from shop.web.selling.chosen import KEY
from shop.web.selling.fields import OneOfField, options

pages = Blueprint("choice", __name__)


class ChoiceForm(ShopForm):
    stall = OneOfField(_l("Lapak"), [Required("choose_one")])


@pages.route("/lapak/pilih", methods=["GET", "POST"])
def index() -> ResponseReturnValue:
    """Choose one stall; it stays chosen in this browser until sign-out."""
    form = ChoiceForm(stall=g.get("stall_id"))
    makers = stalls_by_public_ids(g.actor.scopes.keys())
    form.stall.choices = options((maker.public_id, maker.stall_name) for maker in makers)
    if form.validate_on_submit():
        session[KEY] = form.stall.data
        return redirect(url_for("selling.home.index"))
    places = {maker.public_id: maker.regency.name for maker in makers}
    return render_template("selling/choice/index.html", form=form, places=places), form.status
