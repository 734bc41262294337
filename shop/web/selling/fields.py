"""Fields of the stall's forms that other forms do not need."""

from collections.abc import Iterable
from math import isfinite
from typing import Any

from wtforms import RadioField, SelectMultipleField
from wtforms.fields.choices import SelectChoice
from wtforms.widgets import CheckboxInput, ListWidget

from shop.lib.errors import Invalid
from shop.lib.quantities import MOST_PIECES, parse_quantity
from shop.web.forms import ParsedField


def options(pairs: Iterable[tuple[Any, Any]]) -> list[SelectChoice]:
    """Values with their labels as WTForms wants them."""
    return [SelectChoice(value, text) for value, text in pairs]


class WholeField(ParsedField):
    """A whole number from zero on, with dots for thousands."""

    def parse(self, text: str) -> int:
        if text.strip("0") == "" and len(text) <= 10:
            return 0
        try:
            return parse_quantity(text)
        except Invalid as error:
            if error.code == "quantity_not_number":
                raise Invalid("not_number") from None
            raise Invalid("number_range", least=0, most=self.shown(MOST_PIECES)) from None

    def shown(self, data: Any) -> str:
        return f"{data:,}".replace(",", ".")


class DecimalField(ParsedField):
    """A number that may have a part behind a comma; one dot is taken for a comma too."""

    def parse(self, text: str) -> float:
        try:
            number = float(text.replace(",", "."))
        except ValueError:
            raise Invalid("not_number") from None
        if not isfinite(number):
            raise Invalid("not_number")
        return number

    def shown(self, data: Any) -> str:
        return f"{data:g}".replace(".", ",")


class TicksField(SelectMultipleField):
    """Several of a list, each with its own box to tick."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class OneOfField(RadioField):
    """One of a list; that none is chosen is said by Required, in its own words."""

    def pre_validate(self, form: Any) -> None:
        if self.data not in (None, ""):
            super().pre_validate(form)
