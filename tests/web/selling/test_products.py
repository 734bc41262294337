"""Own products, from the first word to the shelf and back."""

from datetime import timedelta

import pytest

from shop.catalogue.book import book
from shop.catalogue.models import Product, ViewCount
from shop.catalogue.types import ProductStatus
from shop.curation.models import ReviewCase
from shop.curation.types import ReturnReason, ReviewState
from shop.lib.clock import now, today_wib
from shop.platform.db import db
from tests.factories import make_photo, make_product
from tests.person import Form, Page, Person
from tests.web.selling.keeper import errors_of, keep_stall

pytestmark = pytest.mark.usefixtures("db_session")

VEST = {
    "name": "Rompi pelampung dewasa",
    "description": "Busa PE empat sentimeter, kain oxford, pita pantul di dada.",
    "price": "39rb",
    "moq": "50",
    "lead_days": "14",
    "capacity_per_month": "215",
}


def a_form(client: Person, kind: str = "life_vest") -> Form:
    return client.visit(f"/lapak/produk/baru/{kind}").form()


def read(product: Product) -> Product:
    db.session.rollback()
    db.session.refresh(product)
    return product


def the_product() -> Product:
    db.session.rollback()
    return db.session.query(Product).one()


def test_a_kind_is_chosen_from_its_category(client: Person) -> None:
    keep_stall(client)
    page = client.visit("/lapak/produk").follow("Tambah produk")
    assert page.heading == "Anda membuat apa?"
    assert page.follow("Rompi pelampung").heading == "Produk baru: Rompi pelampung"


def test_an_unknown_kind_is_not_there(client: Person) -> None:
    keep_stall(client)
    client.visit("/lapak/produk/baru/roket", 404)


def test_a_product_is_written_down_and_photos_come_next(client: Person) -> None:
    keep_stall(client)
    rows = {"tier_0_quantity": "200", "tier_0_price": "37.000", "variant_0_name": "XXL", "variant_0_price": "42.000"}
    page = a_form(client).fill(**VEST, **rows).send("Simpan, lanjut ke foto")
    assert page.heading == "Mulai dari foto"
    product = the_product()
    assert (product.price, product.moq, product.status) == (39_000, 50, ProductStatus.DRAFT)
    assert [(tier.min_quantity, tier.price) for tier in product.tiers] == [(200, 37_000)]
    assert [(one.name, one.price) for one in product.variants] == [("XXL", 42_000)]


def filled(client: Person) -> Product:
    """A complete souvenir, kept as a draft."""
    form = a_form(client, "souvenir").fill(name="Gantungan kunci kayu", price="15.000", lead_days="7")
    for tag in form.tag.select("[name^=attribute_]"):
        name = str(tag["name"])
        if tag.name == "select":
            form.fill(**{name: tag.find_all("option")[1]["value"]})
        elif tag.get("type") == "checkbox":
            form.fill(**{name: tag.get("value", "y")})
        else:
            form.fill(**{name: "10"})
    form.send("Simpan, lanjut ke foto")
    return the_product()


def test_sending_for_review_waits_in_the_queue_whole_and_can_be_taken_back(client: Person) -> None:
    keep_stall(client)
    product = filled(client)
    page = client.visit(f"/lapak/produk/{product.public_id}")
    page = page.form("/keadaan", "Kirim untuk diperiksa").send("Kirim untuk diperiksa")
    assert "Sedang diperiksa dinas" in page.text
    assert db.session.query(ReviewCase).one().state is ReviewState.WAITING
    emptied = client.visit(f"/lapak/produk/{product.public_id}/ubah").form().fill(price="")
    assert "Tulis harganya. Contoh: 39.000." in errors_of(emptied.send("Simpan perubahan", 422))
    page = page.form("/keadaan", "Ambil lagi untuk diubah").send("Ambil lagi untuk diubah")
    assert read(product).status is ProductStatus.DRAFT


def test_an_unfinished_product_is_not_sent_and_says_why(client: Person) -> None:
    maker = keep_stall(client)
    product = make_product(producer=maker, public=False, kind="life_vest")
    page = client.visit(f"/lapak/produk/{product.public_id}")
    page = page.form("/keadaan", "Kirim untuk diperiksa").send("Kirim untuk diperiksa", 422)
    required = [fact.name_id for fact in book().kinds["life_vest"].attributes if fact.required]
    assert len(required) > 1
    assert page.texts("[data-error-summary] li") == [f"Isi “{name}”. Pembeli menanyakannya." for name in required]
    assert read(product).status is ProductStatus.DRAFT


def test_what_staff_asked_for_is_shown_with_reasons(client: Person) -> None:
    maker = keep_stall(client)
    product = make_product(producer=maker, public=False, status=ProductStatus.RETURNED)
    db.session.add(
        ReviewCase(
            product=product,
            cause="new",
            state=ReviewState.RETURNED,
            decided_at=now(),
            reasons=[str(ReturnReason.PHOTO_UNCLEAR)],
            note="Foto siang hari, ya.",
        )
    )
    page = client.visit(f"/lapak/produk/{product.public_id}")
    assert "Dinas meminta perbaikan" in page.text
    assert "Foto kurang jelas" in page.text
    assert "Foto siang hari, ya." in page.text


def tap(client: Person, product: Product, button: str) -> Page:
    page = client.visit(f"/lapak/produk/{product.public_id}")
    return page.form("/keadaan", button).send(button)


