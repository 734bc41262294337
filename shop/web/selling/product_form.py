"""The form of a product: common boxes, rows of tiers and variants, and the typed facts of its kind."""

import re
from collections.abc import Mapping
from dataclasses import fields
from typing import Any, cast

from flask import request
from wtforms import BooleanField, SelectField

from shop.catalogue.book import AttributeFacts, KindFacts, book
from shop.catalogue.facts import LONGEST_NAME, MOST_TIERS, MOST_VARIANTS, ProductFacts, VariantFacts
from shop.catalogue.stall import price_bases
from shop.catalogue.types import AttributeType, PriceBasis, StockMode
from shop.inquiries.offering import LONGEST_LEAD
from shop.lib.errors import Invalid, ShopError
from shop.text.labels import choices, label
from shop.text.language import SOURCE_LANGUAGE, current_language
from shop.text.language import lazy as _l
from shop.text.names import name_of
from shop.web.choice_fields import ChecksField
from shop.web.forms import Longest, ParagraphField, Required, RupiahField, ShopForm, TextField
from shop.web.number_fields import DaysField
from shop.web.selling.desk import counted_in
from shop.web.selling.fields import DecimalField, OneOfField, WholeField, options

LONGEST_TEXT = 3000
LONGEST_VARIANT = 40
SPARE_TIERS, SPARE_VARIANTS = 2, 3
_COUNTED = ("moq", "multiple", "capacity_per_month", "stock_ready")
_ROW = re.compile(r"(tier|variant)_(\d{1,2})_")


class ProductForm(ShopForm):
    """Boxes that every kind has; those of a kind and the rows are added by ``product_form``."""

    name = TextField(_l("Nama produk"), [Required("product_name_missing"), Longest(LONGEST_NAME)])
    description = ParagraphField(_l("Cerita singkat barangnya"), [Longest(LONGEST_TEXT)])
    unit = SelectField(_l("Dijual per"))
    price = RupiahField(_l("Harga"))
    price_max = RupiahField(_l("Harga tertinggi"))
    price_basis = SelectField(_l("Harga itu"))
    price_on_request = BooleanField(_l("Harga lewat penawaran saja"))
    moq = WholeField(_l("Pesanan paling sedikit"))
    multiple = WholeField(_l("Kelipatan"))
    lead_days = DaysField(_l("Lama mengerjakan"), most=LONGEST_LEAD)
    capacity_per_month = WholeField(_l("Sanggup sebulan"))
    stock_mode = OneOfField(_l("Cara menjual"))
    stock_ready = WholeField(_l("Stok sekarang"))
    customisation = ChecksField(_l("Bisa disesuaikan"))
    deposit_percent = WholeField(_l("Uang muka"))
    sample_price = RupiahField(_l("Harga satu contoh"))
    weight_g = WholeField(_l("Berat satu"), unit=("g", 1))

    kind: KindFacts
    tier_rows: int = 0
    variant_rows: int = 0

    def refuse(self, error: ShopError) -> None:
        """Errors of whole tables stand beside their first box."""
        field = {"tiers": "tier_0_quantity", "variants": "variant_0_name"}.get(error.field or "", error.field)
        super().refuse(type(error)(error.code, field, **error.params))

    @property
    def facts_boxes(self) -> list[tuple[AttributeFacts, Any]]:
        """The boxes of the kind's own facts, in its order."""
        return [(fact, self[f"attribute_{fact.code}"]) for fact in self.kind.attributes]

    @property
    def tier_boxes(self) -> list[tuple[Any, Any]]:
        return [(self[f"tier_{n}_quantity"], self[f"tier_{n}_price"]) for n in range(self.tier_rows)]

    @property
    def variant_boxes(self) -> list[tuple[Any, Any, Any]]:
        names = ("name", "price", "stock")
        return [cast("Any", tuple(self[f"variant_{n}_{name}"] for name in names)) for n in range(self.variant_rows)]

    def facts(self) -> ProductFacts:
        """What was typed, for the command; half a row of a table is refused beside its empty box."""
        return ProductFacts(
            name=self.name.data or "",
            description=self.description.data or "",
            unit=book().units[self.unit.data],
            price=None if self.price_on_request.data else self.price.data,
            price_max=None if self.price_on_request.data else self.price_max.data,
            price_on_request=bool(self.price_on_request.data),
            price_basis=PriceBasis(self.price_basis.data),
            tiers=[] if self.price_on_request.data else self._tiers(),
            variants=self._variants(),
            moq=_or(self.moq.data, 1),
            multiple=_or(self.multiple.data, 1),
            lead_days=_or(self.lead_days.data, 7),
            capacity_per_month=self.capacity_per_month.data,
            stock_mode=StockMode(self.stock_mode.data),
            stock_ready=self.stock_ready.data,
            attributes={fact.code: box.data for fact, box in self.facts_boxes},
            customisation=self.customisation.data or [],
            deposit_percent=self.deposit_percent.data,
            sample_price=self.sample_price.data,
            weight_g=self.weight_g.data,
        )

    def _tiers(self) -> list[tuple[int, int]]:
        found = []
        for quantity, price in self.tier_boxes:
            if quantity.data is None and price.data is None:
                continue
            if quantity.data is None:
                raise Invalid("quantity_missing", quantity.name)
            if price.data is None:
                raise Invalid("money_missing", price.name)
            found.append((quantity.data, price.data))
        return found

    def _variants(self) -> list[VariantFacts]:
        found = []
        for name, price, stock in self.variant_boxes:
            if not name.data and price.data is None and stock.data is None:
                continue
            if not name.data:
                raise Invalid("variant_name_missing", name.name)
            if price.data is not None and price.data <= 0:
                raise Invalid("price_zero", price.name)
            found.append(VariantFacts(name=name.data, price=price.data, stock_ready=stock.data))
        return found


