"""The size chart of a product, written without script."""

import pytest

from shop.catalogue.commands import copy_product
from shop.catalogue.models import Product
from shop.platform.db import db
from tests.accounts.making import SYSTEM
from tests.factories import make_product
from tests.person import Page, Person
from tests.web.selling.keeper import errors_of, keep_stall

pytestmark = pytest.mark.usefixtures("db_session")
SAVE = "Simpan tabel ukuran"


def opened(client: Person) -> tuple[Product, Page]:
    product = make_product(producer=keep_stall(client), kind="school_uniform")
    return product, client.visit(f"/lapak/produk/{product.public_id}").follow("Tabel ukuran")


def written(page: Page, **more: str) -> Page:
    typed = {"size_0": "M", "value_0_0": "50", "value_0_1": "68", "size_1": "L", "value_1_0": "53–54"}
    return page.form().fill(**{**typed, **more}).send(SAVE, 422 if more else 200)


def test_a_chart_is_written_shown_to_buyers_and_copied(client: Person) -> None:
    product, page = opened(client)
    assert written(page).heading == product.name
    db.session.refresh(product)
    assert product.size_chart == [
        {"Ukuran": "M", "Lebar dada (cm)": "50", "Panjang badan (cm)": "68"},
        {"Ukuran": "L", "Lebar dada (cm)": "53–54", "Panjang badan (cm)": ""},
    ]
    assert "53–54" in client.visit(f"/produk/{product.slug}").text
    assert copy_product(product=product, actor=SYSTEM).size_chart == product.size_chart


def test_more_rows_keep_what_was_typed_and_save_nothing(client: Person) -> None:
    product, page = opened(client)
    form = page.form().fill(size_0="S", measure_3="Lingkar pinggang (cm)")
    page = form.send("Tambah baris dan kolom")
    assert page.form().values["size_0"] == "S"
    page.form().fill(value_0_3="70", size_8="XL").send(SAVE)
    db.session.refresh(product)
    assert product.size_chart == [
        {"Ukuran": "S", "Lingkar pinggang (cm)": "70"},
        {"Ukuran": "XL", "Lingkar pinggang (cm)": ""},
    ]


def test_an_emptied_chart_is_taken_off(client: Person) -> None:
    product, page = opened(client)
    written(page)
    form = client.visit(f"/lapak/produk/{product.public_id}/ukuran").form()
    form.fill(size_0="", value_0_0="", value_0_1="", size_1="", value_1_0="").send(SAVE)
    db.session.refresh(product)
    assert product.size_chart == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"size_0": ""}, "Tulis nama ukurannya"),
        ({"size_1": "m"}, "sudah ada di baris lain"),
        ({"value_0_0": "besar"}, "Tulis dengan angka"),
        ({"measure_0": ""}, "bagian mana yang diukur"),
        ({"measure_1": "lebar dada (cm)"}, "Bagian ini sudah ada"),
        ({"measure_1": "3522014107890001"}, "NIK"),
        ({"measure_1": "WA 081234567890"}, "Nomor telepon"),
        ({"size_0": "X" * 21}, "Terlalu panjang"),
        ({"measure_1": "X" * 31}, "Terlalu panjang"),
    ],
)
def test_what_is_wrong_is_said_beside_its_box(client: Person, typed: dict[str, str], said: str) -> None:
    product, page = opened(client)
    page = written(page, **typed)
    assert [text for text in errors_of(page) if said in text]
    assert len(errors_of(page)) == 1
    db.session.refresh(product)
    assert product.size_chart == []


def test_food_has_no_sizes(client: Person) -> None:
    product = make_product(producer=keep_stall(client), kind="snack")
    assert "Tabel ukuran" not in client.visit(f"/lapak/produk/{product.public_id}").text
