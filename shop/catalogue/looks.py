"""How often products were looked at: summed in memory, written now and then in one short transaction."""

from collections.abc import Mapping
from datetime import date
from threading import Lock
from time import monotonic
from typing import Any

from sqlalchemy import select

from shop.catalogue.models import Product, ViewCount
from shop.catalogue.visibility import product_is_public
from shop.platform.db import db, insert_into
from shop.producers.models import Producer

SECONDS = 60.0
MOST_KEPT = 10_000

Sums = dict[tuple[str, date], int]


class Looks:
    """Looks of one process since they were last written; safe between threads."""

    def __init__(self) -> None:
        self._sums: Sums = {}
        self._since = monotonic()
        self._lock = Lock()

    def add(self, public_id: str, day: date) -> None:
        """One more look; what nobody can list is not kept without end."""
        with self._lock:
            if len(self._sums) < MOST_KEPT or (public_id, day) in self._sums:
                self._sums[public_id, day] = self._sums.get((public_id, day), 0) + 1

    def take(self, *, at_once: bool = False) -> Sums:
        """What is due to be written, once a minute; nothing in between."""
        with self._lock:
            if not at_once and monotonic() - self._since < SECONDS:
                return {}
            taken, self._sums, self._since = self._sums, {}, monotonic()
            return taken


def add_looks(sums: Mapping[tuple[str, date], int]) -> None:
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
