"""Words for refusals: each error code has one clear sentence that says what to do.

Codes live in one module a feature (``common``, ``accounts``, ``catalogue``, …), each with a dict ``WORDS``
of code → Indonesian sentence with ``%(param)s`` places; this module finds them.
"""

import importlib
import pkgutil
from functools import cache

from shop.lib.errors import ShopError
from shop.text.language import gettext

_UNKNOWN = "Itu belum bisa dilakukan. Periksa isian Anda, lalu coba lagi."


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


def sentence(error: ShopError) -> str:
    """The sentence of an error in the current language."""
    return gettext(words().get(error.code, _UNKNOWN), **error.params)
