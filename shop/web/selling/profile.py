"""The stall itself: what people read of it, and how they reach it."""

from typing import Any

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import SelectField

from shop.consent.queries import live_consents
from shop.consent.types import Purpose
from shop.producers.commands.keeping import Profile, edit_profile
from shop.producers.contact import contact_of
from shop.producers.helping import companion_name
from shop.producers.limits import LONGEST
from shop.producers.models import Producer
from shop.producers.stall import stories_of
from shop.producers.types import ContactVia, Right, StoryState
from shop.regions.queries import districts_within
from shop.text.formats import number
from shop.text.labels import choices, label
from shop.text.language import gettext as _
from shop.text.language import lazy as _l
from shop.text.language import ngettext
from shop.web.forms import Longest, ParagraphField, PhoneField, Required, ShopForm, TextField
from shop.web.number_fields import NumberField
from shop.web.selling.chosen import stall
from shop.web.selling.fields import OneOfField, WholeField, options
from shop.web.words import deposit_words

pages = Blueprint("profile", __name__)


class ProfileForm(ShopForm):
    stall_name = TextField(_l("Nama lapak"), [Required("stall_name_missing"), Longest(LONGEST["stall_name"])])
    about = ParagraphField(_l("Tentang lapak"), [Longest(LONGEST["about"])])
    skills = TextField(_l("Keterampilan"), [Longest(LONGEST["skills"])])
    workers = WholeField(_l("Orang yang bekerja"), [Required()], unit=("person", 1))
    helpers = WholeField(_l("Pembantu saat ramai"), unit=("person", 1))
    started_year = NumberField(_l("Mulai tahun"))
    district_code = SelectField(_l("Kecamatan"))
    phone = PhoneField(_l("Nomor WhatsApp"))
    contact_via = OneOfField(_l("Pembeli menghubungi"), [Required("choose_one")])
    deposit_percent = WholeField(_l("Uang muka yang biasa diminta"))

    def profile(self) -> Profile:
        """What was typed, for the command."""
        return Profile(
            stall_name=self.stall_name.data or "",
            about=self.about.data or "",
            skills=self.skills.data or "",
            workers=self.workers.data or 0,
            helpers=self.helpers.data or 0,
            started_year=self.started_year.data,
            district_code=self.district_code.data or None,
            phone=self.phone.data,
            contact_via=ContactVia(self.contact_via.data),
            deposit_percent=self.deposit_percent.data,
        )


@pages.get("/lapak/profil")
def show() -> ResponseReturnValue:
    """The stall as its maker knows it, and what of it the public sees."""
    maker = stall(Right.PROFILE, Right.CONSENT)
    live = live_consents(maker.public_id)
    stories = stories_of(maker)
    return render_template(
        "selling/profile/show.html",
        maker=maker,
        facts=_facts(maker),
        visible=(Purpose.PROFILE, "") in live,
        contact=(Purpose.CONTACT, "") in live,
        photo_shown=maker.photo_key is not None and (Purpose.PHOTO, "") in live,
        companion=companion_name(maker),
        story_shown=any(one.state is StoryState.PUBLISHED for one in stories) and (Purpose.STORY, "") in live,
        may=_may(maker),
    )


@pages.route("/lapak/profil/ubah", methods=["GET", "POST"])
def edit() -> ResponseReturnValue:
    """Change what people read; the stall's address stays as it is."""
    maker = stall(Right.PROFILE)
    form = ProfileForm(obj=maker)
    form.contact_via.choices = options(choices(ContactVia))
    form.district_code.choices = options([("", _("Belum dipilih")), *_districts(maker)])
    if form.validate_on_submit():
        with form.refusals():
            edit_profile(producer=maker, profile=form.profile(), actor=g.actor)
            flash(_("Profil tersimpan."), "success")
            return redirect(url_for("selling.profile.show"))
    return render_template("selling/profile/edit.html", form=form, maker=maker), form.status


def _may(maker: Producer) -> dict[str, bool]:
    return {str(right): g.actor.may_for(maker.public_id, right) for right in (Right.PROFILE, Right.CONSENT)}


def _districts(maker: Producer) -> list[tuple[str, str]]:
    return [(one.code, one.name) for group in districts_within([maker.regency_code]).values() for one in group]


def _facts(maker: Producer) -> list[tuple[str, Any]]:
    people = ngettext("%(num)s orang", "%(num)s orang", maker.workers)
    helpers = _(", dibantu %(n)s", n=number(maker.helpers)) if maker.helpers else ""
    deposit = maker.deposit_percent
    pairs = [
        (_("Bentuk"), label(maker.form)),
        (_("Tempat"), ", ".join(one.name for one in (maker.district, maker.regency) if one)),
        (_("Keterampilan"), maker.skills),
        (_("Pekerja"), people + helpers),
        (_("Mulai"), str(maker.started_year) if maker.started_year else ""),
        (_("Pembeli menghubungi"), label(contact_of(maker).via)),
        (_("Uang muka"), deposit_words(deposit) if deposit is not None else _("tergantung pesanan")),
    ]
    return [(term, value) for term, value in pairs if value]
