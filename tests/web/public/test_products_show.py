"""The page of one product, through the eyes of a buyer; the list is tested beside it."""

import json
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session, scoped_session

from shop.catalogue.models import Certificate, PriceTier, Product, ProductSlug, Variant
from shop.catalogue.types import (
    CertificateStatus,
    CertificateType,
    PriceBasis,
    ProductStatus,
    StockMode,
)
from shop.consent.types import Purpose
from shop.lib.clock import now, today_wib
from shop.producers.models import ReplyStats
from tests.factories import give_consent, make_photo, make_producer, make_product
from tests.person import Page, Person
from tests.web.public.detail_rows import added, counted_selects, make_line

Db = scoped_session[Session]


def vest(**facts: object) -> Product:
    """The life vest of the example shop: tiers, a minimum, a maker at work."""
    attributes = {"for_whom": "dewasa", "body_weight": "45–90 kg", "colours": ["jingga", "biru_tua"], "lamp": False}
    told = {
        "kind": "life_vest",
        "name": "Rompi pelampung dewasa",
        "moq": 50,
        "lead_days": 14,
        "capacity_per_month": 215,
        "attributes": attributes,
        "customisation": ["sablon_logo", "nama_dada"],
        "deposit_percent": 40,
        "sample_price": 50_000,
    }
    product = make_product(**{**told, **facts})
    added(PriceTier(product_id=product.id, min_quantity=200, price=37_000))
    added(PriceTier(product_id=product.id, min_quantity=500, price=35_500))
    return product


def data_of(page: Page, kind: str) -> dict[str, object]:
    """The structured data of one type."""
    found = [json.loads(one.get_text()) for one in page.soup.select('script[type="application/ld+json"]')]
    return next(one for one in found if one["@type"] == kind)


def test_price_tiers_facts_and_terms_are_told(client: Person, db_session: Db) -> None:
    page = client.visit(f"/produk/{vest().slug}")
    assert page.heading == "Rompi pelampung dewasa"
    assert page.texts(".price-tiers dt") == ["50–199", "200–499", "500+"]
    assert page.texts(".price-tiers dd") == ["Rp39.000", "Rp37.000", "Rp35.500"]
    for words in ("Min. pesan 50 pcs", "Pengerjaan 14 hari", "Jingga, biru tua", "Lampu Tidak", "45–90 kg"):
        assert words in page.text
    for words in ("Sablon logo, nama dada", "40%, sisanya sebelum dikirim", "1 pcs, Rp50.000", "Penjual non-PKP"):
        assert words in page.text
    assert "50 pcs × Rp39.000 = Rp1.950.000, sebelum ongkir." in page.text


def test_the_quantity_box_leads_to_the_inquiry_form(client: Person, db_session: Db) -> None:
    product = vest()
    form = client.visit(f"/produk/{product.slug}").soup.select_one("form.quantity-box")
    assert form is not None
    assert (form["action"], form["method"]) == (f"/produk/{product.slug}/tanya", "get")
    assert form.input is not None
    assert form.input["name"] == "quantity"
    assert 'value="70"' in str(client.visit(f"{form['action']}?quantity=70").soup.find(id="quantity"))
    links = {str(link["href"]) for link in client.visit(f"/produk/{product.slug}").soup.select("main a")}
    assert f"/pengaduan?produk={product.slug}" in links


