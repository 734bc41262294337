"""States of inquiries' parts and words of quotes."""

import enum


class PartState(enum.StrEnum):
    SENT = "sent"
    SEEN = "seen"
    INFO_WANTED = "info_wanted"
    INFO_GIVEN = "info_given"
    QUOTED = "quoted"
    DECLINED = "declined"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


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
