"""What the worker is told of complaints."""

from dataclasses import dataclass

from shop.platform.outbox import Message


@dataclass(frozen=True)
class ComplaintOpened(Message):
    """Somebody complains: those who answer are told, who complains gets the number."""

    complaint_id: int


@dataclass(frozen=True)
class ComplaintPassedOn(Message):
    """A complaint is another office's now; ``moment`` tells one time from the next."""

    complaint_id: int
    moment: str


@dataclass(frozen=True)
class ComplaintReplied(Message):
    """Staff wrote to who complains."""

    reply_id: int
