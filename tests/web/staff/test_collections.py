"""Collections: worded in two languages, filled from a search, ordered by buttons, published."""

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.types import Role
from shop.catalogue.models import Product
from shop.catalogue.types import ProductStatus
from shop.curation.models import Collection
from shop.platform.db import db
from tests.factories import make_office, make_product
from tests.person import Page, Person
from tests.web.staff.desk import sign_in

Db = scoped_session[Session]
TITLES = {"title_id": "Siap sekolah", "title_en": "Ready for school"}


def begun(person: Person) -> Page:
    """A collection with words and nothing in it yet."""
    return person.visit("/dinas/koleksi/baru").form("/baru").fill(**TITLES).send()


def filled(person: Person, *names: str) -> Page:
    """The same with these products, each found by its name."""
    page = begun(person)
    for name in names:
        make_product(name=name)
        page = page.form(button="Cari").fill(q=name).send()
        page = page.form("/tambah/" + button_id(page, f"Tambahkan {name}")).send()
    return page


def button_id(page: Page, label: str) -> str:
    """The last part of the address that the button of this label posts to."""
    button = page.soup.find("button", attrs={"aria-label": label})
    assert button is not None, f"no button {label!r}"
    form = button.find_parent("form")
    assert form is not None
    return str(form["action"]).partition("?")[0].rpartition("/")[2]


def order(page: Page) -> list[str]:
    return page.texts("ol.rank-list .summary-line__title")


def test_products_are_searched_put_in_and_moved_by_buttons(app: Flask, db_session: Db) -> None:
    page = filled(sign_in(app, Role.CURATOR), "Tas perca", "Baju pramuka")
    assert order(page) == ["Tas perca", "Baju pramuka"]
    assert "Sudah di koleksi" in page.text
    moved = page.form("/pindah/" + button_id(page, "Naikkan Baju pramuka")).send()
    assert order(moved) == ["Baju pramuka", "Tas perca"]


def test_what_was_taken_out_goes_back_to_its_place(app: Flask, db_session: Db) -> None:
    page = filled(sign_in(app, Role.CURATOR), "Tas perca", "Baju pramuka")
    left = page.form("/keluarkan/" + button_id(page, "Keluarkan Tas perca")).send()
    assert order(left) == ["Baju pramuka"]
    back = left.form("/tambah/" + button_id(left, "Kembalikan Tas perca")).send()
    assert order(back) == ["Tas perca", "Baju pramuka"]


def test_a_collection_is_published_once_it_holds_something_and_keeps_its_last(app: Flask, db_session: Db) -> None:
    person = sign_in(app, Role.CURATOR)
    refused = begun(person).form(button="Simpan koleksi").fill(published="y").send(status=422)
    assert "sedikitnya satu produk" in refused.text
    make_product(name="Tas perca")
    collection = db.session.scalars(select(Collection)).one()
    page = person.visit(f"/dinas/koleksi/{collection.public_id}?q=perca")
    page = page.form("/tambah/" + button_id(page, "Tambahkan Tas perca")).send()
    page = page.form(button="Simpan koleksi").fill(published="y", title_id="Tas").send()
    kept = page.form("/keluarkan/" + button_id(page, "Keluarkan Tas perca")).send()
    assert order(kept) == ["Tas perca"]
    assert "Tambahkan yang lain dulu" in kept.text
    assert "Tas" in person.visit("/dinas/koleksi").texts("td a")


def test_a_product_that_is_hidden_stays_in_and_is_marked(app: Flask, db_session: Db) -> None:
    page = filled(sign_in(app, Role.CURATOR), "Tas perca")
    db.session.scalars(select(Product)).one().status = ProductStatus.PAUSED
    again = page.form(button="Cari").fill(q="perca").send()
    assert "Tidak ada produk terbit" in again.text
    assert order(again) == ["Tas perca"]
    assert "Sedang tidak tampil umum" in again.text


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


def test_a_hidden_product_that_was_taken_out_goes_back_too(app: Flask, db_session: Db) -> None:
    page = filled(sign_in(app, Role.CURATOR), "Tas perca", "Baju pramuka")
    db.session.scalars(select(Product).where(Product.name == "Tas perca")).one().status = ProductStatus.PAUSED
    left = page.form("/keluarkan/" + button_id(page, "Keluarkan Tas perca")).send()
    assert order(left) == ["Baju pramuka"]
    back = left.form("/tambah/" + button_id(left, "Kembalikan Tas perca")).send()
    assert order(back) == ["Tas perca", "Baju pramuka"]


def test_a_hidden_product_that_was_never_in_is_not_there(app: Flask, db_session: Db) -> None:
    person = sign_in(app, Role.CURATOR)
    page = filled(person, "Tas perca")
    hidden = make_product(name="Baju pramuka", status=ProductStatus.PAUSED)
    form = page.form("/keluarkan/" + button_id(page, "Keluarkan Tas perca"))
    address = str(form.tag["action"]).replace("/keluarkan/", "/tambah/").rpartition("/")[0]
    data = {"csrf_token": form.values["csrf_token"], "proof": "x"}
    assert person.post(f"{address}/{hidden.public_id}", data=data).status_code == 404


def test_a_second_tap_on_what_is_gone_and_a_place_beyond_all_numbers_lead_back(app: Flask, db_session: Db) -> None:
    person = sign_in(app, Role.CURATOR)
    page = filled(person, "Tas perca", "Baju pramuka")
    out = page.form("/keluarkan/" + button_id(page, "Keluarkan Tas perca"))
    move = page.form("/pindah/" + button_id(page, "Turunkan Tas perca"))
    left = out.send()
    assert order(out.send()) == order(move.send()) == ["Baju pramuka"]
    back = left.form("/tambah/" + button_id(left, "Kembalikan Tas perca"))
    back.values["place"] = "9" * 5000
    assert order(back.send()) == ["Baju pramuka"]


def test_what_makers_wrote_says_its_language_on_an_english_page(app: Flask, db_session: Db) -> None:
    page = filled(sign_in(app, Role.CURATOR), "Tas perca")
    page = page.person.visit(f"/en{page.path}")
    assert page.texts(".summary-line__title [lang=id]") == ["Tas perca"]
