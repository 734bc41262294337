"""Featured makers: who is shown first, in which order, and how fairly the turns go round."""

from datetime import timedelta
from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shop.curation.commands import end_feature, feature_producer, move_feature
from shop.curation.featuring import Suggestion, fairness, featurable_producer, feature_for, features_from, suggestions
from shop.curation.models import FeaturedProducer
from shop.lib.clock import today_wib
from shop.regions.names import places
from shop.text.formats import date_short, decimal
from shop.text.language import gettext as _
from shop.text.language import lazy as _l
from shop.web.cards import initials
from shop.web.forms import ActionForm, DayField, Longest, ParagraphField, Required, ShopForm, TextField
from shop.web.guards import actor
from shop.web.staff.desk import office
from shop.web.words import foreign

pages = Blueprint("featured", __name__)


class FeatureForm(ShopForm):
    starts_on = DayField(_l("Mulai tampil"), [Required()])
    ends_on = DayField(_l("Sampai"), [Required()])
    reason = ParagraphField(_l("Mengapa produsen ini"), [Required("feature_reason_missing"), Longest(200)])

    def facts(self) -> dict[str, Any]:
        """What was written, as the command takes it."""
        return {name: self[name].data for name in ("starts_on", "ends_on", "reason")}


class MoveForm(ActionForm):
    direction = TextField()


@pages.get("/dinas/unggulan")
def index() -> ResponseReturnValue:
    """The order, the fairness figure with its bars, and whose turn it is."""
    today = today_wib()
    shown = [_shown(row) for row in features_from(actor(), today)]
    turns = [_turn(one) for one in suggestions(actor(), today)]
    fair = fairness(actor(), today)
    figure = decimal(fair.index) if fair.index is not None else None
    bars = [(name.removeprefix("Kab. "), count, f"{count}×", name in fair.seldom) for name, count in fair.times]
    told = {"fair": fair, "figure": figure, "bars": bars}
    return render_template("staff/featured/index.html", shown=shown, turns=turns, **told)


@pages.route("/dinas/unggulan/<producer>/tampilkan", methods=["GET", "POST"])
def new(producer: str) -> ResponseReturnValue:
    """Dates and reason for one maker."""
    maker = featurable_producer(actor(), producer)
    start = today_wib() + timedelta(days=(7 - today_wib().weekday()) % 7)
    form = FeatureForm(starts_on=start, ends_on=start + timedelta(days=6))
    if form.validate_on_submit():
        with form.refusals():
            feature_producer(producer=maker, office=office(), actor=actor(), **form.facts())
            flash(_("%(maker)s akan tampil sebagai unggulan.", maker=maker.stall_name), "success")
            return redirect(url_for("staff.featured.index"))
    return render_template("staff/featured/new.html", form=form, maker=maker), form.status


@pages.post("/dinas/unggulan/<public_id>/pindah")
def move(public_id: str) -> ResponseReturnValue:
    """One place up or down."""
    form = MoveForm()
    featured = feature_for(actor(), public_id)
    if form.validate_on_submit():
        move_feature(featured=featured, up=form.direction.data == "up", actor=actor())
    return redirect(url_for("staff.featured.index"))


@pages.post("/dinas/unggulan/<public_id>/akhiri")
def end(public_id: str) -> ResponseReturnValue:
    """Stop showing a maker first."""
    featured = feature_for(actor(), public_id)
    if ActionForm().validate_on_submit():
        end_feature(featured=featured, actor=actor())
        flash(_("%(maker)s tidak lagi tampil sebagai unggulan.", maker=featured.producer.stall_name), "success")
    return redirect(url_for("staff.featured.index"))


def _shown(row: FeaturedProducer) -> dict[str, Any]:
    days = _("%(first)s sampai %(last)s", first=date_short(row.starts_on), last=date_short(row.ends_on))
    return {**_maker(row.producer), "public_id": row.public_id, "days": days, "reason": row.reason}


def _turn(one: Suggestion) -> dict[str, Any]:
    last = _("Terakhir %(day)s", day=date_short(one.last)) if one.last else None
    return {**_maker(one.producer), "public_id": one.producer.public_id, "last": last}


def _maker(producer: Any) -> dict[str, Any]:
    name = producer.stall_name
    place = places()[producer.regency_code].short
    return {
        "name": name,
        "lang": foreign(producer.language),
        "initials": initials(name),
        "cloth": producer.cloth,
        "place": place,
    }
