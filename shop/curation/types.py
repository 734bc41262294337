"""Words of curation."""

import enum


class ReviewState(enum.StrEnum):
    WAITING = "waiting"
    PUBLISHED = "published"
    RETURNED = "returned"
    CANCELLED = "cancelled"


class ReviewCause(enum.StrEnum):
    NEW = "new"
    CHANGED = "changed"
    FLAGGED = "flagged"


class ReturnReason(enum.StrEnum):
    PHOTO_UNCLEAR = "photo_unclear"
    PRICE_CHECK = "price_check"
    TECHNIQUE_MISSING = "technique_missing"
    HEALTH_WORDS = "health_words"
    SAFETY_WORDS = "safety_words"
    PAPERS_MISSING = "papers_missing"
    TEXT_UNCLEAR = "text_unclear"
    OTHER = "other"
