"""One person of a maker: how they sign in, a link to hand over, a new number to confirm."""

from collections.abc import Callable

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shop.accounts.commands.links import IssuedLink
from shop.inquiries.queries import keeps_inquiries
from shop.producers.commands import hand_over_members_link, mail_members_link, prove_members_phone
from shop.producers.models import ProducerMember
from shop.producers.queries import member_for
from shop.text.language import gettext as _
from shop.web.forms import ActionForm, flashed_refusals
from shop.web.guards import actor
from shop.web.handing_over import HandOverForm, card, hand_over_form

pages = Blueprint("members", __name__)


@pages.get("/dinas/produsen/<public_id>/orang/<member_id>")
def show(public_id: str, member_id: str) -> ResponseReturnValue:
    """The person, and how to help them in."""
    member = member_for(actor(), public_id, member_id)
    return _page(member, hand_over_form(member.user) if member.user else None)


@pages.route("/dinas/produsen/<public_id>/orang/<member_id>/tautan", methods=["GET", "POST"])
def link(public_id: str, member_id: str) -> ResponseReturnValue:
    """Make a link and show it this once; whoever comes back asks for another."""
    member = member_for(actor(), public_id, member_id)
    form = HandOverForm()
    if form.validate_on_submit():
        with form.refusals():
            issued = _handed_over(member, form)
            return render_template("staff/members/link.html", member=member, maker=member.producer, card=card(issued))
    if not form.is_submitted():
        return redirect(url_for("staff.members.show", public_id=public_id, member_id=member_id))
    return _page(member, form)


@pages.post("/dinas/produsen/<public_id>/orang/<member_id>/surat")
def mail(public_id: str, member_id: str) -> ResponseReturnValue:
    """Have a link mailed to the person, which nobody here sees."""
    member = member_for(actor(), public_id, member_id)
    return _pressed(member, mail_members_link, _("Tautan untuk membuat PIN baru dikirim ke e-mailnya."))


@pages.post("/dinas/produsen/<public_id>/orang/<member_id>/nomor")
def phone(public_id: str, member_id: str) -> ResponseReturnValue:
    """The number that the person typed is theirs."""
    member = member_for(actor(), public_id, member_id)
    return _pressed(member, prove_members_phone, _("Nomor itu sekarang dipakai untuk masuk."))


def _pressed(member: ProducerMember, deed: Callable[..., None], done: str) -> ResponseReturnValue:
    """Do what a button says and go back to the person, with what was done or refused."""
    if ActionForm().validate_on_submit():
        with flashed_refusals():
            deed(member=member, actor=actor())
            flash(done, "success")
    maker = member.producer.public_id
    return redirect(url_for("staff.members.show", public_id=maker, member_id=member.public_id))


def _handed_over(member: ProducerMember, form: HandOverForm) -> IssuedLink:
    buys = member.user_id is not None and keeps_inquiries(member.user_id)
    return hand_over_members_link(member=member, purpose=form.chosen, has_inquiries=buys, actor=actor())


def _page(member: ProducerMember, form: HandOverForm | None) -> ResponseReturnValue:
    status = form.status if form else 200
    page = {"member": member, "user": member.user, "maker": member.producer, "form": form}
    return render_template("staff/members/show.html", **page), status