def test_one_tap_pauses_resumes_sells_out_withdraws_and_reopens(client: Person) -> None:
    product = make_product(producer=keep_stall(client))
    for button, status in (("Jeda", ProductStatus.PAUSED), ("Tampilkan lagi", ProductStatus.PUBLISHED)):
        tap(client, product, button)
        assert read(product).status is status
    form = client.visit(f"/lapak/produk/{product.public_id}").form("/keadaan", "Stok habis")
    product.closed_until = today_wib()
    form.send("Stok habis")
    assert read(product).sold_out
    assert product.closed_until is not None
    tap(client, product, "Ada lagi")
    assert (read(product).sold_out, product.closed_until) == (False, None)
    tap(client, product, "Ya, tarik")
    assert read(product).status is ProductStatus.WITHDRAWN
    tap(client, product, "Buka lagi sebagai draf")
    assert read(product).status is ProductStatus.DRAFT


def test_an_old_price_is_confirmed_from_the_list(client: Person) -> None:
    product = make_product(producer=keep_stall(client), last_confirmed_at=now() - timedelta(days=120))
    page = client.visit("/lapak/produk")
    assert "Harga perlu dipastikan" in page.text
    page = page.form("/keadaan", "Harga masih sama").send("Harga masih sama")
    assert page.heading == "Produk saya"
    assert now() - read(product).last_confirmed_at < timedelta(minutes=5)


def test_a_move_that_is_over_is_refused_and_said(client: Person) -> None:
    product = make_product(producer=keep_stall(client))
    form = client.visit(f"/lapak/produk/{product.public_id}").form("/keadaan", "Jeda")
    form.send("Jeda")
    page = form.send("Jeda", 422)
    assert "Keadaannya sudah berubah" in page.text


def test_closed_until_a_day_refuses_days_gone_by(client: Person) -> None:
    product = make_product(producer=keep_stall(client))
    page = client.visit(f"/lapak/produk/{product.public_id}")
    page = page.form("/tutup").fill(closed_until="2020-01-01").send("Tutup produk ini", 422)
    assert "Tanggal itu sudah lewat. Pilih hari ini atau sesudahnya." in errors_of(page)
    day = today_wib() + timedelta(days=10)
    page.form("/tutup").fill(closed_until=day.isoformat()).send("Tutup produk ini")
    assert read(product).closed_until == day


def test_a_copy_is_a_draft_with_the_same_facts(client: Person) -> None:
    product = make_product(producer=keep_stall(client), name="Tas anyam")
    page = client.visit(f"/lapak/produk/{product.public_id}").form("/salin").send("Salin")
    assert page.form().values["name"] == "Tas anyam"
    assert db.session.query(Product).count() == 2


def test_a_listed_product_with_a_word_that_wants_a_paper_waits_for_staff(client: Person) -> None:
    maker = keep_stall(client)
    product = make_product(producer=maker, kind="life_vest", name="Rompi", attributes={})
    form = client.visit(f"/lapak/produk/{product.public_id}/ubah").form()
    for tag in form.tag.select("[name^=attribute_]"):
        name = str(tag["name"])
        if tag.name == "select":
            form.fill(**{name: tag.find_all("option")[1]["value"]})
        elif tag.get("type") == "checkbox":
            form.fill(**{name: tag.get("value", "y")})
        else:
            form.fill(**{name: "10"})
    page = form.fill(name="Rompi standar SOLAS").send("Simpan perubahan")
    assert "diperiksa dinas dulu" in page.text
    assert read(product).name == "Rompi"
    assert "Tulisan baru menunggu dinas" in page.text


def test_the_list_shows_views_and_states(client: Person) -> None:
    product = make_product(producer=keep_stall(client))
    make_photo(product)
    db.session.add(ViewCount(product_id=product.id, day=today_wib(), views=12))
    page = client.visit("/lapak/produk")
    assert "12 kali dilihat bulan ini" in page.text
    assert "Terbit · 1" in page.texts(".tabs a")
    assert page.follow("Terbit · 1").heading == "Produk saya"


def test_another_makers_product_is_not_there(client: Person) -> None:
    keep_stall(client)
    product = make_product()
    for place in ("", "/ubah", "/foto", "/surat"):
        client.visit(f"/lapak/produk/{product.public_id}{place}", 404)


@pytest.mark.parametrize("kind", ["jamu", "barber", "painting", "school_uniform", "batik_tulis"])
def test_every_sort_of_kind_has_a_form(client: Person, kind: str) -> None:
    keep_stall(client)
    assert client.visit(f"/en/lapak/produk/baru/{kind}").status == 200


def test_whoever_comes_back_and_saves_again_changes_the_same_draft(client: Person) -> None:
    keep_stall(client)
    form = a_form(client).fill(**VEST)
    form.send("Simpan, lanjut ke foto")
    form.fill(price="41rb").send("Simpan, lanjut ke foto")
    assert the_product().price == 41_000


def test_the_address_of_a_new_product_leads_to_the_draft_that_it_made(client: Person) -> None:
    keep_stall(client)
    form = a_form(client).fill(**VEST)
    address = str(form.tag["action"])
    form.send("Simpan, lanjut ke foto")
    assert client.visit(address).heading == "Ubah Rompi pelampung dewasa"
    assert a_form(client).values["name"] == ""


def test_a_draft_is_thrown_away_and_fetched_back(client: Person) -> None:
    product = make_product(producer=keep_stall(client), public=False, status=ProductStatus.DRAFT)
    page = client.visit(f"/lapak/produk/{product.public_id}")
    page = page.form("/keadaan", "Buang draf").send("Buang draf")
    assert read(product).status is ProductStatus.WITHDRAWN
    page.form("/keadaan", "Buka lagi sebagai draf").send("Buka lagi sebagai draf")
    assert read(product).status is ProductStatus.DRAFT
