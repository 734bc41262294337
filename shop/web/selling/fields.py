"""Fields of the stall's forms that other forms do not need."""

from collections.abc import Iterable
from math import isfinite
from typing import Any

from wtforms import RadioField
from wtforms.fields.choices import SelectChoice

from shop.lib.errors import Invalid
from shop.web.forms import ParsedField
from shop.web.number_fields import NumberField


def options(pairs: Iterable[tuple[Any, Any]]) -> list[SelectChoice]:
    """Values with their labels as WTForms wants them."""
    return [SelectChoice(value, text) for value, text in pairs]


class WholeField(NumberField):
    """A whole number from zero on, with dots for thousands."""

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


class OneOfField(RadioField):
    """One of a list; that none is chosen is said by Required, in its own words."""

    def pre_validate(self, form: Any) -> None:
        if self.data not in (None, ""):
            super().pre_validate(form)
