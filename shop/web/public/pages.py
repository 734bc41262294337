"""The pages of plain text: what the shop is, how to use it, and the promises it makes."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import HiddenField, RadioField

from shop.impact.commands import open_complaint
from shop.impact.rules import LONGEST, Complainant
from shop.impact.types import ComplaintAbout
from shop.lib.errors import ShopError
from shop.lib.ids import new_token
from shop.text.labels import choices
from shop.text.language import gettext as _
from shop.text.language import lazy as _l
from shop.web.forms import EmailField, Longest, ParagraphField, PhoneField, Required, ShopForm, TextField
from shop.web.guards import actor
from shop.web.inquiry_answers import origin

pages = Blueprint("pages", __name__)


class ComplaintForm(ShopForm):
    about = RadioField(_l("Tentang apa?"), validate_choice=True)
    body = ParagraphField(_l("Apa yang terjadi?"), validators=[Required("complaint_missing"), Longest(LONGEST)])
    concerns = TextField(
        _l("Nomor permintaan, nomor pengaduan, atau nama produk di alamat halaman"), validators=[Longest(90)]
    )
    name = TextField(_l("Nama Anda"), validators=[Longest(120)])
    phone = PhoneField(_l("Nomor HP"))
    email = EmailField(_l("E-mail"))
    key = HiddenField(default=new_token)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.about.choices = choices(ComplaintAbout)

    def refuse(self, error: ShopError) -> None:
        """A key that cannot be one gives way to a good one, so that the next try is taken."""
        if error.field == "key":
            self.key.data = new_token()
        super().refuse(error)

    def told(self) -> dict[str, Any]:
        """What was written and by whom, as the command takes it."""
        who = Complainant(name=self.name.data, phone=self.phone.data, email=self.email.data)
        facts = {name: self[name].data for name in ("body", "concerns", "key")}
        return {"about": ComplaintAbout(self.about.data), "who": who, **facts}


@pages.get("/tentang")
def about() -> ResponseReturnValue:
    """What the shop is and what it does not do."""
    return render_template("public/pages/about.html")


@pages.get("/bantuan")
def help() -> ResponseReturnValue:  # noqa: A001 - the mirror rule names the page
    """How to ask, read a quote, pay and get help."""
    return render_template("public/pages/help.html")


@pages.get("/privasi")
def privacy() -> ResponseReturnValue:
    """Which data is kept, why, for how long, and people's rights over it."""
    return render_template("public/pages/privacy.html")


@pages.get("/syarat")
def terms() -> ResponseReturnValue:
    """The terms of use."""
    return render_template("public/pages/terms.html")


@pages.get("/aksesibilitas")
def accessibility() -> ResponseReturnValue:
    """The accessibility statement with its known gaps."""
    return render_template("public/pages/accessibility.html")


@pages.route("/pengaduan", methods=["GET", "POST"])
def complaints() -> ResponseReturnValue:
    """How a complaint is made, the form, and afterwards its number."""
    form = ComplaintForm(concerns=request.args.get("produk") or request.args.get("nomor") or "")
    if form.validate_on_submit():
        with form.refusals():
            complaint = open_complaint(**form.told(), actor=actor(), origin=origin())
            flash(_("Pengaduan Anda tercatat dengan nomor %(number)s. Simpan nomor ini.", number=complaint.number))
            return redirect(url_for("public.pages.complaints"))
    return render_template("public/pages/complaints.html", form=form), form.status
