"""Keeps the search index in step with the database: a few products after a change, or all of them anew."""

from collections.abc import Callable, Iterable
from datetime import timedelta

from sqlalchemy import select

from shop.catalogue.documents import BATCH, all_documents, documents_of
from shop.catalogue.models import CapacityEntry, Product
from shop.lib.clock import month_start, today_wib
from shop.platform import search_index
from shop.platform.db import db
from shop.platform.search_index import IndexUnavailable
from shop.producers.models import Producer


def refresh_index(product_ids: Iterable[int]) -> None:
    """Put the public ones of these products into the index and take the others out, in one commit a batch.

    Where there is no index yet, or one of an older version, all of it is made. IndexBusy is for the caller to wait for.
    """
    ids = sorted(set(product_ids))
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        documents = documents_of(batch)
        shown = {document.id for document in documents}
        try:
            search_index.current().write(documents, [one for one in batch if one not in shown])
        except IndexUnavailable:
            rebuild_index()
            return


def refresh_stalls(producer_ids: Iterable[int], more: Iterable[int] = ()) -> None:
    """Index anew all goods of these makers, and ``more`` products, together."""
    stalls = select(Product.id).where(Product.producer_id.in_(list(producer_ids)))
    refresh_index([*db.session.scalars(stalls), *more])


def goods_of(subjects: Iterable[str]) -> dict[int, str]:
    """Ids and public ids of all goods of the makers with these public ids."""
    goods = select(Product.id, Product.public_id).join(Producer, Producer.id == Product.producer_id)
    return dict(db.session.execute(goods.where(Producer.public_id.in_(list(subjects)))).all())


def refresh_capacities() -> None:
    """Index anew the goods of makers who said something of this month, the one before, or a week in them."""
    since = month_start(month_start(today_wib()) - timedelta(days=1)) - timedelta(days=7)
    spoken = select(CapacityEntry.producer_id).where(CapacityEntry.starts_on >= since)
    refresh_index(db.session.scalars(select(Product.id).where(Product.producer_id.in_(spoken))).all())


def rebuild_index(progress: Callable[[int], None] | None = None) -> int:
    """Make a new index of all public products and put it into use; answers how many there are."""
    return search_index.current().rebuild(all_documents(), progress)
