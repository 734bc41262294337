"""The list of products: words, filters, sorts and pages, all in the address."""

import json

import pytest

from shop.catalogue.commands.indexing import rebuild_index
from shop.catalogue.models import Certificate, Product
from shop.catalogue.types import CertificateStatus, CertificateType, PriceBasis, StockMode
from shop.lib.clock import today_wib
from shop.platform import search_index
from shop.platform.db import db
from tests.factories import make_photo, make_producer, make_product
from tests.person import Page, Person
from tests.statements import counted_selects

pytestmark = pytest.mark.usefixtures("db_session")


def names(page: Page) -> list[str]:
    return page.texts("#hasil .product-card__name")


@pytest.fixture
def shelf(db_session: object) -> list[Product]:
    """A small shop: two batiks and a life vest."""
    tuban, serang = (
        make_producer(regency_code="35.23"),
        make_producer(regency_code="36.04", stall_name="Pelampung Jaya"),
    )
    products = [
        make_product(name="Batik tulis gedhog", kind="batik_tulis", price=1_250_000, producer=tuban),
        make_product(name="Batik cap parang", kind="batik_cap", price=145_000, producer=tuban),
        make_product(name="Rompi pelampung", kind="life_vest", price=39_000, producer=serang, moq=50, lead_days=14),
    ]
    make_photo(products[2], data=None)
    rebuild_index()
    search_index.current().refresh()
    return products


def test_a_card_says_price_minimum_time_place_maker_and_what_it_is_not(client: Person, shelf: list[Product]) -> None:
    page = client.visit("/produk?q=jaket+pelampung")
    card = page.soup.select_one(".product-card")
    assert card is not None
    text = " ".join(card.get_text(" ").split())
    for words in ("Rp39.000 /pcs", "Min. 50 · 14 hari", "Kab. Serang", "Pelampung Jaya", "Belum bersertifikat"):
        assert words in text
    assert f"/produk/{shelf[2].slug}" == card.select_one("a")["href"]
    assert "320.avif 320w" in str(card.select_one("source"))


def test_filters_are_ticked_shown_as_chips_and_taken_away(client: Person, shelf: list[Product]) -> None:
    form = client.visit("/produk").form("/produk")
    page = form.fill(kategori=["batik"], harga_maks="500rb").send()
    assert names(page) == ["Batik cap parang"]
    assert page.texts(".chips__chip--on") == [
        "Lepas saringan Batik",
        "Lepas saringan Di bawah Rp500.000",
    ]
    assert names(page.follow("Lepas saringan Di bawah Rp500.000")) != ["Batik cap parang"]
    ticked = page.soup.select_one('input[name="kategori"][value="batik"]')
    assert ticked is not None
    assert ticked.has_attr("checked")


def test_the_order_is_chosen_and_kept_with_the_filters(client: Person, shelf: list[Product]) -> None:
    page = client.visit("/produk?kategori=batik")
    form = page.form("/produk", "Urutkan").fill(urut="termahal")
    assert names(form.send()) == ["Batik tulis gedhog", "Batik cap parang"]
    assert names(form.fill(urut="termurah").send()) == ["Batik cap parang", "Batik tulis gedhog"]


def test_what_was_read_in_the_words_can_be_taken_back(client: Person, shelf: list[Product]) -> None:
    page = client.visit("/produk?q=batik+di+bawah+200rb")
    assert names(page) == ["Batik cap parang"]
    assert "Kami membaca:" in page.text
    wider = page.follow("Lepas saringan Di bawah Rp200.000")
    assert set(names(wider)) == {"Batik cap parang", "Batik tulis gedhog"}
    assert wider.heading == "Hasil untuk “batik”"


def test_a_place_in_the_words_can_be_taken_back(client: Person, shelf: list[Product]) -> None:
    page = client.visit("/produk?q=batik+tuban+200rb+1+pcs")
    assert {"Lepas saringan Kab. Tuban", "Lepas saringan Sanggup 1 pcs"} <= set(page.texts(".chips__chip--on"))
    assert page.follow("Lepas saringan Kab. Tuban").heading == "Hasil untuk “batik 200rb 1 pcs”"
    assert "Di bawah Rp200.000" in page.follow("Lepas saringan Sanggup 1 pcs").text


