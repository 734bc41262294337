"""The size chart of an own product: a plain table of boxes that grows on wish."""

from typing import Any, cast

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from shop.catalogue.book import book
from shop.catalogue.commands import set_size_chart
from shop.catalogue.models import Product
from shop.catalogue.sizes import (
    LONGEST_MEASURE,
    LONGEST_SIZE,
    MOST_MEASURES,
    MOST_SIZES,
    SizeChart,
    chart_faults,
    size_chart_of,
)
from shop.catalogue.stall import own_product
from shop.producers.types import Right
from shop.text.language import gettext as _
from shop.text.language import lazy as _l
from shop.web.forms import Longest, ShopForm, TextField
from shop.web.selling.chosen import stall

pages = Blueprint("sizes", __name__)
_SPARE, _LEAST = 3, 6
_WORN = frozenset({"seragam", "busana", "batik", "keselamatan"})
_GARMENT = (_l("Lebar dada (cm)"), _l("Panjang badan (cm)"), _l("Panjang lengan (cm)"))
_OTHER = (_l("Panjang (cm)"), _l("Lebar (cm)"), _l("Tinggi (cm)"))


class SizesForm(ShopForm):
    """Boxes of heads and rows, added by ``sizes_form``."""

    rows: int = 0

    @property
    def heads(self) -> list[Any]:
        return [self[f"measure_{at}"] for at in range(MOST_MEASURES)]

    @property
    def lines(self) -> list[tuple[Any, list[Any]]]:
        """The box of each size, with those of its values."""
        places = range(MOST_MEASURES)
        return [(self[f"size_{at}"], [self[f"value_{at}_{place}"] for place in places]) for at in range(self.rows)]

    @property
    def names_in_list(self) -> dict[str, str]:
        """Whose box it is, where the list of errors speaks of several rows."""
        names = [(f"size_{at}", f"value_{at}_") for at in range(self.rows)]
        return {
            field.name: _("Baris %(n)s", n=at + 1)
            for at, (size, value) in enumerate(names)
            for field in self
            if field.name == size or field.name.startswith(value)
        }

    def chart(self) -> SizeChart:
        """What was typed."""
        lines = [(size.data or "", tuple(box.data or "" for box in boxes)) for size, boxes in self.lines]
        return SizeChart(measures=tuple(head.data or "" for head in self.heads), rows=tuple(lines))

    def validate(self, extra_validators: Any = None) -> bool:
        """Check every box, and the table as a whole, so that all faults are told at once."""
        fine = super().validate(extra_validators)
        for fault in chart_faults(self.chart()):
            if fault.field in self and not self[fault.field].errors:
                self.refuse(fault)
                fine = False
        return fine


@pages.route("/lapak/produk/<public_id>/ukuran", methods=["GET", "POST"])
def edit(public_id: str) -> ResponseReturnValue:
    """Write the chart; the button for more rows only shows them."""
    product = own_product(public_id, stall(Right.LIST))
    more = bool(request.form.get("more"))
    form = sizes_form(product, more=more)
    if form.validate_on_submit() and not more:
        with form.refusals():
            set_size_chart(product=product, chart=form.chart(), actor=g.actor)
            flash(_("Tabel ukuran tersimpan."), "success")
            return redirect(url_for("selling.products.show", public_id=public_id))
    room = form.rows < MOST_SIZES
    return render_template("selling/sizes/edit.html", form=form, product=product, room=room), form.status


def sizes_form(product: Product, *, more: bool = False) -> SizesForm:
    """A form with the chart as it stands and empty rows below; never with fewer than were just sent."""
    known = size_chart_of(product)
    sent = sum(1 for name in request.form if name.startswith("size_"))
    rows = min(MOST_SIZES, max(_LEAST, len(known.rows) + _SPARE, sent + (_SPARE if more else 0)))
    boxes: dict[str, Any] = {}
    for place in range(MOST_MEASURES):
        boxes[f"measure_{place}"] = TextField(_l("Bagian yang diukur"), [Longest(LONGEST_MEASURE)])
    for at in range(rows):
        boxes[f"size_{at}"] = TextField(_l("Ukuran"), [Longest(LONGEST_SIZE)])
        boxes |= {f"value_{at}_{place}": TextField(_l("Angka")) for place in range(MOST_MEASURES)}
    form = cast("SizesForm", type("SizesFormOfRows", (SizesForm,), boxes)(data=_start(product, known)))
    form.rows = rows
    return form


def _start(product: Product, known: SizeChart) -> dict[str, str]:
    kind = book().kind_by_id[product.kind_id]
    measures = known.measures or tuple(str(name) for name in (_GARMENT if kind.category in _WORN else _OTHER))
    start = {f"measure_{place}": name for place, name in enumerate(measures)}
    for at, (size, values) in enumerate(known.rows):
        start |= {f"size_{at}": size, **{f"value_{at}_{place}": value for place, value in enumerate(values)}}
    return start
