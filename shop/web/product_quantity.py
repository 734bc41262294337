"""How many of a product and for how much: prices by quantity, the box with its sum, and what is said of a wrong one."""

from dataclasses import replace
from typing import Any

from shop.catalogue.cards import ProductCard
from shop.catalogue.details import ProductDetails
from shop.catalogue.models import Product
from shop.catalogue.types import UnitBase
from shop.inquiries.rules import unit_price_for
from shop.lib.errors import Invalid
from shop.text.errors import sentence
from shop.text.formats import number, rupiah
from shop.text.language import gettext
from shop.web.cards import local_path, price_words
from shop.web.words import count_words

View = dict[str, Any]
_DONE_ON_THE_SPOT = (UnitBase.PERSON, UnitBase.HOUR, UnitBase.PACKAGE)


def tier_columns(details: ProductDetails) -> list[tuple[str, str, bool]]:
    """Price by quantity as columns: 50–199, 200–499, 500+."""
    steps = tier_steps(details)
    columns = []
    for place, (least, price) in enumerate(steps):
        last = place + 1 == len(steps)
        words = f"{number(least)}+" if last else f"{number(least)}–{number(steps[place + 1][0] - 1)}"
        columns.append((words, rupiah(price), place == 0))
    return columns


def tier_steps(details: ProductDetails) -> list[tuple[int, int]]:
    """The price from each quantity on, from the minimum; empty where there is one price or none."""
    product = details.product
    if product.price is None or not details.tiers:
        return []
    higher = [(least, price) for least, price in details.tiers if least > product.moq]
    return [(product.moq, product.price), *higher] if higher else []


def price_by_quantity(details: ProductDetails) -> View:
    """Prices by quantity, and what they and the large price are for where sizes have prices of their own."""
    tiers = tier_columns(details)
    if not _by_size(details):
        return {"tiers": tiers, "price_note": "", "tiers_note": ""}
    note = gettext("Menurut ukuran")
    if tiers:
        note = gettext("Menurut ukuran, untuk %(range)s", range=tiers[0][0])
    below = gettext("Ukuran yang lebih mahal: lihat di bawah.")
    return {"tiers": tiers, "price_note": note, "tiers_note": below if tiers else ""}


def _by_size(details: ProductDetails) -> bool:
    base = details.product.price
    return base is not None and any(one.price not in (None, base) for one in details.variants)


def quantity_view(details: ProductDetails) -> View:
    """The box that asks how many."""
    product = details.product
    steps = tier_steps(details) or ([(product.moq, product.price)] if product.price else [])
    starting = gettext("mulai") if product.price_max and product.price_max > (product.price or 0) else ""
    return {
        "unit": count_words(product.moq, details.unit).split(" ", 1)[1],
        "value": product.moq,
        "min": product.moq,
        "step": product.multiple,
        "tiers": [list(step) for step in steps] or None,
        "starting": starting,
        "total": _total(details, starting),
        "sum_note": None if _travels(details) else "",
        "few": _few(details),
        "uneven": _uneven(details),
    }


def _total(details: ProductDetails, starting: str) -> str:
    """The sum for the smallest order; a lowest price gives a lowest sum."""
    product = details.product
    if not product.price:
        return ""
    each, total = (f"{starting} {rupiah(amount)}".strip() for amount in (product.price, product.price * product.moq))
    count = count_words(product.moq, details.unit)
    if not _travels(details):
        return gettext("%(count)s × %(price)s = %(sum)s.", count=count, price=each, sum=total)
    return gettext("%(count)s × %(price)s = %(sum)s, sebelum ongkir.", count=count, price=each, sum=total)


def _travels(details: ProductDetails) -> bool:
    """Whether there is a thing to deliver: not where a service is counted in people, hours or packages."""
    return details.kind.category != "jasa" or details.unit.base not in _DONE_ON_THE_SPOT


def _few(details: ProductDetails) -> tuple[str, str, str, int]:
    """What is said of fewer than the smallest order, and the way to products of the kind that take so few."""
    error = Invalid("quantity_below_minimum", minimum=details.product.moq)
    if details.product.moq <= 1:
        error = Invalid("quantity_zero")
    address = local_path("/produk") + f"?jenis={details.kind.code}&jumlah="
    return sentence(error), gettext("Cari yang menerima lebih sedikit."), address, details.unit.factor


def _uneven(details: ProductDetails) -> tuple[str, str] | None:
    """What is said of no multiple, before and after the nearest ones, which the script works out."""
    product = details.product
    if product.multiple <= 1:
        return None
    before, _, after = sentence(Invalid("quantity_not_multiple", multiple=product.multiple, nearest="…")).partition("…")
    return before, after


def price_at(card: ProductCard, product: Product, quantity: int) -> str:
    """The price of a quantity and what it is for, as where that many stand in a request."""
    return "".join(price_words(replace(card, price=unit_price_for(product, quantity))))
