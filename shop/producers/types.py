"""Forms of makers, roles in a group, what a companion may do."""

import enum
from dataclasses import dataclass
from datetime import datetime


class ProducerForm(enum.StrEnum):
    PERSON = "person"
    GROUP = "group"
    COOPERATIVE = "cooperative"
    WORKSHOP = "workshop"


class ProducerStatus(enum.StrEnum):
    APPLIED = "applied"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    ENDED = "ended"
    MERGED = "merged"


class MemberRole(enum.StrEnum):
    LEADER = "leader"
    SECRETARY = "secretary"
    TREASURER = "treasurer"
    MEMBER = "member"


class Right(enum.StrEnum):
    """What a member or a companion may do for a maker."""

    LIST = "list"
    ANSWER = "answer"
    QUOTE = "quote"
    CAPACITY = "capacity"
    PROFILE = "profile"
    CONSENT = "consent"


ALL_RIGHTS = frozenset(Right)
MEMBER_RIGHTS = frozenset({Right.LIST, Right.CAPACITY})


class CompanionType(enum.StrEnum):
    PENDAMPING = "pendamping"
    TKSK = "tksk"


class NibStatus(enum.StrEnum):
    HELD = "held"
    IN_PROCESS = "in_process"
    NONE = "none"


class ContactVia(enum.StrEnum):
    SELF = "self"
    COMPANION = "companion"
    OFFICE = "office"


class StoryState(enum.StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"
    RETIRED = "retired"


@dataclass(frozen=True, order=True, slots=True)
class Closed:
    """A time in which a maker was closed: from a moment on, and until one that is not included."""

    starts: datetime
    ends: datetime
