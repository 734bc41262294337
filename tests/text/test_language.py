"""Words in the language of the reader; the catalogue here is a small one of the test's own."""

from collections.abc import Iterator
from contextvars import copy_context
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from shop.text import language
from shop.text.language import _, current_language, gettext, lazy, ngettext, set_language, using


@pytest.fixture
def english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    catalogue = Catalog(locale="en")
    catalogue.add("Cari", "Search")
    catalogue.add("Sisa %(n)s", "%(n)s left")
    catalogue.add("Diskon 5%", "5% off")
    catalogue.add(("%(num)s produk", "%(num)s produk"), ("%(num)s product", "%(num)s products"))
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "messages.mo").open("wb") as file:
        write_mo(file, catalogue)
    monkeypatch.setattr(language, "TRANSLATIONS", tmp_path)
    language._catalogue.cache_clear()
    yield
    language._catalogue.cache_clear()


def test_indonesian_is_spoken_unless_told_otherwise() -> None:
    assert current_language() == "id"
    assert gettext("Cari") == "Cari"
    assert _("Sisa %(n)s", n=3) == "Sisa 3"


@pytest.mark.usefixtures("english")
def test_english_comes_from_the_catalogue() -> None:
    with using("en"):
        assert _("Cari") == "Search"
        assert _("Sisa %(n)s", n=3) == "3 left"
        assert _("Tidak ada di katalog") == "Tidak ada di katalog"


@pytest.mark.usefixtures("english")
def test_a_number_picks_its_form() -> None:
    assert ngettext("%(num)s produk", "%(num)s produk", 1) == "1 produk"
    assert ngettext("satu lagi", "%(num)s lagi", 2) == "2 lagi"
    with using("en"):
        assert ngettext("%(num)s produk", "%(num)s produk", 1) == "1 product"
        assert ngettext("%(num)s produk", "%(num)s produk", 2) == "2 products"
        assert ngettext("%(num)s dari %(all)s", "%(num)s dari %(all)s", 2, all=5) == "2 dari 5"


@pytest.mark.usefixtures("english")
def test_a_per_cent_sign_is_only_a_sign_without_parameters() -> None:
    assert _("Diskon 5%") == "Diskon 5%"
    with using("en"):
        assert _("Diskon 5%") == "5% off"


@pytest.mark.usefixtures("english")
def test_no_message_is_no_words_and_not_the_catalogue_header() -> None:
    with using("en"):
        assert _("") == ""


def test_without_a_catalogue_the_source_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "TRANSLATIONS", tmp_path)
    language._catalogue.cache_clear()
    with using("en"):
        assert _("Cari") == "Cari"
        assert ngettext("%(num)s produk", "%(num)s produk", 2) == "2 produk"
    language._catalogue.cache_clear()


@pytest.mark.usefixtures("english")
def test_a_lazy_message_follows_the_language_of_the_moment() -> None:
    label = lazy("Sisa %(n)s", n=2)
    assert str(label) == "Sisa 2"
    with using("en"):
        assert str(label) == "2 left"
    assert str(label) == "Sisa 2"


def test_using_ends_with_its_block_even_by_an_error() -> None:
    with pytest.raises(RuntimeError), using("en"):
        raise RuntimeError
    assert current_language() == "id"


def test_a_language_set_stays_within_its_context() -> None:
    context = copy_context()
    context.run(set_language, "en")
    assert context.run(current_language) == "en"
    assert current_language() == "id"


@pytest.mark.parametrize("code", ["", "fr", "EN"])
def test_an_unknown_language_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="no words"):
        set_language(code)
    with pytest.raises(ValueError, match="no words"), using(code):
        pass


def test_parameters_may_have_any_name() -> None:
    assert _("%(message)s dan %(num)s", message="a", num=1) == "a dan 1"
