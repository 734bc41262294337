"""Words of help tasks, complaints and data requests."""

import enum


class HelpCause(enum.StrEnum):
    NO_ANSWER = "no_answer"
    NO_INQUIRIES = "no_inquiries"
    STALE_LISTING = "stale_listing"
    RECORD_ENDED = "record_ended"


class ComplaintAbout(enum.StrEnum):
    ORDER = "order"
    PRODUCT = "product"
    PERSON = "person"
    PRIVACY = "privacy"
    ACCESSIBILITY = "accessibility"
    OTHER = "other"


class CaseState(enum.StrEnum):
    OPEN = "open"
    IN_HAND = "in_hand"
    CLOSED = "closed"


class DataRight(enum.StrEnum):
    SEE = "see"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    DELETE = "delete"
