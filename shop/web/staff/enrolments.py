"""What happens to a person in a programme: enrolled, trained, given aid, visited."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from shop.lib.clock import today_wib
from shop.programmes.commands import attend_training, edit_enrolment, enrol, give_aid, record_visit
from shop.programmes.models import Enrolment
from shop.programmes.queries import enrolment_for, record_for
from shop.text.language import gettext as _
from shop.web.guards import actor
from shop.web.staff.record_forms import AidForm, EnrolmentForm, TrainingForm, VisitForm

pages = Blueprint("enrolments", __name__)


@pages.route("/dinas/rekam/<public_id>/program", methods=["GET", "POST"])
def new(public_id: str) -> ResponseReturnValue:
    """Enter a person in a programme."""
    person = record_for(actor(), public_id)
    form = EnrolmentForm(year=today_wib().year, phase="assisted")
    if form.validate_on_submit():
        with form.refusals():
            enrol(beneficiary=person, facts=form.facts(), actor=actor())
            return _back(public_id, _("Kepesertaan tersimpan."))
    return render_template("staff/enrolments/new.html", form=form, person=person), form.status


@pages.route("/dinas/rekam/kepesertaan/<public_id>", methods=["GET", "POST"])
def edit(public_id: str) -> ResponseReturnValue:
    """Correct an enrolment, or say where the person stands now."""
    enrolment = enrolment_for(actor(), public_id)
    form = EnrolmentForm(**_stored(enrolment))
    if form.validate_on_submit():
        with form.refusals():
            edit_enrolment(enrolment=enrolment, facts=form.facts(), actor=actor())
            return _back(enrolment.beneficiary.public_id, _("Perubahan tersimpan."))
    return render_template("staff/enrolments/edit.html", form=form, enrolment=enrolment), form.status


@pages.route("/dinas/rekam/kepesertaan/<public_id>/pelatihan", methods=["GET", "POST"])
def training(public_id: str) -> ResponseReturnValue:
    """A training that the person took part in."""
    enrolment = enrolment_for(actor(), public_id)
    form = TrainingForm(completed=True)
    if form.validate_on_submit():
        with form.refusals():
            attend_training(enrolment=enrolment, facts=form.facts(), actor=actor())
            return _back(enrolment.beneficiary.public_id, _("Pelatihan tercatat."))
    return render_template("staff/enrolments/training.html", form=form, enrolment=enrolment), form.status


@pages.route("/dinas/rekam/kepesertaan/<public_id>/bantuan", methods=["GET", "POST"])
def aid(public_id: str) -> ResponseReturnValue:
    """An item or capital that was given."""
    enrolment = enrolment_for(actor(), public_id)
    form = AidForm(given_on=today_wib(), quantity=1)
    if form.validate_on_submit():
        with form.refusals():
            give_aid(enrolment=enrolment, facts=form.facts(), actor=actor())
            return _back(enrolment.beneficiary.public_id, _("Bantuan tercatat."))
    return render_template("staff/enrolments/aid.html", form=form, enrolment=enrolment), form.status


@pages.route("/dinas/rekam/kepesertaan/<public_id>/kunjungan", methods=["GET", "POST"])
def visit(public_id: str) -> ResponseReturnValue:
    """A monitoring visit."""
    enrolment = enrolment_for(actor(), public_id)
    form = VisitForm(visited_on=today_wib(), business_running="yes")
    if form.validate_on_submit():
        with form.refusals():
            record_visit(enrolment=enrolment, facts=form.facts(), actor=actor())
            return _back(enrolment.beneficiary.public_id, _("Kunjungan tercatat."))
    return render_template("staff/enrolments/visit.html", form=form, enrolment=enrolment), form.status


def _back(record: str, words: str) -> Response:
    flash(words, "success")
    return redirect(url_for("staff.records.show", public_id=record))


def _stored(row: Enrolment) -> dict[str, Any]:
    plain = ("year", "cohort", "skill", "decree_no", "phase", "grant_amount", "graduated_on", "graduation_way")
    return {
        **{name: getattr(row, name) for name in plain},
        "programme": row.programme.public_id,
        "unit": row.unit.public_id if row.unit else "",
    }
