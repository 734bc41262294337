"""What stands around sending: sizes that make up the quantity, WhatsApp afterwards, the same form once more."""

from typing import cast

import pytest
from flask import Flask

from shop.catalogue.models import Product, Variant
from tests.inquiries.makers import a_product
from tests.person import Person
from tests.web.public.buying import FILLED, Db, the_form, the_inquiry, vest


@pytest.fixture
def product(db_session: Db) -> Product:
    return vest()


def test_nobody_else_is_led_to_what_was_sent_with_a_key(client: Person, app: Flask, product: Product) -> None:
    form = the_form(client, product)
    form.send()
    other = the_form(cast(Person, app.test_client()), product, quantity="300")
    other.values["key"] = form.values["key"]
    page = other.send(status=422)
    assert "sudah terkirim" in page.text
    assert "Buka permintaan yang tadi" not in page.text


def test_whoever_comes_for_whatsapp_is_told_when_it_opens_and_finds_it_first_after_sending(
    client: Person, product: Product
) -> None:
    page = client.visit(f"/produk/{product.slug}/tanya?quantity=60&lewat=wa")
    assert page.form("/tanya").values["quantity"] == "60"
    assert "lalu lanjut ke WhatsApp" in page.text
    page = page.form("/tanya").fill(**{**FILLED, "name": ""}).send(status=422)
    assert "lalu lanjut ke WhatsApp" in page.text
    page = page.form("/tanya").fill(name="Ratna").send()
    assert "Lanjut ke WhatsApp Konveksi Pelampung" in page.texts(".notice--success a.button")
    assert "lanjut ke WhatsApp" not in client.visit(f"/produk/{product.slug}/tanya").text


def test_what_browsers_give_back_after_going_back_is_not_forbidden_to_them(client: Person, product: Product) -> None:
    page = client.visit(f"/produk/{product.slug}/tanya")
    for name in ("quantity", "needed_by"):
        assert page.soup.select(f"main [name={name}]")[0].get("autocomplete") is None


@pytest.mark.parametrize("quantity", ["", "50"])
def test_sizes_make_up_the_quantity_that_nobody_typed(client: Person, db_session: Db, quantity: str) -> None:
    shirt = a_product()
    db_session.add_all([Variant(product_id=shirt.id, name=name, position=place) for place, name in enumerate("ML")])
    the_form(client, shirt, quantity=quantity, size_0="2", size_1="51").send()
    assert the_inquiry(db_session).lines[0].quantity == 53


def test_sizes_below_the_minimum_are_told_so(client: Person, db_session: Db) -> None:
    shirt = a_product()
    db_session.add(Variant(product_id=shirt.id, name="L"))
    page = the_form(client, shirt, quantity="", size_0="1").send(status=422)
    assert "Tulis 50 atau lebih" in page.text


def test_sizes_without_a_price_of_their_own_are_asked_folded_and_travel_along(client: Person, db_session: Db) -> None:
    shirt = a_product(kind="school_uniform")
    shirt.attributes = {"sizes": ["xl", "m"]}
    form = the_form(client, shirt, quantity="50", size_0="50", size_1="x")
    assert "Sebutkan per ukuran" in client.visit(f"/produk/{shirt.slug}/tanya").texts("details:not([open]) summary")[0]
    page = form.send(status=422)
    assert page.texts("details[open] label") == ["M", "XL"]
    page.form("/tanya").fill(size_1="3").send()
    assert the_inquiry(db_session).lines[0].sizes == [{"name": "M", "quantity": 50}, {"name": "XL", "quantity": 3}]