def test_a_place_without_such_goods_is_said_and_does_not_pass_for_a_filter(
    client: Person, shelf: list[Product]
) -> None:
    page = client.visit("/produk?q=batik+bojonegoro+di+bawah+200rb")
    assert "Belum ada di Kab. Bojonegoro yang cocok. Ini dari daerah lain." in page.text
    assert names(page) == ["Batik cap parang"]
    assert "Lepas saringan Kab. Bojonegoro" not in page.texts(".chips__chip--on")
    assert "Dengan saringan ini belum ada" in client.visit("/produk?q=batik+zebra&kategori=batik").text
    assert "Belum ada yang memuat semua kata itu" in client.visit("/produk?q=batik+zebra").text


def test_unknown_values_are_named_and_never_an_error(client: Person, shelf: list[Product]) -> None:
    query = "kategori=sepatu&jenis=x&provinsi=99&kabkota=99.99&harga_min=abc&jumlah=0&sebelum=kapan&urut=acak&lanjut=zz"
    page = client.visit(f"/produk?{query}")
    assert len(names(page)) == 3
    for value in ("sepatu", "99.99", "abc", "kapan", "acak"):
        assert f"“{value}”" in page.text
    assert "halaman pertama" in page.text
    assert "Tanggal itu sudah lewat" in client.visit("/produk?sebelum=2020-01-01").text
    assert "kami tukar" in client.visit("/produk?harga_min=50rb&harga_maks=10rb").text
    assert "terlalu panjang" in client.visit("/produk?q=" + "a" * 300).text
    assert "…”" in client.visit("/produk?jenis=" + "b" * 60).text


def test_misspelt_words_are_put_right_and_said(client: Person, shelf: list[Product]) -> None:
    page = client.visit("/produk?q=rompi+pelampug")
    assert names(page) == ["Rompi pelampung"]
    assert "rompi pelampung" in page.text


def test_what_has_only_a_part_of_the_words_is_honest(client: Person, shelf: list[Product]) -> None:
    page = client.visit("/produk?q=pelampung+anti+api")
    assert page.heading == "Belum ada “pelampung anti api”"
    assert names(page) == ["Rompi pelampung"]
    assert "paling dekat" in page.text


def test_nothing_found_leads_on(client: Person, shelf: list[Product]) -> None:
    page = client.visit("/produk?q=batik&harga_maks=100")
    assert page.heading == "Belum ada “batik” dengan saringan ini"
    assert "Mungkin ini cocok" in page.text
    assert page.follow("Lepas semua saringan").heading == "Hasil untuk “batik”"
    assert client.visit("/produk?harga_maks=100").heading == "Produk"
    page = client.visit("/produk?q=pelampung&kategori=batik")
    assert page.heading == "Belum ada “pelampung” dengan saringan ini"


def test_pages_follow_one_another_and_lead_back(client: Person) -> None:
    for number in range(30):
        make_product(name=f"Tas {number}", kind="bag")
    rebuild_index()
    search_index.current().refresh()
    first = client.visit("/produk?urut=terbaru")
    second = first.follow("Berikutnya")
    assert (len(names(first)), len(names(second))) == (24, 6)
    assert not set(names(first)) & set(names(second))
    assert names(second.follow("Kembali ke halaman pertama")) == names(first)


