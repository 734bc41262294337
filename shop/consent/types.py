"""Purposes and states of consent."""

import enum
from collections.abc import Mapping
from datetime import timedelta
from types import MappingProxyType


class Purpose(enum.StrEnum):
    PROFILE = "profile"
    NAME = "name"
    PHOTO = "photo"
    STORY = "story"
    PLACE = "place"
    CONTACT = "contact"
    PROGRAMME_LINE = "programme_line"
    DISABILITY = "disability"
    PARTNERS = "partners"


LASTS: Mapping[Purpose, timedelta] = MappingProxyType({Purpose.STORY: timedelta(days=365)})
"""How long a given consent holds before it is asked again; what is not named holds until it is taken back."""


class ConsentState(enum.StrEnum):
    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class ConsentChannel(enum.StrEnum):
    WEB = "web"
    PAPER = "paper"
    VOICE = "voice"
    WITNESS = "witness"
    SIGN_VIDEO = "sign_video"
