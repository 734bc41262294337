"""What may be asked of a product, and what a valid contact is: pure, so that forms and commands say the same."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from email_validator import EmailNotValidError, validate_email

from shop.catalogue.models import Product
from shop.catalogue.pricing import price_for
from shop.inquiries.types import Contact, StoredFile
from shop.lib.clock import today_wib
from shop.lib.errors import Invalid
from shop.lib.phone import parse_phone
from shop.lib.quantities import MOST_PIECES, nearest_multiples
from shop.lib.typed import one_line

MOST_LINES = 50
MOST_FILES = 5
LONGEST_NAME = 120
LONGEST_PLACE = 160  # of an organisation's name too
LONGEST_MESSAGE = 2000
LONGEST_NOTE = 500
LONGEST_DEPOSIT = 200
FARTHEST = timedelta(days=730)


@dataclass(frozen=True, kw_only=True)
class AskedLine:
    """One product and how many of it, in the product's own unit."""

    product: Product
    quantity: int
    sizes: tuple[dict[str, object], ...] = ()
    customisation: tuple[str, ...] = ()
    note: str = ""
    limits_understood: bool = False


@dataclass(frozen=True, kw_only=True)
class Asking:
    """Everything that a buyer hands in."""

    lines: Sequence[AskedLine]
    contact: Contact
    needed_by: date | None = None
    message: str = ""
    sample_wanted: bool = False
    deposit_note: str = ""
    papers_wanted: tuple[str, ...] = ()
    files: tuple[StoredFile, ...] = ()


def check_quantity(product: Product, quantity: int, field: str = "quantity") -> None:
    """Refuse zero, huge, below the minimum, and what is no multiple; params name the unit's code."""
    params = {"product": product.name, "unit": product.unit.code}
    if quantity < product.moq and product.moq > 1:
        raise Invalid("quantity_below_minimum", field, minimum=product.moq, **params)
    if quantity < 1:
        raise Invalid("quantity_zero", field, **params)
    if quantity > MOST_PIECES:
        raise Invalid("quantity_huge", field, most=MOST_PIECES, **params)
    if quantity % product.multiple:
        nearest: list[object] = [*nearest_multiples(quantity, product.multiple, product.moq)]
        raise Invalid("quantity_not_multiple", field, multiple=product.multiple, nearest=nearest, **params)


def check_sizes(line: AskedLine) -> None:
    """Sizes, where given, add up to the quantity."""
    total = sum(number for size in line.sizes if isinstance(number := size.get("quantity"), int))
    if line.sizes and total != line.quantity:
        raise Invalid("sizes_do_not_add_up", "sizes", total=total, quantity=line.quantity)


def check_day(day: date | None, field: str = "needed_by") -> None:
    """Refuse a day before today (WIB) or more than two years ahead."""
    if day is None:
        return
    if day < today_wib():
        raise Invalid("date_past", field)
    if day > today_wib() + FARTHEST:
        raise Invalid("date_far", field)


def clean_contact(contact: Contact, *, demo: bool = False) -> Contact:
    """The contact with words cleaned, phone and e-mail in one spelling; refuses one that cannot be reached."""
    name = one_line(contact.name)
    if not name:
        raise Invalid("name_missing", "name")
    if len(name) > LONGEST_NAME:
        raise Invalid("too_long", "name", most=LONGEST_NAME)
    phone = _phone(contact.phone, demo=demo)
    email = clean_email(contact.email)
    if phone is None and email is None:
        raise Invalid("phone_or_email", "phone")
    organisation, place = one_line(contact.organisation), one_line(contact.place)
    for field, text in (("organisation", organisation), ("place", place)):
        if len(text) > LONGEST_PLACE:
            raise Invalid("too_long", field, most=LONGEST_PLACE)
    return replace(contact, name=name, phone=phone, email=email, organisation=organisation, place=place)


def _phone(text: str | None, *, demo: bool) -> str | None:
    if not text or not text.strip():
        return None
    try:
        return parse_phone(text, demo=demo)
    except Invalid as error:
        raise Invalid(error.code, "phone", **error.params) from error


def clean_email(text: str | None, field: str = "email") -> str | None:
    """The address in lower case, or None where nothing was typed."""
    if not text or not text.strip():
        return None
    try:
        return validate_email(text.strip(), check_deliverability=False, test_environment=True).normalized.lower()
    except EmailNotValidError as error:
        raise Invalid("email_invalid", field) from error


def unit_price_for(product: Product, quantity: int) -> int | None:
    """The price per unit that the page shows for a quantity: that of its tier, else the plain one."""
    return price_for(product.price, [(tier.min_quantity, tier.price) for tier in product.tiers], quantity)
