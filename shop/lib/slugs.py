"""Words for addresses: short, plain, never taken twice."""

import re
from collections.abc import Callable

from slugify import slugify as _slugify

LONGEST = 80

# All that people use as an apostrophe, the Arabic hamza and ain of transcriptions among them.
_APOSTROPHES = re.compile("['`\u00b4\u2018\u2019\u201b\u2032\u02b9-\u02bf\u02c8\uff07]")


def slugify(text: str, fallback: str) -> str:
    """Lower-case words with hyphens, at most 80 long; Ma'rifah is marifah; the fallback where nothing is left."""
    return _slug(text) or _slug(fallback)


def _slug(text: str) -> str:
    plain = _APOSTROPHES.sub("", text)
    return _slugify(
        plain, max_length=LONGEST, word_boundary=True, save_order=True, entities=False, decimal=False, hexadecimal=False
    )


def free_slug(base: str, taken: Callable[[str], bool]) -> str:
    """The slug itself, else with -2, -3 and so on, still at most 80 long."""
    candidate = base[:LONGEST].rstrip("-")
    number = 1
    while taken(candidate):
        number += 1
        suffix = f"-{number}"
        candidate = base[: LONGEST - len(suffix)].rstrip("-") + suffix
    return candidate
