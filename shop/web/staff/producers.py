"""Makers of the region: found, shown with what goes on around them, registered and changed."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import BooleanField

from shop.producers.commands import MakerFacts, create_producer, edit_producer
from shop.producers.limits import LONGEST
from shop.producers.policies import REGISTRARS
from shop.producers.queries import ProducerFilter, producer_for, producers_page, regencies_with_producers
from shop.producers.types import ContactVia, ProducerForm, ProducerStatus
from shop.text.labels import choices
from shop.text.language import gettext as _
from shop.text.language import lazy as _l
from shop.web.forms import Longest, ParagraphField, PhoneField, Required, ShopForm, TextField
from shop.web.guards import actor
from shop.web.number_fields import NumberField
from shop.web.staff.choosing import ChoiceField, DistrictField, regency_choices
from shop.web.staff.desk import office
from shop.web.staff.lists import producer_rows
from shop.web.staff.maker_view import maker_view

pages = Blueprint("producers", __name__)


class MakerForm(ShopForm):
    form = ChoiceField(_l("Bentuk"), [Required("choose_one")])
    stall_name = TextField(_l("Nama lapak"), [Required(), Longest(LONGEST["stall_name"])])
    district_code = DistrictField(_l("Kecamatan"), [Required("choose_one")])
    skills = TextField(_l("Keterampilan"), [Longest(LONGEST["skills"])])
    about = ParagraphField(_l("Tentang lapak"), [Longest(LONGEST["about"])])
    workers = NumberField(_l("Orang yang bekerja"))
    helpers = NumberField(_l("Keluarga yang membantu"))
    phone = PhoneField(_l("Nomor WhatsApp"))
    contact_via = ChoiceField(_l("Pembeli menghubungi"))
    standing = ChoiceField(_l("Keadaan"))
    is_adult = BooleanField(_l("Produsen berusia 18 tahun atau lebih. Saya sudah memastikannya."))

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.form.offer(choices(ProducerForm), empty=_("Pilih bentuk"))
        self.contact_via.offer(choices(ContactVia))
        self.standing.offer([one for one in choices(ProducerStatus) if one[0] != ProducerStatus.MERGED])
        self.district_code.offer(actor(), *REGISTRARS)

    def facts(self) -> MakerFacts:
        """What was written, as the commands take it."""
        return MakerFacts(
            form=ProducerForm(self.form.data),
            stall_name=self.stall_name.data or "",
            district_code=self.district_code.data,
            is_adult=bool(self.is_adult.data),
            about=self.about.data or "",
            skills=self.skills.data or "",
            workers=self.workers.data or 0,
            helpers=self.helpers.data or 0,
            phone=self.phone.data,
            contact_via=ContactVia(self.contact_via.data),
            status=ProducerStatus(self.standing.data),
        )


@pages.get("/dinas/produsen")
def index() -> ResponseReturnValue:
    """The list, by words, form, state and regency."""
    wanted, told = _wanted()
    page = producers_page(actor(), wanted, request.args.get("lanjut"))
    further = url_for("staff.producers.index", **told, lanjut=page.next_cursor) if page.next_cursor else None
    return render_template(
        "staff/producers/index.html", rows=producer_rows(page.items), further=further, told=told, filters=_filters(told)
    )


@pages.get("/dinas/produsen/<public_id>")
def show(public_id: str) -> ResponseReturnValue:
    """One maker: listings, inquiries, people, record links, consents."""
    return render_template("staff/producers/show.html", **maker_view(producer_for(actor(), public_id)))


@pages.route("/dinas/produsen/baru", methods=["GET", "POST"])
def new() -> ResponseReturnValue:
    """Register a maker; it becomes public once it consents."""
    form = MakerForm(standing=ProducerStatus.ACTIVE, contact_via=ContactVia.SELF, workers=1)
    if form.validate_on_submit():
        with form.refusals():
            maker = create_producer(facts=form.facts(), office=office(), actor=actor())
            flash(_("%(maker)s sudah terdaftar. Sekarang undang orangnya.", maker=maker.stall_name), "success")
            return redirect(url_for("staff.producers.show", public_id=maker.public_id))
    return render_template("staff/producers/new.html", form=form), form.status


@pages.route("/dinas/produsen/<public_id>/ubah", methods=["GET", "POST"])
def edit(public_id: str) -> ResponseReturnValue:
    """Correct what is known of a maker."""
    maker = producer_for(actor(), public_id)
    form = MakerForm(obj=maker, standing=maker.status)
    if form.validate_on_submit():
        with form.refusals():
            edit_producer(producer=maker, facts=form.facts(), actor=actor())
            flash(_("Perubahan tersimpan."), "success")
            return redirect(url_for("staff.producers.show", public_id=public_id))
    return render_template("staff/producers/edit.html", form=form, maker=maker), form.status


def _wanted() -> tuple[ProducerFilter, dict[str, Any]]:
    """The filter in the address; unknown values count as none."""
    told = {name: request.args.get(name, "").strip()[:80] for name in ("q", "bentuk", "keadaan", "kabkota")}
    forms, states = {str(one) for one in ProducerForm}, {str(one) for one in ProducerStatus}
    wanted = ProducerFilter(
        words=told["q"],
        form=ProducerForm(told["bentuk"]) if told["bentuk"] in forms else None,
        status=ProducerStatus(told["keadaan"]) if told["keadaan"] in states else None,
        regency=told["kabkota"],
    )
    return wanted, {name: value for name, value in told.items() if value}


def _filters(told: dict[str, str]) -> list[tuple[str, str, list[tuple[str, str, bool]]]]:
    """Select boxes: name, label, options with what is chosen."""
    offered = [
        ("bentuk", _("Bentuk"), choices(ProducerForm)),
        ("keadaan", _("Keadaan"), choices(ProducerStatus)),
        ("kabkota", _("Kabupaten atau kota"), regency_choices(regencies_with_producers(actor()))),
    ]
    return [
        (name, text, [(value, words, told.get(name) == value) for value, words in [("", _("Semua")), *options]])
        for name, text, options in offered
    ]
