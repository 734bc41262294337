"""The list of products: how many by when, in the filters and in the words, and what is said where nobody can."""

from datetime import timedelta

import pytest

from shop.catalogue.commands.indexing import rebuild_index
from shop.lib.clock import today_wib
from shop.platform import search_index
from shop.text.formats import date_long, date_short
from tests.factories import make_product
from tests.person import Page, Person

pytestmark = pytest.mark.usefixtures("db_session", "shelf")


def names(page: Page) -> list[str]:
    return page.texts("#hasil .product-card__name")


@pytest.fixture
def shelf(db_session: object) -> None:
    """A batik and a life vest."""
    make_product(name="Batik cap parang", kind="batik_cap", price=145_000)
    make_product(name="Rompi pelampung", kind="life_vest", price=39_000, moq=50, lead_days=14)
    rebuild_index()
    search_index.current().refresh()


def test_a_number_and_a_day_that_nobody_meets_are_named_with_the_earliest(client: Person) -> None:
    soon = today_wib() + timedelta(days=5)
    page = client.visit(f"/produk?q=pelampung&jumlah=60&sebelum={soon.isoformat()}")
    assert page.heading == "Hasil untuk “pelampung”"
    assert names(page) == ["Rompi pelampung"]
    assert f"Belum ada yang memastikan sanggup 60 sebelum {date_short(soon)}." in page.text
    ready = date_long(today_wib() + timedelta(days=14))
    assert f"Paling cepat: Rompi pelampung, sekitar {ready}." in page.text
    assert (
        f"Belum ada yang selesai sebelum {date_short(soon)}."
        in client.visit(f"/produk?sebelum={soon}&jenis=life_vest").text
    )
    few = client.visit("/produk?q=pelampung+2+stel").text
    assert "Belum ada yang menerima 2 stel. Pesanan paling sedikit di sini 50." in few
    many = client.visit("/produk?q=pelampung+30+kodi").text
    assert "Belum ada yang memastikan sanggup 30 kodi (600) sendiri." in many


def test_number_and_day_in_the_words_are_read_with_their_unit(client: Person) -> None:
    page = client.visit("/produk?q=pelampung+3+kodi+dalam+3+minggu")
    assert page.heading == "Hasil untuk “pelampung 3 kodi dalam 3 minggu”"
    day = today_wib() + timedelta(days=21)
    chips = page.texts(".chips__chip--on")
    assert chips == ["Lepas saringan Sanggup 3 kodi (60)", f"Lepas saringan Selesai sebelum {date_short(day)}"]
    wider = page.follow(chips[0])
    assert wider.texts(".chips__chip--on") == [chips[1]]
    assert client.visit("/produk?jumlah=100+stel").texts(".chips__chip--on") == ["Lepas saringan Sanggup 100"]


def test_kinds_that_are_near_keep_the_other_filters(client: Person) -> None:
    page = client.visit("/produk?q=pelampung+anti+api&harga_maks=100rb")
    assert page.soup.select_one("a[href='/produk?jenis=life_vest&harga_maks=100000']")
    assert not client.visit("/produk?q=pelampung+anti+api&harga_maks=5rb").soup.select("a[href*='jenis=life_vest']")
    assert client.visit("/produk?q=kursi+roda").heading == "Belum ada “kursi roda”"
