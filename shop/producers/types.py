"""Forms of makers, roles in a group, what a companion may do."""

import enum
from dataclasses import dataclass
from datetime import datetime
from zlib import crc32


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


class Cloth(enum.StrEnum):
    """The pattern that stands for a maker where it shows no picture; its files are called so."""

    ECO = "eco"
    GEDHOG = "gedhog"
    KAWUNG_HIJAU = "kawung-hijau"
    KAWUNG_INDIGO = "kawung-indigo"
    KAWUNG_SOGA = "kawung-soga"
    LURIK = "lurik"
    MEGA_BIRU = "mega-biru"
    MEGA_MERAH = "mega-merah"
    PARANG_INDIGO = "parang-indigo"
    PARANG_SOGA = "parang-soga"
    SEKAR_KREM = "sekar-krem"
    SEKAR_MERAH = "sekar-merah"
    TRUNTUM = "truntum"
    TRUNTUM_MARUN = "truntum-marun"

    @classmethod
    def of(cls, public_id: str) -> "Cloth":
        """The cloth of a maker that chose none: any, but always the same."""
        return list(cls)[crc32(public_id.encode()) % len(cls)]


class StoryState(enum.StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"
    RETIRED = "retired"


@dataclass(frozen=True, order=True, slots=True)
class Closed:
    """A time in which a maker was closed: from a moment on, and until one that is not included."""

    starts: datetime
    ends: datetime
