"""The form of a product: what it refuses, and its rows."""

import pytest

from shop.catalogue.models import Product
from shop.platform.db import db
from tests.person import Person
from tests.web.selling.keeper import errors_of, keep_stall
from tests.web.selling.test_products import VEST, a_form, read, the_product

pytestmark = pytest.mark.usefixtures("db_session")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"name": ""}, "Tulis nama produknya"),
        ({"name": "a" * 91}, "Terlalu panjang"),
        ({"price": "0"}, "Harga paling sedikit Rp1"),
        ({"price": "mahal"}, "Tulis harga dengan angka"),
        ({"price": "9" * 14}, "Harga terlalu besar"),
        ({"price_max": "10.000"}, "Harga tertinggi harus"),
        ({"moq": "0"}, "Tulis angka dari 1"),
        ({"lead_days": "1000"}, "Tulis angka dari 0 sampai 365"),
        ({"lead_days": "dua minggu"}, "Tulis dengan angka"),
        ({"deposit_percent": "130"}, "Tulis angka dari 0 sampai 100"),
        ({"tier_0_quantity": "200"}, "Tulis harganya"),
        ({"tier_0_quantity": "10", "tier_0_price": "30.000"}, "Jumlah tiap harga grosir"),
        ({"tier_0_quantity": "100", "tier_0_price": "40.000"}, "Harga grosir harus makin murah"),
        ({"variant_0_price": "40.000"}, "Tulis nama pilihannya"),
        ({"variant_0_name": "XL", "variant_1_name": "xl"}, "Dua pilihan bernama sama"),
        ({"description": "Hubungi 3522 0101 0190 0001"}, "NIK"),
    ],
)
def test_what_cannot_be_is_said_beside_its_box_and_all_is_kept(
    client: Person, typed: dict[str, str], said: str
) -> None:
    keep_stall(client)
    page = a_form(client).fill(**{**VEST, **typed}).send("Simpan, lanjut ke foto", 422)
    assert any(said in text for text in errors_of(page)), page.texts(".error-summary")
    kept = page.form().values
    assert {name: kept[name] for name in {**VEST, **typed}} == {**VEST, **typed}
    assert db.session.query(Product).count() == 0


def test_numbers_may_be_followed_by_a_word_of_their_unit(client: Person) -> None:
    keep_stall(client)
    typed = {"moq": "4 lusin", "capacity_per_month": "215 pcs", "lead_days": "2 minggu", "weight_g": "1 kg"}
    a_form(client).fill(**{**VEST, **typed}).send("Simpan, lanjut ke foto")
    product = the_product()
    assert (product.moq, product.capacity_per_month, product.lead_days, product.weight_g) == (48, 215, 14, 1000)


def test_more_rows_come_after_saving(client: Person) -> None:
    keep_stall(client)
    a_form(client).fill(**VEST, tier_0_quantity="200", tier_0_price="37.000").send("Simpan, lanjut ke foto")
    form = client.visit(f"/lapak/produk/{the_product().public_id}/ubah").form()
    assert form.values["tier_0_price"] == "37.000"
    assert "tier_2_price" in form.values


def test_empty_rows_are_left_out_when_editing(client: Person) -> None:
    keep_stall(client)
    a_form(client).fill(**VEST, tier_0_quantity="200", tier_0_price="37.000").send("Simpan, lanjut ke foto")
    product = the_product()
    form = client.visit(f"/lapak/produk/{product.public_id}/ubah").form()
    form.fill(tier_0_quantity=None, tier_0_price=None).send("Simpan perubahan")
    assert read(product).tiers == []
