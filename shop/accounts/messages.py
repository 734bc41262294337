"""What the worker is told of accounts."""

from dataclasses import dataclass

from shop.platform.outbox import Message


@dataclass(frozen=True)
class LinkWanted(Message):
    """Send a user a one-time link; the handler makes it with ``commands.issue_link`` at the moment of sending."""

    user_id: int
    purpose: str


@dataclass(frozen=True)
class NoticeLeft(Message):
    """A notice is to be mailed to its reader, or to who helps a reader without e-mail."""

    notice_id: int
