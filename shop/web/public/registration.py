"""Buyers register; the answer never tells whether an account was there already."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import PasswordField, RadioField
from wtforms.fields.choices import SelectChoice

from shop.accounts import commands
from shop.accounts.commands.registration import Registration
from shop.accounts.types import BuyerType
from shop.text.language import current_language
from shop.text.language import lazy as _l
from shop.web import sessions
from shop.web.forms import EmailField, Longest, PhoneField, Required, ShopForm, TextField

pages = Blueprint("registration", __name__)

TYPES = [
    SelectChoice(BuyerType.HOUSEHOLD, _l("Rumah tangga")),
    SelectChoice(BuyerType.SCHOOL, _l("Sekolah")),
    SelectChoice(BuyerType.COMPANY, _l("Perusahaan")),
    SelectChoice(BuyerType.OFFICE, _l("Kantor pemerintah")),
]


class RegistrationForm(ShopForm):
    name = TextField(_l("Nama Anda"), [Required("name_missing"), Longest(120)])
    email = EmailField(_l("E-mail"), [Longest(254)])
    phone = PhoneField(_l("Nomor HP"))
    secret = PasswordField(_l("PIN atau kata sandi baru"), [Required("secret_missing"), Longest(200)])
    buyer_type = RadioField(_l("Anda membeli untuk"), choices=TYPES, default=BuyerType.HOUSEHOLD)
    organisation = TextField(_l("Nama sekolah, perusahaan, atau kantor"), [Longest(160)])

    def registration(self) -> Registration:
        """What was typed, as the command takes it."""
        return Registration(
            name=self.name.data or "",
            secret=self.secret.data or "",
            phone=self.phone.data or "",
            email=self.email.data or "",
            organisation=self.organisation.data or "",
            buyer_type=BuyerType(self.buyer_type.data),
            language=current_language(),
        )


@pages.route("/daftar", methods=["GET", "POST"])
def new() -> ResponseReturnValue:
    """The registration form."""
    form = RegistrationForm()
    if form.validate_on_submit():
        with sessions.refusals(form):
            commands.register_buyer(wanted=form.registration(), address=sessions.network())
            return redirect(url_for("public.registration.done", lewat="email" if form.email.data else "hp"))
    return render_template("public/registration/new.html", form=form), form.status


@pages.get("/daftar/selesai")
def done() -> ResponseReturnValue:
    """What happens next: a link by e-mail, or the sign-in form."""
    by_email = request.args.get("lewat") == "email"
    return render_template("public/registration/done.html", by_email=by_email, robots="noindex")
