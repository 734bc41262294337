"""Words compared as a reader sees them: a letter of another script that looks like a Latin one counts as that one."""

import re
import unicodedata
from functools import lru_cache

from shop.lib.typed import without_unseen

# Pairs of a letter and the Latin one it is mistaken for; digits that are written for letters too.
_CYRILLIC = ("АВЕЅІЈКМНОРСТУХҺԚԜӀаеѕіјорсухһԁԛԝкмтнвгпиьүӏғ", "abesijkmhopctyxhqwiaesijopcyxhdqwkmthbrnubylf")
_GREEK = ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαβεηικμνορτυχγω", "abezhikmnoptyxabenikmvoptuxyw")
_ARMENIAN = ("օոսհցզ", "onuhgq")
_OTHERS = ("ıɑɡɩʟ", "iagil")
_ALIKE = str.maketrans(*("".join(parts) for parts in zip(_CYRILLIC, _GREEK, _ARMENIAN, _OTHERS, strict=True)))
_ONE_STROKE = str.maketrans("01i|", "olll")  # so that 0 and o, and 1, l, i and | are one
_NAMED = re.compile(
    r"(?:LATIN LETTER SMALL CAPITAL|LATIN (?:SMALL|CAPITAL) LETTER|REGIONAL INDICATOR SYMBOL LETTER"
    r"|(?:NEGATIVE )?(?:SQUARED|CIRCLED) LATIN CAPITAL LETTER) ([A-Z])(?: WITH .*)?"
)
_STRANGERS = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU", "DESERET", "OLD ITALIC", "GOTHIC")
_SHORTEST = 3  # shorter ones are units and signs: μm, kΩ, α
_WORD = re.compile(r"[^\W\d_]+")


def as_seen(text: str) -> str:
    """Text as it is compared: small Latin letters without accents, whatever letters it was written with."""
    bare = "".join(one for one in unicodedata.normalize("NFKD", without_unseen(text)) if not unicodedata.combining(one))
    latin = "".join(_latin(letter) for letter in bare.translate(_ALIKE))
    return latin.casefold().translate(_ONE_STROKE)


def disguised_words(text: str) -> list[str]:
    """Words with letters of scripts that nobody here writes in but whose letters can be taken for Latin ones."""
    plain = unicodedata.normalize("NFC", without_unseen(text))
    words = [found.group() for found in _WORD.finditer(plain)]
    return [word for word in words if len(word) >= _SHORTEST and any(_is_stranger(letter) for letter in word)]


@lru_cache(maxsize=4096)
def _latin(letter: str) -> str:
    if letter.isascii():
        return letter
    found = _NAMED.fullmatch(unicodedata.name(letter, ""))
    return found[1] if found else letter


@lru_cache(maxsize=4096)
def _is_stranger(letter: str) -> bool:
    return not letter.isascii() and unicodedata.name(letter, "").startswith(_STRANGERS)
