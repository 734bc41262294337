"""Programmes by year with their quota, and what the public reads instead of their names."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import BooleanField

from shop.accounts.types import Role
from shop.lib.clock import today_wib
from shop.programmes.commands import create_programme, edit_programme, set_quota
from shop.programmes.facts import ProgrammeFacts
from shop.programmes.models import Programme
from shop.programmes.policies import KEEPERS, may_edit_programme
from shop.programmes.queries import programme_by_public_id, programmes, public_labels, quotas
from shop.programmes.types import ProgrammeLevel
from shop.regions.names import places
from shop.text.formats import number
from shop.text.labels import choices, label
from shop.text.language import gettext as _
from shop.text.language import lazy as _l
from shop.text.names import name_of
from shop.web.forms import Longest, Required, ShopForm, TextField
from shop.web.guards import actor, refuse_unless
from shop.web.number_fields import NumberField
from shop.web.staff.choosing import ChoiceField, region_choices

pages = Blueprint("programmes", __name__)


class ProgrammeForm(ShopForm):
    name = TextField(_l("Nama program"), [Required(), Longest(160)])
    code = TextField(_l("Kode"), [Required(), Longest(32)])
    level = ChoiceField(_l("Tingkat"))
    region_code = ChoiceField(_l("Wilayah"))
    public_label = ChoiceField(_l("Label untuk umum"))
    disclosing = BooleanField(_l("Nama program membuka keadaan pesertanya"))
    active = BooleanField(_l("Program masih berjalan"))

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.labels = {row.slug: row for row in public_labels()}
        self.level.offer(choices(ProgrammeLevel))
        self.region_code.offer(region_choices(actor(), *KEEPERS, Role.ADMIN), empty=_("Nasional, tanpa wilayah"))
        named = [(slug, name_of(row)) for slug, row in self.labels.items()]
        self.public_label.offer(named, empty=_("Label provinsi produsen"))

    def facts(self) -> ProgrammeFacts:
        """What was written, as the commands take it."""
        return ProgrammeFacts(
            code=self.code.data or "",
            name=self.name.data or "",
            level=ProgrammeLevel(self.level.data),
            region_code=self.region_code.data or None,
            label=self.labels.get(self.public_label.data),
            disclosing=bool(self.disclosing.data),
            active=bool(self.active.data),
        )


class QuotaForm(ShopForm):
    year = NumberField(_l("Tahun"), [Required()])
    quota = NumberField(_l("Kuota orang"), [Required()])


@pages.get("/dinas/program")
def index() -> ResponseReturnValue:
    """Every programme with its label and this year's quota."""
    return render_template("staff/programmes/index.html", rows=_rows())


@pages.route("/dinas/program/baru", methods=["GET", "POST"])
def new() -> ResponseReturnValue:
    """Enter a programme; its name stays hidden unless said otherwise."""
    form = ProgrammeForm(disclosing=True, active=True, level=ProgrammeLevel.PROVINCE)
    if form.validate_on_submit():
        with form.refusals():
            programme = create_programme(facts=form.facts(), actor=actor())
            flash(_("Program tersimpan. Sekarang isi kuotanya."), "success")
            return redirect(url_for("staff.programmes.edit", public_id=programme.public_id))
    return render_template("staff/programmes/new.html", form=form), form.status


@pages.route("/dinas/program/<public_id>", methods=["GET", "POST"])
def edit(public_id: str) -> ResponseReturnValue:
    """Change a programme, its label and whether its name discloses."""
    programme = _editable(public_id)
    form = ProgrammeForm(**_stored(programme))
    if form.validate_on_submit():
        with form.refusals():
            edit_programme(programme=programme, facts=form.facts(), actor=actor())
            flash(_("Perubahan tersimpan."), "success")
            return redirect(url_for("staff.programmes.edit", public_id=public_id))
    return render_template("staff/programmes/edit.html", form=form, **_years(programme)), form.status


@pages.post("/dinas/program/<public_id>/kuota")
def quota(public_id: str) -> ResponseReturnValue:
    """How many people a programme takes in a year."""
    programme = _editable(public_id)
    form = QuotaForm()
    if form.validate_on_submit():
        with form.refusals():
            set_quota(programme=programme, year=form.year.data or 0, quota=form.quota.data or 0, actor=actor())
            flash(_("Kuota tersimpan."), "success")
            return redirect(url_for("staff.programmes.edit", public_id=public_id))
    facts = ProgrammeForm(formdata=None, **_stored(programme))
    return render_template("staff/programmes/edit.html", form=facts, **_years(programme, form)), form.status


def _editable(public_id: str) -> Programme:
    programme = programme_by_public_id(public_id)
    refuse_unless(may_edit_programme(actor(), programme.region_code))
    return programme


def _stored(programme: Programme) -> dict[str, Any]:
    named = programme.public_label.slug if programme.public_label else ""
    facts = {name: getattr(programme, name) for name in ("name", "code", "level", "disclosing", "active")}
    return {**facts, "region_code": programme.region_code or "", "public_label": named}


def _years(programme: Programme, form: QuotaForm | None = None) -> dict[str, Any]:
    known = quotas().get(programme.id, [])
    return {
        "programme": programme,
        "years": [[str(row.year), number(row.quota), number(count)] for row, count in known],
        "quota_form": form or QuotaForm(formdata=None, year=today_wib().year),
    }


def _rows() -> list[list[Any]]:
    years, this = quotas(), today_wib().year
    current = {key: (one.quota, count) for key, known in years.items() for one, count in known if one.year == this}
    return [_row(row, current.get(row.id)) for row in programmes()]


def _row(row: Programme, now: tuple[int, int] | None) -> list[Any]:
    name: Any = row.name
    if may_edit_programme(actor(), row.region_code):
        name = {"text": row.name, "url": url_for("staff.programmes.edit", public_id=row.public_id)}
    shown: Any = {"text": _("Nama tidak tampil umum"), "label_tone": "limit"}
    return [
        name,
        places()[row.region_code].short if row.region_code else label(row.level),
        name_of(row.public_label) if row.public_label else _("Label provinsi"),
        shown if row.disclosing else _("Nama boleh disebut"),
        _("%(count)s dari %(quota)s", count=number(now[1]), quota=number(now[0])) if now else "",
    ]
