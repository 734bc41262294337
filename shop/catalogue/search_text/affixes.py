"""Affixes, taken off only when a word of the shop is left: membatik is batik, but pelampung stays pelampung."""

from collections.abc import Callable, Iterator
from typing import Final

_SUFFIXES: Final = ("", "nya", "kan", "an", "i")
_SHORTEST: Final = 3
# The prefix, and the letter that it may have swallowed (menjahit has not, menyulam is sulam, memesan is pesan).
_PREFIXES: Final = (
    ("", ""),
    ("meng", ""),
    ("meng", "k"),
    ("meny", "s"),
    ("mem", ""),
    ("mem", "p"),
    ("men", ""),
    ("men", "t"),
    ("me", ""),
    ("peng", ""),
    ("peng", "k"),
    ("peny", "s"),
    ("pem", ""),
    ("pem", "p"),
    ("pen", ""),
    ("pen", "t"),
    ("per", ""),
    ("pe", ""),
    ("ber", ""),
    ("be", ""),
    ("ter", ""),
    ("di", ""),
    ("ng", ""),
    ("ny", "s"),
    ("se", ""),
)


def stem(word: str, is_known: Callable[[str], bool]) -> str | None:
    """The word without its affixes when that is a known word, the longest one; None when there is none."""
    found = [rest for rest in _rests(word) if len(rest) >= _SHORTEST and rest != word and is_known(rest)]
    return max(found, key=len, default=None)


def _rests(word: str) -> Iterator[str]:
    for suffix in _SUFFIXES:
        if not word.endswith(suffix):
            continue
        middle = word.removesuffix(suffix)
        for prefix, swallowed in _PREFIXES:
            if middle.startswith(prefix):
                yield swallowed + middle.removeprefix(prefix)
        if suffix == "kan" and middle:
            yield middle.removesuffix("nya")
