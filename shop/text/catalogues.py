"""Whether the compiled words are those of the source; git carries the source only."""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from shop.text.language import TRANSLATIONS


def uncompiled(folder: Path = TRANSLATIONS) -> list[str]:
    """The languages of which a word is missing, or another, in what the shop reads."""
    sources = sorted(folder.glob("*/LC_MESSAGES/*.po"))
    return [source.parts[-3] for source in sources if not _words(source) <= _compiled(source.with_suffix(".mo"))]


def _words(source: Path) -> set[tuple[object, object]]:
    with source.open("rb") as text:
        return _pairs(read_po(text, locale=source.parts[-3]))


def _compiled(place: Path) -> set[tuple[object, object]]:
    if not place.is_file():
        return set()
    with place.open("rb") as data:
        return _pairs(read_mo(data))


def _pairs(catalogue: Catalog) -> set[tuple[object, object]]:
    """Each message with its words; one with a plural goes by its first form."""
    return {
        (one.id[0] if isinstance(one.id, (list, tuple)) else one.id, _plain(one.string))
        for one in catalogue
        if one.id and one.string and not one.fuzzy
    }


def _plain(string: object) -> object:
    return tuple(string) if isinstance(string, (list, tuple)) else string
