"""Roles of one account, for administrators: given in an office or at an agency, and ended."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shop.accounts.commands import end_membership, give_role
from shop.accounts.directory import membership_for, user_for
from shop.accounts.models import Office, PartnerAgency
from shop.accounts.places import all_agencies, all_offices
from shop.accounts.types import Role
from shop.text.labels import choices
from shop.text.language import gettext as _
from shop.text.language import lazy as _l
from shop.web.forms import ActionForm, DayField, Required, ShopForm, flashed_refusals
from shop.web.guards import actor
from shop.web.staff.choosing import ChoiceField

pages = Blueprint("memberships", __name__)


class RoleForm(ShopForm):
    role = ChoiceField(_l("Peran"), [Required("choose_one")])
    office = ChoiceField(_l("Di kantor atau lembaga"))
    ends_on = DayField(_l("Sampai"))


@pages.route("/dinas/pengguna/<public_id>/peran", methods=["GET", "POST"])
def new(public_id: str) -> ResponseReturnValue:
    """Give a role."""
    user, places = user_for(actor(), public_id), _places()
    form = _form(places)
    if form.validate_on_submit():
        with form.refusals():
            place = places.get(form.office.data)
            give_role(user=user, role=Role(form.role.data), place=place, ends_on=form.ends_on.data, actor=actor())
            flash(_("Peran diberikan. Ia masuk lagi untuk memakainya."), "success")
            return redirect(url_for("staff.users.show", public_id=public_id))
    return render_template("staff/memberships/new.html", form=form, user=user), form.status


@pages.post("/dinas/pengguna/<public_id>/peran/<int:membership_id>/akhiri")
def end(public_id: str, membership_id: int) -> ResponseReturnValue:
    """End a role; its rights are gone with the next request."""
    membership = membership_for(actor(), user_for(actor(), public_id), membership_id)
    if ActionForm().validate_on_submit():
        with flashed_refusals():
            end_membership(membership=membership, actor=actor())
            flash(_("Peran diakhiri. Semua perangkatnya sudah keluar."), "success")
    return redirect(url_for("staff.users.show", public_id=public_id))


def _places() -> dict[str, Office | PartnerAgency]:
    places: list[Office | PartnerAgency] = [*all_offices(), *all_agencies()]
    return {place.public_id: place for place in places}


def _form(places: dict[str, Office | PartnerAgency]) -> RoleForm:
    form = RoleForm()
    form.role.offer(choices(Role), empty=_("Pilih peran"))
    form.office.offer(((key, one.name) for key, one in places.items()), empty=_("Tidak di kantor mana pun"))
    return form
