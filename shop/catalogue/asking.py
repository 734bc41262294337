"""What a buyer wants to know while asking: how soon the maker answers, and what is free this month."""

from dataclasses import dataclass

from sqlalchemy import select

from shop.catalogue.capacity import free_capacity
from shop.catalogue.models import Product
from shop.platform.db import db
from shop.producers.models import ReplyStats


@dataclass(frozen=True)
class AskingFacts:
    """`stats` and `free` are None where nobody knows."""

    stats: ReplyStats | None
    free: int | None


def asking_facts(product: Product) -> AskingFacts:
    """The facts of one product and its maker; three SELECTs."""
    stats = db.session.scalar(select(ReplyStats).where(ReplyStats.producer_id == product.producer_id))
    return AskingFacts(stats, 0 if product.sold_out else free_capacity(product))
