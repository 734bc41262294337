"""Purposes and states of consent."""

import enum


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
