"""Forms of the buyer's pages: asking about a product, sending a request, writing, accepting."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, cast
from urllib.parse import urlencode

from wtforms import BooleanField, Field
from wtforms.validators import ValidationError

from shop.catalogue.models import Product
from shop.inquiries.models import RequestDraftLine
from shop.inquiries.rules import (
    LONGEST_NOTE,
    AskedLine,
    check_quantity,
    check_sizes,
)
from shop.lib.errors import Invalid
from shop.lib.quantities import parse_amount, parse_quantity
from shop.text.errors import sentence
from shop.text.language import gettext
from shop.text.language import lazy as _l
from shop.web.cards import local_path
from shop.web.choice_fields import ChecksField
from shop.web.contact_form import ContactForm
from shop.web.forms import (
    Checked,
    Longest,
    ParagraphField,
    ParsedField,
    QuantityField,
    Required,
    ShopForm,
    TextField,
)

QUANTITY = "quantity_"


class CountField(ParsedField):
    """How many of one size; empty or zero means none."""

    def parse(self, text: str) -> int:
        return 0 if text == "0" else parse_quantity(text)


class AskedField(ParsedField):
    """How many are asked for, in the unit of the form's product or in one that comes out even in it: 3 kodi are 60 pcs.

    Zero and less are read as 0, so that one sentence tells the product's minimum.
    """

    def __init__(self, *args: Any, product: Product | None = None, **given: Any) -> None:
        asked = product or getattr(given.get("_form"), "product", None)
        self.unit = (str(asked.unit.base), asked.unit.factor) if asked else ()
        super().__init__(*args, **given)

    def parse(self, text: str) -> int:
        try:
            return parse_amount(text, *self.unit) if self.unit else parse_quantity(text)
        except Invalid as error:
            if error.code != "quantity_zero":
                raise
            return 0


class LineFields(ShopForm):
    """What is asked of one product."""

    size_names: Mapping[str, str] = {}
    sizes_folded = False
    product: Product

    quantity = AskedField(_l("Berapa banyak?"), [Required("quantity_missing")])
    customisation = ChecksField(_l("Perlu ubahan?"), choices=[])
    limits = BooleanField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.is_submitted() and self.quantity.data is not None:
            self._tell_at_once(self.quantity.data)

    def _tell_at_once(self, quantity: int) -> None:
        """What is wrong with a quantity that came along from the product's page, before all else is filled in."""
        try:
            check_quantity(self.product, quantity)
        except Invalid as error:
            self.quantity.errors = [sentence(error)]

    @property
    def fewer_url(self) -> str | None:
        """Products of the kind that take so few, where the quantity is below this one's minimum."""
        asked = self.quantity.data or 0
        if not 0 < asked < self.product.moq:
            return None
        query = {"jenis": self.product.kind.code, "jumlah": asked * self.product.unit.factor}
        return local_path("/produk") + f"?{urlencode(query)}"

    @property
    def sizes_open(self) -> bool:
        """Whether a folded box has something to show."""
        return any(self[name].data or self[name].errors for name in self.size_names)

    def validate_quantity(self, field: Any) -> None:
        if field.data is not None:
            _said(partial(check_quantity, self.product, field.data))

    def validate_limits(self, field: Any) -> None:
        if not field.data:
            raise ValidationError(sentence(Invalid("limits_not_understood")))

    def line(self, note: str = "") -> AskedLine:
        """The product as it was asked for."""
        sizes = [
            {"name": size, "quantity": self[name].data} for name, size in self.size_names.items() if self[name].data
        ]
        return AskedLine(
            product=self.product,
            quantity=self.quantity.data or 0,
            sizes=tuple(sizes),
            customisation=tuple(self.customisation.data or ()) if "customisation" in self else (),
            note=note,
            limits_understood=bool("limits" in self and self.limits.data),
        )

    def validate(self, extra_validators: Any = None) -> bool:
        """Sizes are looked at when everything else is well."""
        self._count_sizes()
        fine = super().validate(extra_validators)
        if not fine or not self.size_names:
            return fine
        try:
            check_sizes(self.line())
        except Invalid as error:
            self[next(iter(self.size_names))].errors = [sentence(error)]
            self.status = 422
            return False
        return True

    def _count_sizes(self) -> None:
        """Sizes make up the quantity where nobody typed one, or left the minimum that stood there."""
        total = sum(self[name].data or 0 for name in self.size_names)
        typed = "".join(str(one) for one in self.quantity.raw_data or []).strip()
        if total and (not typed or self.quantity.data == self.product.moq):
            self.quantity.data, self.quantity.raw_data = total, [str(total)]


class InquiryForm(LineFields, ContactForm):
    """Ask about one product."""

    def __iter__(self) -> Iterator[Field]:
        """The order of the page, which the error summary follows: the product, who asks, the limits."""
        first = {"quantity", "customisation", *self.size_names}
        return iter(sorted(super().__iter__(), key=lambda one: 2 if one.name == "limits" else one.name not in first))


class VanishedForm(ContactForm):
    """What was typed about a product that is no longer there."""

    quantity = TextField(_l("Berapa banyak?"))


class LineForm(LineFields):
    """Put one product into the request."""

    note = ParagraphField(_l("Catatan untuk produsen"), [Longest(LONGEST_NOTE)])


class StandingField(AskedField):
    """How many stand in the request; where the page had no box for it, it stays as it is."""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        if valuelist:
            super().process_formdata(valuelist)


class RequestForm(ContactForm):
    """Send all that stands in the request; how many of each product is read as it stands on the page."""

    refused_at: Mapping[str, str] = {}

    def __iter__(self) -> Iterator[Field]:
        """The order of the page, which the error summary follows: the products, then who asks."""
        return iter(sorted(super().__iter__(), key=lambda one: not isinstance(one, StandingField)))


def quantity_name(line: RequestDraftLine) -> str:
    """The box of a line; a product stands in a request once."""
    return f"{QUANTITY}{line.product.public_id}"


def request_form(lines: Sequence[RequestDraftLine], *, filled: bool) -> RequestForm:
    """The form with a box for every line whose quantity is not made up of sizes."""
    boxes = {
        quantity_name(line): StandingField(
            gettext("Jumlah %(name)s", name=line.product.name),
            [Required("quantity_missing"), Checked(partial(check_quantity, line.product))],
            product=line.product,
        )
        for line in lines
        if not line.sizes
    }
    start = {quantity_name(line): line.quantity for line in lines}
    made = type("RequestFormOfLines", (RequestForm,), boxes)
    return cast(RequestForm, made(data=start) if filled else made(formdata=None, data=start))


class ChangeForm(ShopForm):
    """Another quantity of a line."""

    quantity = QuantityField(_l("Jumlah"), [Required("quantity_missing")])


def _said(check: Any) -> None:
    try:
        check()
    except Invalid as error:
        raise ValidationError(sentence(error)) from None
