"""What a buyer wants to know while asking: how soon the maker answers, and what is free this month."""

from dataclasses import dataclass

from sqlalchemy import select

from shop.catalogue.capacity import free_capacity
from shop.catalogue.models import Product
from shop.platform.db import plain_rows
from shop.producers.models import ReplyStats
from shop.producers.public import REPLIES_COLUMNS, Replies


@dataclass(frozen=True)
class AskingFacts:
    """`stats` and `free` are None where nobody knows."""

    stats: Replies | None
    free: int | None


def asking_facts(product: Product) -> AskingFacts:
    """The facts of one product and its maker; three SELECTs."""
    row = plain_rows(select(*REPLIES_COLUMNS).where(ReplyStats.producer_id == product.producer_id))
    stats = Replies(*row[0]) if row else None
    return AskingFacts(stats, 0 if product.sold_out else free_capacity(product))
