"""Numbers of inquiries and complaints in a sentence: on a narrow screen they stay on one line."""

import re

from markupsafe import Markup

_REFERENCE = re.compile(r"\b(PM-[0-9A-Z]{4}-[0-9A-Z]{4})\b")
_KEPT = Markup('<span class="unbroken">%s</span>')


def unbroken(text: str) -> Markup:
    """The text, escaped, with each number in it kept together."""
    parts = _REFERENCE.split(str(text))
    return Markup().join(_KEPT % part if at % 2 else part for at, part in enumerate(parts))
