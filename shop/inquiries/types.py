"""States of inquiries' parts, words of quotes, and what a buyer or maker hands in."""

import enum
from dataclasses import dataclass
from datetime import date

from shop.accounts.types import BuyerType
from shop.lib.nik import refuse_nik


class PartState(enum.StrEnum):
    SENT = "sent"
    SEEN = "seen"
    INFO_WANTED = "info_wanted"
    INFO_GIVEN = "info_given"
    QUOTED = "quoted"
    DECLINED = "declined"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


MAKERS_TURN = frozenset({PartState.SENT, PartState.SEEN, PartState.INFO_GIVEN})
WAITING = MAKERS_TURN | {PartState.INFO_WANTED}
FINISHED = frozenset({PartState.DECLINED, PartState.EXPIRED, PartState.WITHDRAWN})

_OPEN = frozenset({PartState.QUOTED, PartState.DECLINED, PartState.EXPIRED, PartState.WITHDRAWN})
NEXT_PART: dict[PartState, frozenset[PartState]] = {
    PartState.SENT: _OPEN | {PartState.SEEN, PartState.INFO_WANTED},
    PartState.SEEN: _OPEN | {PartState.INFO_WANTED},
    PartState.INFO_WANTED: _OPEN | {PartState.INFO_GIVEN},
    PartState.INFO_GIVEN: _OPEN | {PartState.INFO_WANTED},
    PartState.QUOTED: frozenset(
        {PartState.QUOTED, PartState.DECLINED, PartState.EXPIRED, PartState.WITHDRAWN, PartState.INFO_GIVEN}
    ),
    PartState.DECLINED: frozenset(),
    PartState.EXPIRED: frozenset({PartState.QUOTED, PartState.INFO_GIVEN}),
    PartState.WITHDRAWN: frozenset(),
}


class DeclineReason(enum.StrEnum):
    FULL = "full"
    TOO_SOON = "too_soon"
    TOO_MANY = "too_many"
    TOO_FEW = "too_few"
    NO_MATERIAL = "no_material"
    NOT_OUR_WORK = "not_our_work"
    PRICE = "price"
    OTHER = "other"


class LineAnswer(enum.StrEnum):
    AS_ASKED = "as_asked"
    ALTERNATIVE = "alternative"
    LESS = "less"
    CANNOT = "cannot"


class DeliveryMethod(enum.StrEnum):
    COURIER = "courier"
    OWN = "own"
    PICKUP = "pickup"
    LATER = "later"


class Author(enum.StrEnum):
    BUYER = "buyer"
    PRODUCER = "producer"
    COMPANION = "companion"
    STAFF = "staff"


class MessageKind(enum.StrEnum):
    NOTE = "note"
    QUESTION = "question"
    ANSWER = "answer"


class Source(enum.StrEnum):
    WEB = "web"
    API = "api"
    PHONE = "phone"


class DemandCause(enum.StrEnum):
    DECLINED = "declined"
    EXPIRED = "expired"
    PARTIAL = "partial"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Who asks and how to reach them; the phone in any usual spelling."""

    name: str
    phone: str | None = None
    email: str | None = None
    organisation: str = ""
    buyer_type: BuyerType = BuyerType.HOUSEHOLD
    place: str = ""
    region_code: str | None = None


@dataclass(frozen=True)
class StoredFile:
    """A checked file that already lies in the storage under ``key``."""

    key: str
    name: str
    media_type: str
    size: int

    def __post_init__(self) -> None:
        refuse_nik({"files": self.name})


@dataclass(frozen=True, kw_only=True)
class OfferedLine:
    """A maker's answer to one line; price in whole rupiah per unit, None where it cannot."""

    line: str  # public id
    answer: LineAnswer
    unit_price: int | None = None
    quantity: int | None = None  # None: as asked
    description: str = ""


@dataclass(frozen=True, kw_only=True)
class Offer:
    """What a maker offers for its part; without ``valid_until`` it holds for 14 days."""

    lines: tuple[OfferedLine, ...]
    lead_days: int
    valid_until: date | None = None
    delivery_method: DeliveryMethod = DeliveryMethod.LATER
    delivery_cost: int | None = None
    deposit_percent: int = 0
    note: str = ""
