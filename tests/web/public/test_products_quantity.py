"""How many of a product and for how much: sizes, sums, small orders, a month that is nearly full."""

import pytest

from shop.catalogue.models import CapacityEntry, Product, Variant
from shop.catalogue.types import CapacityPeriod
from shop.lib.clock import month_start, today_wib
from shop.platform.db import db
from tests.factories import make_product
from tests.person import Person
from tests.web.public.detail_rows import added

pytestmark = pytest.mark.usefixtures("db_session")


def test_a_price_by_size_says_so_and_its_sum_is_the_lowest(client: Person) -> None:
    product = make_product(kind="tshirt_print", price=185_000, price_max=200_000, moq=12)
    for place, (name, price) in enumerate([("M", None), ("XXL", 200_000)]):
        added(Variant(product_id=product.id, name=name, price=price, position=place))
    page = client.visit(f"/produk/{product.slug}")
    assert "Rp185.000–200.000" in page.text
    assert "Menurut ukuran" in page.text
    assert "× mulai Rp185.000 = mulai Rp2.220.000, sebelum ongkir." in page.text
    assert page.text.index("Ukuran dan pilihan") < page.text.index("Jumlah (")


def test_a_plain_price_has_a_plain_sum(client: Person) -> None:
    page = client.visit(f"/produk/{make_product(price=39_000, moq=2).slug}")
    assert "× Rp39.000 = Rp78.000, sebelum ongkir." in page.text
    assert "Menurut ukuran" not in page.text
    cut = client.visit(f"/produk/{make_product(kind='barber', price=25_000, moq=2).slug}")
    assert "× Rp25.000 = Rp50.000." in cut.text
    assert "ongkir" not in str(cut.soup.select_one("form.quantity-box"))


def test_too_few_are_told_in_our_words_with_a_way_to_others(client: Person) -> None:
    product = make_product(kind="life_vest", moq=50, multiple=5)
    form = client.visit(f"/produk/{product.slug}").soup.select_one("form.quantity-box")
    assert form is not None
    assert form.has_attr("novalidate")
    few, uneven = form.select("[data-few], [data-uneven]")
    assert "Tulis 50 atau lebih." in few.get_text()
    assert few.select("a[href='/produk?jenis=life_vest&jumlah=']")
    assert "Tulis kelipatan 5. Terdekat: …." in uneven.get_text()
    assert few.has_attr("hidden")
    assert uneven.has_attr("hidden")


def test_a_rest_below_the_smallest_order_says_when_to_ask_for(client: Person) -> None:
    product = make_product(moq=12, capacity_per_month=100)
    taken(product, 92)
    assert "Kurang dari pesanan paling sedikit. Tanyakan untuk bulan depan." in seen(client, product)
    taken(product, 60)
    assert "Sisa 40 pcs bulan ini" in seen(client, product)
    taken(product, 100)
    assert "Penuh bulan ini" in seen(client, product)


def seen(client: Person, product: Product) -> str:
    return client.visit(f"/produk/{product.slug}").text


def taken(product: Product, count: int) -> None:
    db.session.query(CapacityEntry).filter_by(product_id=product.id).delete()
    month = {"period": CapacityPeriod.MONTH, "starts_on": month_start(today_wib())}
    added(CapacityEntry(producer_id=product.producer_id, product_id=product.id, reserved=count, **month))