def test_every_way_to_ask_takes_the_typed_quantity_along(client: Person, db_session: Db) -> None:
    product = vest()
    for way, place in (("Minta penawaran", "/tanya"), ("Tanya lewat WhatsApp", "/tanya"), ("Tambah ke permintaan", "")):
        form = client.visit(f"/produk/{product.slug}").form(button=way).fill(quantity="70")
        page = form.send(way)
        assert page.form(place or product.slug).values["quantity"] == "70", way
        assert ("lalu lanjut ke WhatsApp" in page.text) is (way == "Tanya lewat WhatsApp")


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"sold_out": True}, "Sedang habis"),
        ({"closed_until": today_wib() + timedelta(days=9)}, "Tutup sampai"),
        ({"last_confirmed_at": now() - timedelta(days=91)}, "Harga perlu dikonfirmasi"),
        ({"stock_mode": StockMode.READY, "stock_ready": 12}, "Stok siap, 12 pcs"),
        ({"price": None, "unit_price": None, "price_on_request": True}, "Harga lewat penawaran"),
        ({"price_max": 45_000}, "Rp39.000–45.000"),
        ({"multiple": 5}, "kelipatan 5"),
        ({"price_basis": PriceBasis.LABOUR}, "Ongkos jahit, kain dari pembeli"),
        ({"size_chart": [{"Ukuran": "M", "Dada": "48 cm"}]}, "48 cm"),
    ],
)
def test_each_state_is_said_plainly(client: Person, db_session: Db, facts: dict[str, object], words: str) -> None:
    assert words in client.visit(f"/produk/{make_product(**facts).slug}").text


def test_a_limit_is_told_until_a_paper_is_verified_and_in_date(client: Person, db_session: Db) -> None:
    product = vest()
    assert "Belum bersertifikat" in client.visit(f"/produk/{product.slug}").texts(".notice")[0]
    paper = Certificate(
        product_id=product.id,
        type=CertificateType.SNI,
        status=CertificateStatus.VERIFIED,
        number="SNI-77",
        expires_on=today_wib() + timedelta(days=30),
    )
    added(paper)
    page = client.visit(f"/produk/{product.slug}")
    assert "Nomor SNI-77, berlaku sampai" in page.texts(".papers")[0]
    assert not page.texts(".notice")
    paper.expires_on = today_wib() - timedelta(days=1)
    expired = client.visit(f"/produk/{product.slug}")
    assert "SNI-77" not in expired.text
    assert "Belum bersertifikat" in expired.text


def test_a_paper_in_process_is_no_claim(client: Person, db_session: Db) -> None:
    product = make_product(kind="ginger_instant")
    added(Certificate(product_id=product.id, type=CertificateType.HALAL, status=CertificateStatus.IN_PROCESS))
    page = client.visit(f"/produk/{product.slug}")
    assert "Halal sedang diurus, belum terbit." in page.texts(".papers")[0]
    assert "Halal" not in json.dumps(data_of(page, "Product"))


def test_variants_have_their_own_price_and_stock(client: Person, db_session: Db) -> None:
    product = make_product(stock_mode=StockMode.READY)
    added(Variant(product_id=product.id, name="XXL", price=45_000, stock_ready=3))
    added(Variant(product_id=product.id, name="M", position=1, stock_ready=0))
    assert "XXL Rp45.000 · 3 pcs M Rp39.000 · habis" in client.visit(f"/produk/{product.slug}").text


def test_the_maker_stands_beside_with_what_it_agreed_to(client: Person, db_session: Db) -> None:
    producer = make_producer(stall_name="Konveksi Cisadane", district_code="35.22.01", workers=4)
    product = make_product(producer=producer)
    added(ReplyStats(producer_id=producer.id, asked=9, answered=9, median_reply_minutes=540, finished_orders=11))
    shown, hidden = make_line(producer), make_line(producer, consent=False)
    panel = client.visit(f"/produk/{product.slug}").texts(".maker-panel")[0]
    assert "Biasanya menjawab dalam 9 jam. Sudah menyelesaikan 11 pesanan" in panel
    assert panel.count("Pelatihan batik tulis, 2024. Binaan Dinas Sosial Provinsi Jawa Timur. Diverifikasi") == 1
    assert "Kab. Bojonegoro" in panel
    assert "Ngraho" not in panel
    give_consent(producer, Purpose.PLACE)
    assert "Ngraho, Kab. Bojonegoro" in client.visit(f"/produk/{product.slug}").texts(".maker-panel")[0]
    assert shown.public_id != hidden.public_id


