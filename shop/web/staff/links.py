"""The way from a person's record to a maker: linked, verified, ended."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shop.producers.commands import end_link, link_record, verify_link
from shop.producers.queries import link_for, producers_of
from shop.programmes.queries import enrolment_for, trainings_of
from shop.text.language import gettext as _
from shop.text.language import lazy as _l
from shop.web.forms import ActionForm, Required, ShopForm
from shop.web.guards import actor
from shop.web.staff.choosing import ChoiceField

pages = Blueprint("links", __name__)


class LinkForm(ShopForm):
    producer = ChoiceField(_l("Produsen"), [Required("choose_one")])
    training = ChoiceField(_l("Pelatihan yang disebut"))


@pages.route("/dinas/rekam/kepesertaan/<public_id>/hubungkan", methods=["GET", "POST"])
def new(public_id: str) -> ResponseReturnValue:
    """Link a maker to an enrolment."""
    enrolment = enrolment_for(actor(), public_id)
    makers = {row.public_id: row for row in producers_of(actor())}
    trainings = {row.public_id: row for row in trainings_of(enrolment)}
    form = LinkForm()
    form.producer.offer([(key, row.stall_name) for key, row in makers.items()], empty=_("Pilih produsen"))
    form.training.offer([(key, row.title) for key, row in trainings.items()], empty=_("Tanpa pelatihan"))
    if form.validate_on_submit():
        with form.refusals():
            chosen, training = makers[form.producer.data], trainings.get(form.training.data)
            link_record(producer=chosen, enrolment=enrolment, training=training, actor=actor())
            flash(_("Rekam terhubung dengan %(maker)s. Periksa, lalu verifikasi.", maker=chosen.stall_name), "success")
            return redirect(url_for("staff.producers.show", public_id=chosen.public_id))
    return render_template("staff/links/new.html", form=form, enrolment=enrolment), form.status


@pages.get("/dinas/produsen/rekam/<public_id>")
def record(public_id: str) -> ResponseReturnValue:
    """From a link to the record behind it."""
    enrolment = enrolment_for(actor(), link_for(actor(), public_id).enrolment.public_id)
    return redirect(url_for("staff.records.show", public_id=enrolment.beneficiary.public_id))


@pages.post("/dinas/produsen/rekam/<public_id>/verifikasi")
def verify(public_id: str) -> ResponseReturnValue:
    """Say that the record was checked today."""
    link = link_for(actor(), public_id)
    if ActionForm().validate_on_submit():
        verify_link(link=link, actor=actor())
        flash(_("Diverifikasi hari ini. Tampil umum bila produsen mengizinkan baris ini."), "success")
    return redirect(url_for("staff.producers.show", public_id=link.producer.public_id))


@pages.post("/dinas/produsen/rekam/<public_id>/akhiri")
def end(public_id: str) -> ResponseReturnValue:
    """End a link; its public line is gone."""
    link = link_for(actor(), public_id)
    if ActionForm().validate_on_submit():
        end_link(link=link, actor=actor())
        flash(_("Hubungan diakhiri. Baris programnya tidak tampil lagi."), "success")
    return redirect(url_for("staff.producers.show", public_id=link.producer.public_id))
