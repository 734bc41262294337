"""Boxes for whole numbers, as people write them."""

from typing import Any

from shop.lib.errors import Invalid
from shop.lib.quantities import LONGEST_TEXT, MOST_PIECES, parse_amount, parse_days, parse_quantity
from shop.web.forms import ParsedField


class NumberField(ParsedField):
    """A whole number from zero to ``most``; where its ``unit`` is known (base and factor), a word of it may follow."""

    def __init__(self, *args: Any, most: int = MOST_PIECES, unit: tuple[str, int] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.most, self.unit = most, unit

    def parse(self, text: str) -> int:
        if text.strip("0") == "" and len(text) <= LONGEST_TEXT:
            return 0
        try:
            number = self.read(text)
        except Invalid as error:
            if error.code == "quantity_not_number":
                raise Invalid("not_number") from None
            number = -1
        if not 0 < number <= self.most:
            raise Invalid("number_range", least=0, most=self.shown(self.most))
        return number

    def read(self, text: str) -> int:
        """The number of what was typed, from one on."""
        return parse_amount(text, *self.unit) if self.unit else parse_quantity(text)


class DaysField(NumberField):
    """A length of time in days; weeks and months may be written as such."""

    def read(self, text: str) -> int:
        return parse_days(text)