def _or(value: int | None, fallback: int) -> int:
    return fallback if value is None else value


def product_form(kind: KindFacts, known: ProductFacts | None = None) -> ProductForm:
    """A form for a kind, filled with what is known of the product; with a few empty rows to go on."""
    tiers, variants = _rows("tier", known.tiers if known else ()), _rows("variant", known.variants if known else ())
    unit = counted_in(request.form.get("unit") or (known.unit if known else kind.default_unit).code)
    boxes: dict[str, Any] = {f"attribute_{fact.code}": _box(fact) for fact in kind.attributes}
    boxes |= {name: _counted(getattr(ProductForm, name), unit) for name in _COUNTED}
    for place in range(tiers):
        boxes[f"tier_{place}_quantity"] = WholeField(_l("Mulai jumlah"), unit=unit)
        boxes[f"tier_{place}_price"] = RupiahField(_l("Harga satu"))
    for place in range(variants):
        boxes[f"variant_{place}_name"] = TextField(_l("Pilihan"), [Longest(LONGEST_VARIANT)])
        boxes[f"variant_{place}_price"] = RupiahField(_l("Harga"))
        boxes[f"variant_{place}_stock"] = WholeField(_l("Stok"), unit=unit)
    form = cast("ProductForm", type("ProductFormOfKind", (ProductForm,), boxes)(data=_start(kind, known)))
    form.kind, form.tier_rows, form.variant_rows = kind, tiers, variants
    form.unit.choices = options(
        (unit.code, name_of(unit)) for unit in {kind.default_unit: None, **dict.fromkeys(kind.units)}
    )
    form.price_basis.choices = options((str(basis), label(basis)) for basis in price_bases(kind.code))
    form.stock_mode.choices = options(choices(StockMode))
    form.customisation.choices = options((one["code"], _named(one)) for one in kind.customisation)
    return form


def _counted(box: Any, unit: tuple[str, int] | None) -> Any:
    """The same box in the same place, where a word of the product's unit may follow the number."""
    counted: Any = WholeField(*box.args, unit=unit)
    counted.creation_counter = box.creation_counter
    return counted


def _rows(name: str, known: Any) -> int:
    """How many rows to show: the known ones and spare ones, and never fewer than were just sent."""
    most, spare = (MOST_TIERS, SPARE_TIERS) if name == "tier" else (MOST_VARIANTS, SPARE_VARIANTS)
    sent = [int(found[2]) + 1 for key in request.form if (found := _ROW.match(key)) and found[1] == name]
    return min(most, max([len(known) + spare, *sent]))


def _box(fact: AttributeFacts) -> Any:
    text = name_of(fact)
    offered = [(choice["code"], _named(choice)) for choice in fact.choices]
    if fact.type is AttributeType.CHOICE:
        return SelectField(text, choices=options([("", _l("Pilih")), *offered]))
    if fact.type is AttributeType.CHOICES:
        return ChecksField(text, choices=options(offered))
    if fact.type is AttributeType.BOOLEAN:
        return BooleanField(text)
    if fact.type is AttributeType.TEXT:
        return TextField(text, [Longest(fact.max_length)])
    return WholeField(text) if fact.type is AttributeType.INTEGER else DecimalField(text)


def _named(choice: Mapping[str, str]) -> str:
    return choice["name_id" if current_language() == SOURCE_LANGUAGE else "name_en"]


def _start(kind: KindFacts, known: ProductFacts | None) -> dict[str, Any]:
    """What stands in the boxes before anybody types."""
    if known is None:
        return {"unit": kind.default_unit.code, "stock_mode": str(StockMode.MADE_TO_ORDER), "moq": 1, "multiple": 1}
    plain = {one.name: getattr(known, one.name) for one in fields(known) if one.name not in _TABLES}
    start: dict[str, Any] = {**plain, "unit": known.unit.code}
    start |= {"price_basis": str(known.price_basis), "stock_mode": str(known.stock_mode)}
    start["customisation"] = list(known.customisation)
    start |= {f"attribute_{code}": value for code, value in known.attributes.items()}
    for place, (quantity, price) in enumerate(known.tiers):
        start |= {f"tier_{place}_quantity": quantity, f"tier_{place}_price": price}
    for place, variant in enumerate(known.variants):
        row = {"name": variant.name, "price": variant.price, "stock": variant.stock_ready}
        start |= {f"variant_{place}_{name}": value for name, value in row.items()}
    return start


_TABLES = frozenset({"tiers", "variants", "attributes", "unit", "customisation"})
