"""The page of a category."""

import pytest

from shop.catalogue.commands.indexing import rebuild_index
from shop.platform import search_index
from tests.factories import make_product
from tests.person import Person

pytestmark = pytest.mark.usefixtures("db_session")


def shelf() -> None:
    make_product(name="Batik tulis", kind="batik_tulis")
    make_product(name="Batik cap", kind="batik_cap")
    make_product(name="Tas", kind="bag")
    rebuild_index()
    search_index.current().refresh()


def test_a_category_shows_its_products_and_kinds(client: Person) -> None:
    shelf()
    page = client.visit("/kategori/batik")
    assert page.heading == "Batik"
    assert set(page.texts("#hasil .product-card__name")) == {"Batik tulis", "Batik cap"}
    one = page.follow("Batik cap 1")
    assert one.texts("#hasil .product-card__name") == ["Batik cap"]
    assert one.path == "/kategori/batik"
    assert len(one.follow("Lepas saringan Batik cap").texts("#hasil .product-card__name")) == 2


def test_filters_of_a_category_stay_in_it(client: Person) -> None:
    shelf()
    page = client.visit("/en/kategori/batik").form("/kategori/batik").fill(harga_maks="1000").send()
    assert page.path == "/en/kategori/batik"
    assert page.texts("#hasil .product-list__empty") != []
    assert not page.soup.select('input[name="kategori"]')


def test_without_an_index_all_kinds_are_offered(client: Person) -> None:
    make_product(name="Batik cap", kind="batik_cap")
    page = client.visit("/kategori/batik")
    assert "Batik tulis" in page.texts(".chips a")


def test_an_unknown_category_is_not_there(client: Person) -> None:
    assert client.visit("/kategori/sepatu", 404).status == 404
