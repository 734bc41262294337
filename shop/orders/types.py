"""States of orders, allocations and reviews."""

import enum


class OrderState(enum.StrEnum):
    ACCEPTED = "accepted"
    IN_PRODUCTION = "in_production"
    READY = "ready"
    HANDED_OVER = "handed_over"
    CHANGES_ASKED = "changes_asked"
    DONE = "done"
    CANCELLED = "cancelled"


NEXT_ORDER: dict[OrderState, frozenset[OrderState]] = {
    OrderState.ACCEPTED: frozenset({OrderState.IN_PRODUCTION, OrderState.CANCELLED}),
    OrderState.IN_PRODUCTION: frozenset({OrderState.READY, OrderState.CANCELLED}),
    OrderState.READY: frozenset({OrderState.HANDED_OVER, OrderState.CANCELLED}),
    OrderState.HANDED_OVER: frozenset({OrderState.CHANGES_ASKED, OrderState.DONE}),
    OrderState.CHANGES_ASKED: frozenset({OrderState.HANDED_OVER, OrderState.DONE, OrderState.CANCELLED}),
    OrderState.DONE: frozenset(),
    OrderState.CANCELLED: frozenset(),
}


class CancelReason(enum.StrEnum):
    BUYER_CHANGED_MIND = "buyer_changed_mind"
    CANNOT_MAKE = "cannot_make"
    LATE = "late"
    TERMS = "terms"
    OTHER = "other"


class InquiryState(enum.StrEnum):
    """The state of a whole inquiry, derived from its parts and orders."""

    NEW = "new"
    ANSWERED = "answered"
    QUOTED = "quoted"
    AGREED = "agreed"
    IN_PRODUCTION = "in_production"
    HANDED_OVER = "handed_over"
    DONE = "done"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


class AllocationState(enum.StrEnum):
    OFFERED = "offered"
    TAKEN = "taken"
    DECLINED = "declined"
    EXPIRED = "expired"


class PaperKind(enum.StrEnum):
    QUOTATION = "quotation"
    ORDER_LETTER = "order_letter"
    DELIVERY_NOTE = "delivery_note"
    HANDOVER_MINUTES = "handover_minutes"
    RECEIPT = "receipt"


class ReviewVisibility(enum.StrEnum):
    SHOWN = "shown"
    HIDDEN = "hidden"
