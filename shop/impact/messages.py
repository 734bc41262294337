"""What the worker is told of complaints."""

from dataclasses import dataclass

from shop.platform.outbox import Message


@dataclass(frozen=True)
class ComplaintOpened(Message):
    """Somebody complains: the office is told, who complains gets the number."""

    complaint_id: int
