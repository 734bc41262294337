"""What the worker is told of consent."""

from dataclasses import dataclass

from shop.platform.outbox import Message


@dataclass(frozen=True)
class ConsentChanged(Message):
    """A consent of ``subject`` for ``purpose`` was given, withdrawn or expired: index, caches and pictures follow."""

    subject: str
    purpose: str
    item: str
    live: bool
