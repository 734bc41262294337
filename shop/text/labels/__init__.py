"""Words for states and kinds: each member of an enumeration has one label a person reads.

Labels live in one module a feature, each with a dict ``LABELS`` of enumeration → member → Indonesian word,
marked with ``N_``; this module finds them. (Members of two enumerations may be equal as strings, so the
enumeration is part of the key.)
"""

import enum
import importlib
import pkgutil
from functools import cache

from shop.text.language import gettext


@cache
def labels() -> dict[tuple[type[enum.StrEnum], str], str]:
    """All labels in Indonesian; an enumeration labelled in two modules is a mistake."""
    found: dict[tuple[type[enum.StrEnum], str], str] = {}
    for module in pkgutil.iter_modules(__path__):
        for kind, words in importlib.import_module(f"{__name__}.{module.name}").LABELS.items():
            new = {(kind, str(member)): text for member, text in words.items()}
            if found.keys() & new.keys():
                raise LookupError(f"{kind.__name__} is labelled twice")
            found |= new
    return found


def label(value: enum.StrEnum) -> str:
    """The label of one member in the current language; LookupError for one without."""
    return gettext(labels()[type(value), str(value)])


def choices(kind: type[enum.StrEnum]) -> list[tuple[str, str]]:
    """All members of an enumeration with their labels, for a form."""
    return [(str(member), label(member)) for member in kind]
