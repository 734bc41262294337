"""Looks at products, written now and then in one short transaction."""

from datetime import date
from typing import Any

from sqlalchemy import select

from shop.catalogue.looks import Sums
from shop.catalogue.models import Product, ViewCount
from shop.catalogue.visibility import product_is_public
from shop.platform.db import db, insert_into
from shop.producers.models import Producer


def add_looks(sums: Sums) -> None:
    """Add to the counts of public products; ids of nothing are left out."""
    if not sums:
        return
    names = sorted({public_id for public_id, _ in sums})
    known = db.session.execute(
        select(Product.public_id, Product.id)
        .join(Producer, Producer.id == Product.producer_id)
        .where(Product.public_id.in_(names), product_is_public())
    )
    ids = dict(known.all())
    for (public_id, day), views in sorted(sums.items()):
        if public_id in ids:
            db.session.execute(_adding(ids[public_id], day, views))
    db.session.flush()


def _adding(product_id: int, day: date, views: int) -> Any:
    """One upsert that both databases know."""
    row = insert_into(ViewCount).values(product_id=product_id, day=day, views=views)
    return row.on_conflict_do_update(
        index_elements=["product_id", "day"], set_={"views": ViewCount.views + row.excluded.views}
    )
