"""One spelling for what is typed and for what is indexed: plain small letters, digits, and hyphens inside doublings."""

import re
import unicodedata
from typing import Final

LONGEST_TEXT: Final = 20_000
LONGEST_WORD: Final = 40

_APOSTROPHES: Final = re.compile("['`´‘’ʼʻ]")
_TWICE: Final = re.compile(r"\b([a-z]{2,})2\b")
_DOUBLED: Final = re.compile(r"\b([a-z]{3,})[- ]\1(?=\b|an\b)")
_HYPHEN: Final = re.compile(r"(?<=[a-z0-9])-(?=[a-z0-9])")
_WORD: Final = re.compile(r"[a-z]+(?:-[a-z]+)*[0-9]*|[0-9]+(?:[.,][0-9]+)*[a-z]*")


def plain(text: str) -> str:
    """Small letters without accents and apostrophes; digits and punctuation stay."""
    if text.isascii():
        return _APOSTROPHES.sub("", text[:LONGEST_TEXT].lower())
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text[:LONGEST_TEXT]).lower())
    return _APOSTROPHES.sub("", "".join(letter for letter in folded if not unicodedata.combining(letter)))


def tokens(text: str) -> list[str]:
    """The words of plain text: abu abu, abu-abu and abu2 are one word, abu-abu; other hyphens part words."""
    doubled = _DOUBLED.sub(r"\1=\1", _TWICE.sub(r"\1=\1", text))
    return [word for word in _WORD.findall(_HYPHEN.sub(" ", doubled).replace("=", "-")) if len(word) <= LONGEST_WORD]
