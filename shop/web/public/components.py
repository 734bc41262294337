"""All components in every state, for maintainers; there only in development."""

from flask import Blueprint, abort, current_app, render_template
from flask.typing import ResponseReturnValue
from wtforms import BooleanField, FileField, PasswordField, RadioField, SelectField
from wtforms.fields.choices import SelectChoice

from shop.config import Settings
from shop.lib.errors import Invalid
from shop.web.forms import DayField, ParagraphField, PhoneField, QuantityField, ShopForm, TextField

pages = Blueprint("components", __name__)


class SampleForm(ShopForm):
    """One field of every look; never sent."""

    name = TextField("Nama Anda")
    quantity = QuantityField("Jumlah")
    phone = PhoneField("Nomor WhatsApp")
    needed_by = DayField("Dibutuhkan sebelum")
    message = ParagraphField("Pesan untuk produsen")
    unit = SelectField("Satuan", choices=[SelectChoice("pcs", "pcs"), SelectChoice("kodi", "kodi")])
    answer = RadioField(
        "Jawaban Anda", choices=[SelectChoice("as_asked", "Sanggup"), SelectChoice("less", "Sanggup sebagian")]
    )
    understood = BooleanField("Saya mengerti rompi ini belum bersertifikat.")
    secret = PasswordField("PIN")
    file = FileField("Gambar logo")


class PeopleForm(ShopForm):
    """A search for people, as the pages of the office have it."""

    q = TextField("Nama atau nomor HP")
    words = "contoh"


@pages.get("/komponen")
def index() -> ResponseReturnValue:
    """Every component, with a form that has errors."""
    settings: Settings = current_app.extensions["settings"]
    if not settings.development:
        abort(404)
    form = SampleForm(meta={"csrf": False})
    form.refuse(Invalid("quantity_zero", "quantity"))
    form.refuse(Invalid("phone_too_short", "phone"))
    return render_template("public/components/index.html", form=form, people=PeopleForm(), robots="noindex")
