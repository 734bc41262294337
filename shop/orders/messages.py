"""What the worker is told of orders: names and ids."""

from dataclasses import dataclass

from shop.platform.outbox import Message


@dataclass(frozen=True)
class QuoteAccepted(Message):
    """A buyer took a quote: the maker is told, other makers of the same lines hear that they need not hurry."""

    order_id: int


@dataclass(frozen=True)
class OrderMoved(Message):
    """An order went a step on; ``event_id`` names the step."""

    order_id: int
    event_id: int


@dataclass(frozen=True)
class OrderStepUndone(Message):
    """A maker took back the step ``undone``; ``event_id`` names the move back."""

    order_id: int
    event_id: int
    undone: str


@dataclass(frozen=True)
class OrderReviewed(Message):
    """A buyer left a word after a finished order."""

    order_id: int
