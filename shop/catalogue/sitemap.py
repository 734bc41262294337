"""Addresses of public products, part by part, for search engines."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select

from shop.catalogue.models import Product
from shop.catalogue.visibility import product_is_public
from shop.lib.clock import to_wib
from shop.platform.db import db
from shop.producers.models import Producer
from shop.producers.visibility import producer_is_public

PART = 5_000
"""Ids a part spans; each product has two addresses, so parts stay far under 50,000 addresses and 50 MB."""


def product_parts() -> int:
    """How many parts there are."""
    highest = db.session.scalar(select(func.max(Product.id))) or 0
    return -(-highest // PART)


def products_of_part(part: int) -> Sequence[tuple[str, date]]:
    """Slug and day of the last change of the public products of a part, counted from 1."""
    rows = db.session.execute(
        select(Product.slug, Product.updated_at)
        .join(Producer, Producer.id == Product.producer_id)
        .where(Product.id > (part - 1) * PART, Product.id <= part * PART, product_is_public())
        .order_by(Product.id)
    )
    return [(slug, to_wib(changed).date()) for slug, changed in rows]


def producers_with_products() -> Sequence[tuple[str, date]]:
    """Slug and day of the last change of every public maker; there are far fewer than a sitemap holds."""
    rows = db.session.execute(
        select(Producer.slug, Producer.updated_at).where(producer_is_public()).order_by(Producer.id).limit(PART * 4)
    )
    return [(slug, to_wib(changed).date()) for slug, changed in rows]
