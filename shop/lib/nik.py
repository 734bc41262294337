"""Finds numbers that may be a person's NIK or a family card's number; the shop stores neither."""

import re
from collections.abc import Mapping

from shop.lib.errors import Invalid

_SIXTEEN = re.compile(r"(?<!\d)(?:\d[ .\-/]?){15}\d(?!\d)")


def has_nik(text: str) -> bool:
    """Whether sixteen digits stand together, also with spaces, dots or dashes between them."""
    return bool(_SIXTEEN.search(text))


def refuse_nik(texts: Mapping[str, object]) -> None:
    """Raise Invalid nik_not_stored for the first field whose text holds such a number."""
    for field, text in texts.items():
        if isinstance(text, str) and has_nik(text):
            raise Invalid("nik_not_stored", field)
