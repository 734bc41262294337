"""What "public" means for a product, in one place: every public query asks here."""

from sqlalchemy import ColumnElement, and_

from shop.catalogue.models import Product
from shop.catalogue.types import ProductStatus
from shop.platform.db import is_member
from shop.producers.visibility import producer_is_public


def product_on_shelf() -> ColumnElement[bool]:
    """SQL condition on Product, for queries that ask for a public maker themselves: published, papers and facts."""
    return and_(
        is_member(Product.status, ProductStatus.PUBLISHED),
        Product.papers_in_order,
        Product.price_on_request | Product.price.is_not(None),
    )


def product_is_public() -> ColumnElement[bool]:
    """SQL condition on Product joined to Producer: on the shelf, and its maker public."""
    return and_(product_on_shelf(), producer_is_public())
