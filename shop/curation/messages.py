"""What the worker is told of curation."""

from dataclasses import dataclass

from shop.platform.outbox import Message


@dataclass(frozen=True)
class ReviewDecided(Message):
    """Staff published or returned a product: its maker is told."""

    case_id: int


@dataclass(frozen=True)
class ProducerFeatured(Message):
    """A maker will be shown first for a while: it is told."""

    featured_id: int
