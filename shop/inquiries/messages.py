"""What the worker is told of inquiries: names and ids."""

from dataclasses import dataclass

from shop.platform.outbox import Message


@dataclass(frozen=True)
class InquirySent(Message):
    """A buyer asked: every maker of a part is told, the buyer gets number and link."""

    inquiry_id: int


@dataclass(frozen=True)
class UploadsAged(Message):
    """It is time to look for files that were uploaded and never sent."""


@dataclass(frozen=True)
class InfoWanted(Message):
    """A maker asked the buyer something."""

    part_id: int
    message_id: int


@dataclass(frozen=True)
class InfoGiven(Message):
    """The buyer answered a maker's question."""

    part_id: int
    message_id: int


@dataclass(frozen=True)
class ThreadWritten(Message):
    """Somebody wrote in a thread; the other side is told."""

    part_id: int
    message_id: int


@dataclass(frozen=True)
class QuoteMade(Message):
    """A new version of a quote lies before the buyer."""

    quote_id: int


@dataclass(frozen=True)
class PartDeclined(Message):
    """A maker cannot."""

    part_id: int


@dataclass(frozen=True)
class PartWithdrawn(Message):
    """The buyer no longer wants an answer."""

    part_id: int


@dataclass(frozen=True)
class QuoteDeclined(Message):
    """The buyer does not take this quote."""

    quote_id: int


@dataclass(frozen=True)
class AskedAgain(Message):
    """The buyer wants another quote."""

    part_id: int
    message_id: int


@dataclass(frozen=True)
class PartNudged(Message):
    """24 hours without an answer: the maker is reminded."""

    part_id: int


@dataclass(frozen=True)
class PartEscalated(Message):
    """Three working days without an answer: the companion, else the office, gets a task."""

    part_id: int


@dataclass(frozen=True)
class QuoteExpired(Message):
    """A quote's last day is over."""

    quote_id: int


@dataclass(frozen=True)
class PartExpired(Message):
    """30 days without an answer, of the maker or (``buyers_turn``) of the buyer to the maker's question."""

    part_id: int
    buyers_turn: bool = False
