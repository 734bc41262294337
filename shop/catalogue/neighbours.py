"""Products that stand beside one: more by its maker, and alike ones of other makers; quick at any size."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, bindparam, literal, select, union_all

from shop.catalogue.cards import public_cards_query
from shop.catalogue.models import Product
from shop.catalogue.visibility import product_is_public
from shop.platform.db import kept_rows
from shop.producers.models import Producer

_MORE = 4
_ALIKE = 8


def neighbours(product_id: int, producer_id: int, kind_id: int) -> Sequence[Row[*tuple[Any, ...]]]:
    """Rows of cards of both, the maker's own first.

    Alike ones are those next to it among all of its kind, so that every listing is shown by about as many others.
    """
    return kept_rows(_both, this=product_id, maker=producer_id, kind=kind_id)


@cache
def _both() -> Select[*tuple[Any, ...]]:
    this, maker = bindparam("this", type_=Product.id.type), bindparam("maker", type_=Product.id.type)
    public = (
        select(Product.id)
        .join(Producer, Producer.id == Product.producer_id)
        .where(product_is_public(), Product.id != this)
    )
    own = public.where(Product.producer_id == maker).order_by(Product.id.desc()).limit(_MORE)
    others = public.where(Product.kind_id == bindparam("kind"), Product.producer_id != maker)
    before = others.where(Product.id < this).order_by(Product.id.desc()).limit(_ALIKE)
    behind = others.where(Product.id > this).order_by(Product.id).limit(_ALIKE)
    parts = [query.subquery() for query in (own, before, behind)]
    chosen = union_all(
        *(select(part.c.id, literal(place).label("part")) for place, part in enumerate(parts))
    ).subquery()
    return public_cards_query().join(chosen, chosen.c.id == Product.id).order_by(chosen.c.part, Product.id.desc())
