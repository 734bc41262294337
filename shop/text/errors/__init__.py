"""Words for refusals: each error code has one clear sentence that says what to do.

Codes live in one module a feature (``common``, ``accounts``, ``catalogue``, …), each with a dict ``WORDS``
of code → Indonesian sentence with ``%(param)s`` places; this module finds them.
"""

import importlib
import pkgutil
from datetime import datetime
from functools import cache

from shop.lib.errors import ShopError
from shop.text.formats import join_words, number, time_wib
from shop.text.language import gettext
from shop.text.names import Named, name_of

_UNKNOWN = "Itu belum bisa dilakukan. Periksa isian Anda, lalu coba lagi."
_LONG = 10_000
_ANY_FIELD = (
    *("required", "choose_one", "not_number", "number_range", "too_long", "too_short"),
    *("quantity_not_number", "money_not_number", "date_unreadable"),
)


@cache
def words() -> dict[str, str]:
    """All codes with their Indonesian sentences; a code in two modules is a mistake."""
    found: dict[str, str] = {}
    for module in pkgutil.iter_modules(__path__):
        new = importlib.import_module(f"{__name__}.{module.name}").WORDS
        if doubled := found.keys() & new.keys():
            raise LookupError(f"error codes worded twice: {sorted(doubled)}")
        found |= new
    return found


def listed(name: str, text: str) -> str:
    """An error as the list on top says it: a sentence that would suit any field names its own."""
    openings = tuple(gettext(words()[code]).partition("%")[0] for code in _ANY_FIELD)
    if not name or not text.startswith(openings):
        return text
    return f"{name} {text}" if name[-1] in "?!.:" else f"{name}: {text}"


def sentence(error: ShopError) -> str:
    """The sentence of an error in the current language."""
    params = {name: _shown(one) for name, one in error.params.items()}
    return gettext(words().get(error.code, _UNKNOWN), **params)


def _shown(value: object) -> object:
    if isinstance(value, list):
        return join_words(str(_shown(one)) for one in value)
    if isinstance(value, Named):
        return name_of(value)
    if isinstance(value, datetime):
        return time_wib(value)
    return number(value) if type(value) is int and value >= _LONG else value
