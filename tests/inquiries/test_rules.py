"""What may be asked of a product, and what a valid contact is."""

import pytest

from shop.catalogue.models import Product, Unit
from shop.inquiries.rules import LONGEST_PLACE, check_quantity, clean_contact
from shop.inquiries.types import Contact
from shop.lib.errors import Invalid


def test_nothing_cannot_be_asked_for_where_there_is_no_minimum() -> None:
    with pytest.raises(Invalid, match="quantity_zero"):
        check_quantity(Product(name="Masker", moq=1, multiple=1, unit=Unit(code="piece")), 0)


@pytest.mark.parametrize("field", ["organisation", "place"])
def test_names_that_are_too_long_are_told_beside_their_field(field: str) -> None:
    contact = Contact(name="Ratna", email="ratna@contoh.example", **{field: "x" * (LONGEST_PLACE + 1)})
    with pytest.raises(Invalid, match="too_long") as refusal:
        clean_contact(contact)
    assert refusal.value.field == field
