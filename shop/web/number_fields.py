"""Boxes for whole numbers, as people write them."""

from shop.lib.errors import Invalid
from shop.lib.quantities import LONGEST_TEXT, MOST_PIECES, parse_quantity
from shop.web.forms import ParsedField


class NumberField(ParsedField):
    """A whole number from zero on."""

    def parse(self, text: str) -> int:
        if text.strip("0") == "" and len(text) <= LONGEST_TEXT:
            return 0
        try:
            return parse_quantity(text)
        except Invalid as error:
            if error.code == "quantity_not_number":
                raise Invalid("not_number") from None
            raise Invalid("number_range", least=0, most=self.shown(MOST_PIECES)) from None
