"""What the worker is told of makers."""

from dataclasses import dataclass

from shop.platform.outbox import Message


@dataclass(frozen=True)
class ProducerChanged(Message):
    """A maker was registered or changed, or its record links were: its listings follow."""

    producer_id: int


@dataclass(frozen=True)
class PortraitReplaced(Message):
    """A portrait was replaced or taken off: its files go."""

    key: str
