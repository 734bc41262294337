"""Collections: worded in two languages, filled by addresses, published."""

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.types import Role
from shop.curation.collecting import products_in
from shop.curation.models import Collection
from shop.platform.db import db
from tests.factories import make_office, make_product
from tests.web.staff.desk import sign_in

Db = scoped_session[Session]
TITLES = {"title_id": "Siap sekolah", "title_en": "Ready for school"}


def test_a_collection_is_made_of_pasted_addresses_in_their_order(app: Flask, db_session: Db) -> None:
    first, second = make_product(), make_product()
    typed = f"https://contoh.example/produk/{second.slug}\n{first.slug}\n\ntidak-ada"
    form = sign_in(app, Role.CURATOR).visit("/dinas/koleksi/baru").form("/baru", "Simpan koleksi")
    form.fill(**TITLES, products=typed, published="y").send()
    collection = db.session.scalars(select(Collection)).one()
    assert (collection.slug, collection.published) == ("siap-sekolah", True)
    assert [row.slug for row in products_in(collection)] == [second.slug, first.slug]


def test_an_empty_collection_is_not_published(app: Flask, db_session: Db) -> None:
    form = sign_in(app, Role.CURATOR).visit("/dinas/koleksi/baru").form("/baru", "Simpan koleksi")
    refused = form.fill(**TITLES, published="y").send(status=422)
    assert "sedikitnya satu produk" in refused.text


def test_products_are_found_by_word_and_the_collection_changed(app: Flask, db_session: Db) -> None:
    product = make_product(name="Tas perca")
    person = sign_in(app, Role.CURATOR)
    page = person.visit("/dinas/koleksi/baru").form("/baru", "Simpan koleksi").fill(**TITLES).send()
    assert product.slug in page.form(button="Cari").fill(q="perca").send().text
    page.form(button="Simpan koleksi").fill(products=product.slug, title_id="Tas").send()
    assert "Tas" in person.visit("/dinas/koleksi").texts("td a")


def test_a_collection_of_another_office_is_not_there(app: Flask, db_session: Db) -> None:
    theirs = Collection(
        slug="lain", title_id="Milik lain", title_en="Theirs", office_id=make_office(region_code="32").id
    )
    shared = Collection(slug="bersama", title_id="Bersama", title_en="Shared")
    db.session.add_all([theirs, shared])
    db.session.flush()
    addresses = [f"/dinas/koleksi/{row.public_id}" for row in (theirs, shared)]
    person = sign_in(app, Role.CURATOR)
    assert person.visit("/dinas/koleksi").texts("td a") == ["Bersama"]
    assert [person.get(address).status_code for address in addresses] == [404, 200]
