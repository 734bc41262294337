"""Whose stall an address under /lapak speaks of."""

from collections.abc import Callable

from flask import request

from shop.catalogue.stall import stall_of_product
from shop.inquiries.queries import stall_of_part
from shop.orders.queries import stall_of_order

_STALL_OF: dict[str, Callable[[str], str | None]] = {
    "produk": stall_of_product,
    "permintaan": stall_of_part,
    "pesanan": stall_of_order,
}


def owner_of_address() -> str | None:
    """The public id of the stall that the product, inquiry or order in the address belongs to."""
    public_id = (request.view_args or {}).get("public_id")
    if not public_id or request.url_rule is None:
        return None
    _before, _area, rest = request.url_rule.rule.partition("/lapak/")
    find = _STALL_OF.get(rest.partition("/")[0])
    return find(public_id) if find else None