def test_prices_are_worded_by_their_basis(client: Person) -> None:
    make_product(name="Jahit", kind="sewing_service", price=15_000, price_basis=PriceBasis.LABOUR)
    make_product(name="Lukisan", kind="painting", price=150_000, price_basis=PriceBasis.STARTING_AT)
    make_product(name="Kemeja", kind="batik_garment", price=160_000, price_max=250_000)
    make_product(name="Ukiran", kind="wood_craft", price=None, price_on_request=True)
    make_product(name="Kunci", sold_out=True, stock_mode=StockMode.READY, language="en", producer=make_producer())
    product = make_product(name="Jahe", kind="ginger_instant")
    for kind in (CertificateType.HALAL, CertificateType.PIRT):
        verified = CertificateStatus.VERIFIED
        db.session.add(Certificate(product_id=product.id, type=kind, status=verified, number="ID-1"))
    db.session.flush()
    text = client.visit("/produk").text
    for words in ("ongkos jahit", "Mulai Rp150.000", "Mulai Rp160.000", "Harga lewat penawaran", "Sedang habis"):
        assert words in text
    assert "Halal · P-IRT" in text
    assert "Stok siap" in text


def test_quick_chips_narrow_the_list_and_lead_back(client: Person) -> None:
    make_product(name="Siap", stock_mode=StockMode.READY, price=90_000)
    make_product(name="Pesanan", price=90_000)
    make_product(name="Mahal", price=190_000)
    rebuild_index()
    search_index.current().refresh()
    ready = client.visit("/produk").follow("Stok siap")
    assert names(ready) == ["Siap"]
    assert len(names(ready.follow("Lepas saringan Stok siap"))) == 3
    cheap = client.visit("/produk").follow("Di bawah Rp100.000")
    assert sorted(names(cheap)) == ["Pesanan", "Siap"]


def test_a_paper_in_process_is_the_one_label_about_it(client: Person) -> None:
    product = make_product(kind="snack")
    assert client.visit("/produk").texts(".honesty-label") == ["Belum bersertifikat halal"]
    waiting = Certificate(product_id=product.id, type=CertificateType.HALAL, status=CertificateStatus.IN_PROCESS)
    db.session.add(waiting)
    db.session.flush()
    assert client.visit("/produk").texts(".honesty-label") == ["Halal: dalam proses"]


def test_what_makers_wrote_carries_its_language_on_english_pages(client: Person) -> None:
    make_product(name="Kemeja", producer=make_producer(stall_name="Batik Bambu"))
    makers_words = ".product-card__name a, .product-card__maker, .product-card__picture"
    assert {one.get("lang") for one in client.visit("/en/produk").soup.select(makers_words)} == {"id"}
    assert {one.get("lang") for one in client.visit("/produk").soup.select(makers_words)} == {None}


def test_the_address_of_the_plain_list_is_canonical_and_searches_are_not_indexed(client: Person) -> None:
    page = client.visit("/en/produk?q=batik&kategori=batik")
    canonical = page.soup.select_one('link[rel="canonical"]')
    assert canonical is not None
    assert str(canonical["href"]).endswith("/en/produk")
    assert page.soup.select('meta[name="robots"][content="noindex"]')
    plain = client.visit("/produk?kategori=batik")
    assert not plain.soup.select('meta[name="robots"]')
    kinds = [json.loads(one.get_text())["@type"] for one in plain.soup.select('script[type="application/ld+json"]')]
    assert kinds == ["BreadcrumbList", "ItemList"]


def test_a_list_may_be_kept_by_caches_and_costs_the_same_for_two_and_for_twenty_four(client: Person) -> None:
    costs = []
    for wanted in (2, 22):
        for _ in range(wanted):
            make_photo(make_product(), data=None)
        rebuild_index()
        search_index.current().refresh()
        client.visit("/produk")
        with counted_selects() as sent:
            page = client.visit("/produk")
        costs.append(len(sent))
    assert len(names(page)) == 24
    assert costs[0] == costs[1] <= 8
    assert page.response.cache_control.public


def test_without_an_index_there_is_a_plain_list(client: Person) -> None:
    make_product(name="Tas")
    page = client.visit("/produk?q=tas")
    assert names(page) == ["Tas"]
    assert "sedang kami perbaiki" in page.text


def test_dates_stay_in_the_form(client: Person) -> None:
    day = today_wib().isoformat()
    box = client.visit(f"/produk?sebelum={day}&jumlah=1.000&stok=siap&provinsi=35").soup.select_one(
        "#saring input[type=date]"
    )
    assert box is not None
    assert box["value"] == day
