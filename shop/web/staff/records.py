"""People's records: found by name or number, and their restricted part behind a button whose use is logged."""

from datetime import date
from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shop.accounts.offices import own_offices
from shop.lib.errors import Forbidden
from shop.programmes.commands import RestrictedRecord, create_record, edit_record, read_specific, write_specific
from shop.programmes.facts import PersonFacts, SpecificFacts
from shop.programmes.policies import KEEPERS
from shop.programmes.queries import record_for, records_page
from shop.programmes.types import DisabilityType, WelfareCategory
from shop.text.labels import choices
from shop.text.language import gettext as _
from shop.text.language import lazy as _l
from shop.web.forms import ActionForm, DayField, Longest, ParagraphField, Required, ShopForm, TextField
from shop.web.guards import actor
from shop.web.staff.choosing import ChoiceField, DistrictField
from shop.web.staff.lists import record_rows
from shop.web.staff.record_view import income_rows, record_view
from shop.web.staff.searching import people_search

pages = Blueprint("records", __name__)


class PersonForm(ShopForm):
    full_name = TextField(_l("Nama lengkap"), [Required(), Longest(120)])
    district_code = DistrictField(_l("Kecamatan"), [Required("choose_one")])

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.district_code.offer(actor(), *KEEPERS)

    def facts(self) -> PersonFacts:
        """What was written, as the commands take it."""
        return PersonFacts(full_name=self.full_name.data or "", district_code=self.district_code.data)


class SpecificForm(ShopForm):
    welfare_category = ChoiceField(_l("Kategori PPKS"))
    disability_type = ChoiceField(_l("Ragam disabilitas"))
    birth_date = DayField(_l("Tanggal lahir"))
    address = ParagraphField(_l("Alamat"), [Longest(300)])
    phone = TextField(_l("Nomor HP"), [Longest(20)])
    notes = ParagraphField(_l("Catatan"), [Longest(2000)])

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.welfare_category.offer(choices(WelfareCategory), empty=_("Tidak dicatat"))
        self.disability_type.offer(choices(DisabilityType), empty=_("Tidak dicatat"))

    def facts(self) -> SpecificFacts:
        """What was written, as the commands take it."""
        category, disability = self.welfare_category.data, self.disability_type.data
        return SpecificFacts(
            welfare_category=WelfareCategory(category) if category else None,
            disability_type=DisabilityType(disability) if disability else None,
            birth_date=self.birth_date.data,
            address=self.address.data or "",
            phone=self.phone.data or "",
            notes=self.notes.data or "",
        )


@pages.route("/dinas/rekam", methods=["GET", "POST"])
def index() -> ResponseReturnValue:
    """People of the region by name."""
    form = people_search(_("Nama atau nomor rekam"))
    page = records_page(actor(), form.words, form.cursor)
    told = {"rows": record_rows(page.items), "next_cursor": page.next_cursor}
    return render_template("staff/records/index.html", form=form, **told), form.status


@pages.route("/dinas/rekam/baru", methods=["GET", "POST"])
def new() -> ResponseReturnValue:
    """Enter a person under a new number."""
    form = PersonForm()
    if form.validate_on_submit():
        with form.refusals():
            offices = own_offices(actor(), *KEEPERS)
            if not offices:
                raise Forbidden("not_allowed")
            person = create_record(facts=form.facts(), office=offices[0], actor=actor())
            flash(_("Tersimpan dengan nomor %(number)s.", number=person.record_no), "success")
            return redirect(url_for("staff.records.show", public_id=person.public_id))
    return render_template("staff/records/new.html", form=form), form.status


@pages.get("/dinas/rekam/<public_id>")
def show(public_id: str) -> ResponseReturnValue:
    """One record without its restricted part."""
    return render_template("staff/records/show.html", **record_view(record_for(actor(), public_id)))


@pages.route("/dinas/rekam/<public_id>/ubah", methods=["GET", "POST"])
def edit(public_id: str) -> ResponseReturnValue:
    """Correct a name or a place."""
    person = record_for(actor(), public_id)
    form = PersonForm(obj=person)
    if form.validate_on_submit():
        with form.refusals():
            edit_record(beneficiary=person, facts=form.facts(), actor=actor())
            flash(_("Perubahan tersimpan."), "success")
            return redirect(url_for("staff.records.show", public_id=public_id))
    return render_template("staff/records/edit.html", form=form, person=person), form.status


@pages.post("/dinas/rekam/<public_id>/khusus")
def specific(public_id: str) -> ResponseReturnValue:
    """The restricted part; each look is logged, so it wants the press of a button."""
    person = record_for(actor(), public_id)
    if not ActionForm().validate_on_submit():
        return redirect(url_for("staff.records.show", public_id=public_id))
    found = read_specific(beneficiary=person, actor=actor())
    form = SpecificForm(formdata=None, **_stored(found))
    return render_template("staff/records/specific.html", form=form, person=person, incomes=income_rows(found.visits))


@pages.post("/dinas/rekam/<public_id>/khusus/simpan")
def save_specific(public_id: str) -> ResponseReturnValue:
    """Keep the restricted part."""
    person = record_for(actor(), public_id)
    form = SpecificForm()
    if form.validate_on_submit():
        with form.refusals():
            write_specific(beneficiary=person, facts=form.facts(), actor=actor())
            flash(_("Data khusus tersimpan."), "success")
            return redirect(url_for("staff.records.show", public_id=public_id))
    return render_template("staff/records/specific.html", form=form, person=person, incomes=None), form.status


def _stored(found: RestrictedRecord) -> dict[str, Any]:
    row = found.specific
    born = date.fromisoformat(row.birth_date) if row.birth_date else None
    plain = {
        name: getattr(row, name) or "" for name in ("welfare_category", "disability_type", "address", "phone", "notes")
    }
    return {**plain, "birth_date": born}
