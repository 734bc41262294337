"""How much the stall can take on: this week in three buttons, each product a month, days off."""

from datetime import date, timedelta
from typing import Any, cast

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms.validators import Optional

from shop.catalogue.book import book
from shop.catalogue.capacity import free_of
from shop.catalogue.commands.stall_capacity import close_stall, open_stall, set_monthly_capacity, set_week_level
from shop.catalogue.full_weeks import NO_WEEKS, full_weeks
from shop.catalogue.models import Product
from shop.catalogue.stall import month_entries, own_products, week_levels, weeks_ahead
from shop.catalogue.types import CapacityLevel, ProductStatus
from shop.lib.clock import today_wib
from shop.producers.models import Producer
from shop.producers.types import Right
from shop.text.formats import date_long, date_short, number, week_words
from shop.text.labels import choices, label
from shop.text.language import gettext as _
from shop.text.language import lazy as _l
from shop.text.names import name_of
from shop.web.forms import ActionForm, DayField, Required, ShopForm
from shop.web.selling.chosen import stall
from shop.web.selling.desk import counted_in
from shop.web.selling.fields import OneOfField, WholeField, options

pages = Blueprint("capacity", __name__)
_COUNTED = (ProductStatus.PUBLISHED, ProductStatus.PAUSED)


class WeekForm(ShopForm):
    """The level of a week; a box for each product's month is added by ``week_form``."""

    level = OneOfField("", [Required("choose_one")])
    products: tuple[Product, ...] = ()

    def amounts(self) -> dict[str, int | None]:
        return {one.public_id: self[f"month_{one.public_id}"].data for one in self.products}


class CloseForm(ShopForm):
    closed_until = DayField(_l("Tutup sampai"), [Required("date_unreadable")])


@pages.route("/lapak/kapasitas", methods=["GET", "POST"])
def edit() -> ResponseReturnValue:
    """The week that is asked for (``pekan``), and every product's month."""
    maker, monday = _maker(), _week()
    form = week_form(maker, monday)
    if form.validate_on_submit():
        with form.refusals():
            _save(maker, monday, form)
            return redirect(url_for("selling.capacity.edit", pekan=request.form.get("go") or monday.isoformat()))
    return render_template("selling/capacity/edit.html", **_page(maker, monday, form)), form.status


@pages.post("/lapak/kapasitas/tutup")
def close() -> ResponseReturnValue:
    """Close the whole stall until a day."""
    maker, form = _maker(), CloseForm()
    if form.validate_on_submit():
        with form.refusals():
            until = cast("date", form.closed_until.data)
            close_stall(producer=maker, until=until, actor=g.actor)
            flash(_("Lapak tutup sampai %(day)s. Batas waktu menjawab ikut berhenti.", day=date_long(until)), "success")
            return redirect(url_for("selling.capacity.edit"))
    return render_template("selling/capacity/edit.html", **_page(maker, _week(), closing=form)), form.status


@pages.post("/lapak/kapasitas/buka")
def reopen() -> ResponseReturnValue:
    """Open again before the day."""
    maker, form = _maker(), ActionForm()
    if form.validate_on_submit():
        open_stall(producer=maker, actor=g.actor)
        flash(_("Lapak buka lagi."), "success")
        return redirect(url_for("selling.capacity.edit"))
    return render_template("selling/capacity/edit.html", **_page(maker, _week())), form.status


def _save(maker: Producer, monday: date, form: WeekForm) -> None:
    """Keep what was chosen and typed, also on the way to another week."""
    set_monthly_capacity(producer=maker, amounts=form.amounts(), actor=g.actor)
    if form.level.data:
        set_week_level(producer=maker, monday=monday, level=CapacityLevel(form.level.data), actor=g.actor)
        flash(_("Tersimpan untuk pekan %(day)s.", day=date_long(monday)), "success")


def _maker() -> Producer:
    return stall(Right.CAPACITY)


def _week() -> date:
    """The Monday that the address names, if it is one of the next four; else the first."""
    weeks = weeks_ahead()
    return next((one for one in weeks if one.isoformat() == request.args.get("pekan")), weeks[0])


def week_form(maker: Producer, monday: date, *, filled: bool = True) -> WeekForm:
    """The form of one week, with a box for each product that is on the shelf or paused."""
    products = tuple(one for one in own_products(maker) if one.status in _COUNTED)
    units = book().unit_by_id
    boxes: dict[str, Any] = {
        f"month_{one.public_id}": WholeField(one.name, unit=counted_in(units[one.unit_id].code)) for one in products
    }
    level = week_levels(maker, [monday]).get(monday)
    start: dict[str, Any] = {f"month_{one.public_id}": one.capacity_per_month for one in products}
    start["level"] = str(level) if level else None
    made = type("WeekFormOfStall", (WeekForm,), boxes)
    form = cast("WeekForm", made(data=start) if filled else made(formdata=None, data=start))
    form.level.label.text = week_words(monday)
    form.level.choices = options(choices(CapacityLevel))
    form.products = products
    if request.form.get("go"):  # who only looks at another week need not have said anything of this one
        form.level.validators = [Optional()]
    return form


def _page(
    maker: Producer, monday: date, form: WeekForm | None = None, closing: CloseForm | None = None
) -> dict[str, Any]:
    form = form or week_form(maker, monday, filled=False)
    weeks = weeks_ahead()
    levels = week_levels(maker, weeks)
    blank = closing or (CloseForm() if request.method == "GET" else CloseForm(formdata=None))
    return {
        "maker": maker,
        "form": form,
        "closing": blank,
        "monday": monday,
        "week": week_words(monday),
        "sunday": monday + timedelta(days=6),
        "here": url_for("selling.capacity.edit", pekan=monday.isoformat()),
        "weeks": [_chip(one, levels.get(one), monday) for one in weeks],
        "months": _months(form),
    }


def _chip(week: date, level: CapacityLevel | None, chosen: date) -> dict[str, Any]:
    return {
        "day": date_short(week).rpartition(" ")[0],
        "text": label(level) if level else _("Belum diisi"),
        "value": week.isoformat(),
        "current": week == chosen,
    }


def _months(form: WeekForm) -> list[dict[str, Any]]:
    entries, month = month_entries(form.products), today_wib()
    weeks = full_weeks({one.producer_id for one in form.products}, month)
    found = []
    for one in form.products:
        entry, unit = entries.get(one.id), name_of(book().unit_by_id[one.unit_id])
        free = free_of(one.capacity_per_month, entry, weeks.get(one.producer_id, NO_WEEKS))
        given = entry.reserved if entry else 0
        less = free is not None and (given or weeks)
        hint = _("Bulan ini sisa %(free)s %(unit)s.", free=number(free or 0), unit=unit) if less else ""
        found.append({"box": form[f"month_{one.public_id}"], "unit": unit, "hint": hint})
    return found
