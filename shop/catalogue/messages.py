"""What the worker is told of products."""

from dataclasses import dataclass

from shop.platform.outbox import Message


@dataclass(frozen=True)
class ProductChanged(Message):
    """A product was made, changed or moved to another state: the index and share pictures follow."""

    product_id: int


@dataclass(frozen=True)
class PhotoAdded(Message):
    """A photo's master is stored: the worker makes its renditions."""

    photo_id: int


@dataclass(frozen=True)
class PhotoRemoved(Message):
    """A photo is gone from its product: the worker deletes its files."""

    key: str


@dataclass(frozen=True)
class DayTurned(Message):
    """A new day began: what makers said of weeks and months counts for other days now."""


@dataclass(frozen=True)
class ProducerProductsChanged(Message):
    """Something of a maker changed that all its listings show or depend on."""

    producer_id: int
