"""Which of several stalls to work at."""

from flask import Blueprint, g, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from wtforms import HiddenField

from shop.producers.stall import stalls_by_public_ids
from shop.text.language import lazy as _l
from shop.web.forms import Required, ShopForm
from shop.web.selling.chosen import KEY
from shop.web.selling.fields import OneOfField, options
from shop.web.sessions import same_site

pages = Blueprint("choice", __name__)


class ChoiceForm(ShopForm):
    stall = OneOfField(_l("Lapak"), [Required("choose_one")])
    next = HiddenField()


@pages.route("/lapak/pilih", methods=["GET", "POST"])
def index() -> ResponseReturnValue:
    """Choose one stall; it stays chosen in this browser until sign-out. A page that was on the way comes next."""
    asked = request.args.get("lapak")
    form = ChoiceForm(stall=asked or session.get(KEY), next=same_site(request.args.get("next")))
    makers = stalls_by_public_ids(g.actor.scopes.keys())
    form.stall.choices = options((maker.public_id, maker.stall_name) for maker in makers)
    if form.validate_on_submit():
        session[KEY] = form.stall.data
        on = same_site(form.next.data) if asked in (None, form.stall.data) else None
        return redirect(on or url_for("selling.home.index"))
    owner = next((maker.stall_name for maker in makers if maker.public_id == asked), None)
    places = {maker.public_id: maker.regency.name for maker in makers}
    context = {"form": form, "places": places, "owner": owner, "asked": asked}
    return render_template("selling/choice/index.html", **context), form.status
