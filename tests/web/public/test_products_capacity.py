"""What the page of a product and the form about it say of the maker's capacity."""

from datetime import date

from shop.catalogue.models import CapacityEntry, Product
from shop.catalogue.stall import monday_of, weeks_ahead
from shop.catalogue.types import CapacityLevel, CapacityPeriod
from shop.lib.clock import month_start, today_wib
from shop.producers.models import ReplyStats
from tests.person import Person
from tests.web.public.detail_rows import added
from tests.web.public.test_products_show import Db, vest


def full_week(product: Product, monday: date) -> None:
    week = CapacityPeriod.WEEK
    added(CapacityEntry(producer_id=product.producer_id, period=week, starts_on=monday, level=CapacityLevel.FULL))


def test_capacity_says_what_is_free_this_month(client: Person, db_session: Db) -> None:
    product = vest()
    added(
        CapacityEntry(
            producer_id=product.producer_id,
            product_id=product.id,
            period=CapacityPeriod.MONTH,
            starts_on=month_start(today_wib()),
            reserved=120,
        )
    )
    page = client.visit(f"/produk/{product.slug}")
    assert "Sisa 95 pcs bulan ini" in page.text
    assert "dari 215 pcs" in page.text
    assert "Perlu 600 pcs? Selesai sekitar 3 bulan" in page.text
    assert [bar["value"] for bar in page.soup.select("progress")] == ["95"]
    assert "Sisa 215 pcs bulan ini" in client.visit(f"/produk/{vest().slug}").text


def test_full_weeks_of_the_maker_count_for_all_its_products(client: Person, db_session: Db) -> None:
    product = vest()
    for monday in weeks_ahead(monday_of(month_start(today_wib())), 6):
        full_week(product, monday)
    assert "Penuh bulan ini" in client.visit(f"/produk/{product.slug}").text


def test_the_form_says_what_is_free_and_how_soon_the_maker_answers(client: Person, db_session: Db) -> None:
    product = vest()
    added(ReplyStats(producer_id=product.producer_id, asked=9, answered=9, median_reply_minutes=540))
    page = client.visit(f"/produk/{product.slug}/tanya")
    assert "Biasanya menjawab dalam 9 jam." in page.text
    assert "Kapasitas bulan ini sisa 215 pcs." in page.text
    assert "Penuh bulan ini" not in page.text


def test_the_form_says_that_a_month_is_full_and_promises_nothing_unknown(client: Person, db_session: Db) -> None:
    full, sold, unknown = vest(capacity_per_month=0), vest(sold_out=True), vest(capacity_per_month=None)
    assert "Bulan ini penuh" in client.visit(f"/produk/{full.slug}/tanya").text
    assert "kapan dibuat lagi" in client.visit(f"/produk/{sold.slug}/tanya").text
    assert "bulan ini" not in client.visit(f"/produk/{unknown.slug}/tanya").texts("#quantity-hint")[0].lower()