def test_more_of_the_maker_and_alike_of_others(client: Person, db_session: Db) -> None:
    producer = make_producer()
    product = make_product(producer=producer)
    own = make_product(producer=producer, name="Karya sendiri")
    other = make_product(name="Karya tetangga")
    make_product(name="Bukan sejenis", kind="coffee")
    page = client.visit(f"/produk/{product.slug}")
    assert page.texts('[aria-labelledby="lainnya"] h3') == [own.name]
    assert page.texts('[aria-labelledby="serupa"] h3') == [other.name]


def test_an_old_address_leads_to_the_product(client: Person, db_session: Db) -> None:
    product = make_product()
    added(ProductSlug(slug="nama-lama", product_id=product.id))
    answer = client.get("/en/produk/nama-lama")
    assert (answer.status_code, answer.headers["Location"]) == (301, f"/en/produk/{product.slug}")


def test_a_product_that_is_gone_leads_on_to_its_kind(client: Person, db_session: Db) -> None:
    gone, other = make_product(status=ProductStatus.PAUSED), make_product(name="Masih ada")
    page = client.visit(f"/produk/{gone.slug}", status=404)
    assert page.texts(".product-card h3") == [other.name]
    assert gone.name not in page.text
    draft = make_product(public=False)
    assert not client.visit(f"/produk/{draft.slug}", status=404).texts(".product-card h3")
    client.visit("/produk/tidak-pernah-ada", status=404)


def test_search_engines_read_an_honest_offer(client: Person, db_session: Db) -> None:
    product = vest()
    make_photo(product)
    page = client.visit(f"/produk/{product.slug}")
    data = data_of(page, "Product")
    offer = data["offers"]
    assert isinstance(offer, dict)
    assert (offer["@type"], offer["lowPrice"], offer["highPrice"], offer["offerCount"]) == (
        "AggregateOffer",
        35_500,
        39_000,
        3,
    )
    assert offer["priceCurrency"] == "IDR"
    assert offer["availability"] == "https://schema.org/MadeToOrder"
    assert str(data["image"]).count("/media/") == 1
    assert len(data_of(page, "BreadcrumbList")["itemListElement"]) == 4
    single = data_of(client.visit(f"/produk/{make_product(sold_out=True).slug}"), "Product")["offers"]
    assert isinstance(single, dict)
    assert (single["@type"], single["price"], single["availability"]) == (
        "Offer",
        39_000,
        "https://schema.org/OutOfStock",
    )
    asked = make_product(price=None, unit_price=None, price_on_request=True)
    assert "offers" not in data_of(client.visit(f"/produk/{asked.slug}"), "Product")


def test_the_head_is_short_and_whole(client: Person, db_session: Db) -> None:
    product = make_product(name="Kain batik tulis pewarna alam motif gentongan dengan nama yang sengaja sangat panjang")
    soup = client.visit(f"/en/produk/{product.slug}").soup
    title = soup.title
    assert title is not None
    assert len(title.get_text()) <= 60
    description = soup.select_one('meta[name="description"]')
    assert description is not None
    assert len(str(description["content"])) <= 155
    assert str(soup.select_one('link[rel="canonical"]')["href"]).endswith(f"/en/produk/{product.slug}")
    assert {str(one["hreflang"]) for one in soup.select('link[rel="alternate"]')} == {"id", "en", "x-default"}
    assert str(soup.select_one('meta[property="og:image"]')["content"]).endswith(".jpg")
    assert [one.get("lang") for one in soup.select("h1, .prose, .maker-panel h3 a")] == ["id"] * 3


def test_the_page_can_be_kept_by_caches_and_costs_the_same_whatever_it_shows(client: Person, db_session: Db) -> None:
    producer = make_producer()
    small, large = make_product(), make_product(producer=producer)
    for _ in range(8):
        make_photo(large)
        make_product(producer=producer)
        make_product()
        make_line(producer)
    for product in (small, large):
        client.get(f"/produk/{product.slug}")
        with counted_selects() as found:
            answer = client.get(f"/produk/{product.slug}")
        assert len([one for one in found if one.startswith(("SELECT", "WITH"))]) <= 7
        assert "s-maxage=30" in answer.headers["Cache-Control"]
        assert "Set-Cookie" not in answer.headers
