"""Words of notices and mails: each kind has a subject, a body and a button, in the reader's language.

Kinds live in one module a feature, each with a dict ``WORDS``; this module finds them. The parameters come with
the notice; what a reader must not know is never among them.
"""

import importlib
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from shop.text.language import SOURCE_LANGUAGE, current_language, gettext


@dataclass(frozen=True)
class NoticeWords:
    """Indonesian words with ``%(param)s`` places, marked with ``N_``; ``path`` is the page to open."""

    subject: str
    body: str
    action: str
    path: str


@dataclass(frozen=True)
class Worded:
    """A notice in words; ``path`` is that of the Indonesian page, ``local_path`` that of the current language."""

    subject: str
    body: str
    action: str
    path: str

    @property
    def local_path(self) -> str:
        language = current_language()
        return self.path if language == SOURCE_LANGUAGE else f"/{language}{self.path}"


@cache
def words() -> dict[str, NoticeWords]:
    """All kinds; one in two modules is a mistake."""
    found: dict[str, NoticeWords] = {}
    for module in pkgutil.iter_modules(__path__):
        new = importlib.import_module(f"{__name__}.{module.name}").WORDS
        if doubled := found.keys() & new.keys():
            raise LookupError(f"notices worded twice: {sorted(doubled)}")
        found |= new
    return found


def word_notice(kind: str, params: Mapping[str, Any]) -> Worded:
    """A notice in the current language; a parameter that an older notice lacks stays empty."""
    known, values = words()[kind], _Values(params)
    return Worded(
        gettext(known.subject) % values, gettext(known.body) % values, gettext(known.action), known.path % values
    )


class _Values(dict[str, Any]):
    """Secret links are never stored: where none is given, a signed-in buyer's own page stands for it.

    The desk of a maker is named to a companion who may work there and to an office; others begin at their account.
    """

    def __missing__(self, key: str) -> str:
        if key == "desk":
            return "/akun"
        return f"/akun/permintaan/{self['inquiry']}" if key == "link" and "inquiry" in self else ""
