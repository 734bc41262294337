"""Words for notices, read on screen or sent by e-mail: each kind has a title, a text, and where to go on.

Kinds live in one module a feature, each with a dict ``WORDS`` of kind → NoticeWords, with ``%(param)s`` places and
marked with ``N_``; this module finds them. A notice is worded when it is read or sent, in its reader's language.
"""

import importlib
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from shop.text.language import SOURCE_LANGUAGE, current_language, gettext


@dataclass(frozen=True)
class NoticeWords:
    """One kind of notice in Indonesian: title, text, the name of the link, and its address.

    ``path`` is an Indonesian path of the site, or a place such as ``%(link)s`` that a whole address fills.
    """

    title: str
    text: str
    action: str
    path: str


@cache
def words() -> dict[str, NoticeWords]:
    """The words of every kind; a kind in two modules is a mistake."""
    found: dict[str, NoticeWords] = {}
    for module in pkgutil.iter_modules(__path__):
        new = importlib.import_module(f"{__name__}.{module.name}").WORDS
        if doubled := found.keys() & new.keys():
            raise LookupError(f"notices worded twice: {sorted(doubled)}")
        found |= new
    return found


def worded(kind: str, params: Mapping[str, object]) -> NoticeWords:
    """A notice in the current language with its places filled; LookupError for a kind without words."""
    source = words()[kind]
    filled = [gettext(text) % params for text in (source.title, source.text, source.action)]
    return NoticeWords(*filled, path=_localized(source.path % params))


def _localized(path: str) -> str:
    language = current_language()
    return path if language == SOURCE_LANGUAGE or not path.startswith("/") else f"/{language}{path}"
