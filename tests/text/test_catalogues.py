"""Words that were written and not compiled are noticed, as the shop would keep silent in the other language."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from shop.text.catalogues import uncompiled

PO = """msgid "Cari"
msgstr "Search"

msgid "%(num)s produk"
msgid_plural "%(num)s produk"
msgstr[0] "%(num)s product"
msgstr[1] "%(num)s products"
"""


def compiled(source: Path) -> None:
    with source.open("rb") as text, source.with_suffix(".mo").open("wb") as data:
        write_mo(data, read_po(text, locale="en"))


def test_words_that_are_missing_or_older_in_what_the_shop_reads_are_noticed(tmp_path: Path) -> None:
    source = tmp_path / "en" / "LC_MESSAGES" / "messages.po"
    source.parent.mkdir(parents=True)
    source.write_text(PO)
    assert uncompiled(tmp_path) == ["en"]
    compiled(source)
    assert uncompiled(tmp_path) == []
    source.write_text(PO.replace("products", "goods"))
    assert uncompiled(tmp_path) == ["en"]
