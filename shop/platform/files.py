"""Documents that people attach: an allow-list checked by content; pictures are made anew, papers kept as they are."""

from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal

from shop.lib.errors import Invalid
from shop.platform import images

MAX_PDF_BYTES = 5_000_000
MAX_IMAGE_BYTES = images.MAX_BYTES

_PDF_START, _PDF_END, _PDF_TAIL = b"%PDF-", b"%%EOF", 2048
_IMAGE_SUFFIXES = frozenset({"", ".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif"})
_PDF_SUFFIXES = frozenset({"", ".pdf"})
_TOO_LARGE = frozenset({"photo_too_large_bytes", "photo_too_many_pixels"})


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that may be stored and handed on, with the type that its content has."""

    media_type: Literal["application/pdf", "image/jpeg"]
    extension: Literal["pdf", "jpg"]
    data: bytes


def inspect_attachment(name: str, data: bytes) -> Attachment:
    """The attachment that an upload becomes; a picture is turned upright, stripped and re-encoded as JPEG.

    The sender's `name` must not contradict the content; a name without an ending is left to the content.
    Raises Invalid with file_empty, file_too_large or file_kind_not_allowed.
    """
    if not data:
        raise Invalid("file_empty")
    suffix = PurePath(name).suffix.lower()
    if data.startswith(_PDF_START):
        return _pdf(suffix, data)
    return _picture(suffix, data)


def _pdf(suffix: str, data: bytes) -> Attachment:
    if suffix not in _PDF_SUFFIXES or _PDF_END not in data[-_PDF_TAIL:]:
        raise Invalid("file_kind_not_allowed")
    if len(data) > MAX_PDF_BYTES:
        raise Invalid("file_too_large", limit=MAX_PDF_BYTES)
    return Attachment("application/pdf", "pdf", data)


def _picture(suffix: str, data: bytes) -> Attachment:
    if suffix not in _IMAGE_SUFFIXES:
        raise Invalid("file_kind_not_allowed")
    try:
        pixels = images.master(data, smallest=1)
    except Invalid as error:
        if error.code in _TOO_LARGE:
            raise Invalid("file_too_large", limit=MAX_IMAGE_BYTES) from error
        raise Invalid("file_kind_not_allowed") from error
    return Attachment("image/jpeg", "jpg", pixels)
