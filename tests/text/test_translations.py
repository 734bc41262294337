"""Everything the shop says is also said in English, with the same places for values."""

import re
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent.parent
WORDS = {"_": None, "_l": None, "N_": None, "gettext": None, "lazy": None, "ngettext": (1, 2)}
METHODS = [("**.py", "python"), ("**.html", "jinja2"), ("**.txt", "jinja2")]
PLACE = re.compile(r"%\(\w+\)[sd]")


def spoken() -> Iterator[str | tuple[str, ...]]:
    for folder in ("shop", "templates"):
        for _, _, message, _, _ in extract_from_dir(ROOT / folder, METHODS, keywords=WORDS):
            yield message


def english() -> Catalog:
    with (ROOT / "shop/translations/en/LC_MESSAGES/messages.po").open("rb") as catalogue:
        return read_po(catalogue, locale="en")


def translated(catalogue: Catalog, message: str | tuple[str, ...]) -> list[str]:
    found = catalogue.get(message[0] if isinstance(message, tuple) else message)
    if found is None or found.fuzzy:
        return [""]
    return list(found.string) if isinstance(found.string, (tuple, list)) else [found.string]


def test_every_sentence_has_english_words() -> None:
    catalogue = english()
    silent = sorted({str(message) for message in spoken() if not all(translated(catalogue, message))})
    assert not silent, f"{len(silent)} without English, run make words: {silent[:20]}"


def test_english_words_keep_the_places_for_values() -> None:
    catalogue = english()
    for message in spoken():
        source = message[-1] if isinstance(message, tuple) else message
        for words in translated(catalogue, message):
            extra = set(PLACE.findall(words)) - set(PLACE.findall(source)) - {"%(num)s"}
            missing = set(PLACE.findall(source)) - set(PLACE.findall(words)) - {"%(num)s"}
            assert not words or not (extra or missing), f"{source!r}: {words!r}"


def test_what_is_compiled_holds_the_words_and_says_how_they_are_written() -> None:
    with (ROOT / "shop/translations/en/LC_MESSAGES/messages.mo").open("rb") as compiled:
        english_words = GNUTranslations(compiled)
    header = english_words.info()
    assert header["content-type"] == "text/plain; charset=utf-8"
    assert header["plural-forms"].startswith("nplurals=2;")
    assert header["language"] == "en"
    assert english_words.gettext("Cari") == "Search"
    assert [english_words.ngettext("%(num)s hari", "%(num)s hari", number) for number in (1, 2)] == [
        "%(num)s day",
        "%(num)s days",
    ]
