"""A request is put together from many products and sent once; each maker gets its own part."""

from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session, scoped_session

from shop.catalogue.models import Product, Variant
from shop.inquiries.models import Inquiry, RequestDraft, RequestDraftLine
from tests.inquiries.makers import a_producer, a_product
from tests.person import Page, Person

Db = scoped_session[Session]
WHO = {"name": "Ratna Widuri", "phone": "0812-3456-7890"}


def put(client: Person, product: Product, status: int = 200, **values: Any) -> Page:
    return client.visit(f"/permintaan/tambah/{product.slug}").form(product.slug).fill(**values).send(status=status)


def box(product: Product) -> str:
    """The name of the quantity's box on the page of the request."""
    return f"quantity_{product.public_id}"


def lines(db_session: Db) -> list[tuple[str, int]]:
    db_session.rollback()
    rows = db_session.scalars(select(RequestDraftLine).order_by(RequestDraftLine.id))
    return [(line.product.name, line.quantity) for line in rows]


def cookie(client: Person, name: str) -> str | None:
    found = client.get_cookie(name)
    return found.value if found else None


def test_an_empty_request_leads_on(client: Person) -> None:
    page = client.visit("/permintaan")
    assert page.heading == "Permintaan Anda masih kosong"
    assert page.soup.find("a", href="/produk") is not None
    assert client.get_cookie("permintaan") is None


def test_products_are_put_in_and_counted_for_the_header(client: Person, db_session: Db) -> None:
    vest, bag = a_product(name="Rompi"), a_product(name="Tas")
    put(client, vest, quantity="60", note="Oranye")
    page = put(client, bag, quantity="70")
    assert page.path == "/permintaan"
    assert "2 produk" in page.text
    assert "Oranye" in page.text
    assert lines(db_session) == [("Rompi", 60), ("Tas", 70)]
    kept = client.get_cookie("permintaan")
    assert kept is not None
    assert kept.http_only
    assert cookie(client, "permintaan_n") == "2"


def test_a_product_that_is_in_already_is_changed_and_not_doubled(client: Person, db_session: Db) -> None:
    vest = a_product(name="Rompi", kind="school_uniform", customisation=["nama_dada"])
    put(client, vest, quantity="60", note="Oranye", customisation=["nama_dada"])
    page = client.visit(f"/permintaan/tambah/{vest.slug}")
    assert page.heading == "Ubah permintaan"
    form = page.form(vest.slug)
    assert (form.values["quantity"], form.values["note"], form.values["customisation"]) == ("60", "Oranye", "nama_dada")
    form.fill(quantity="90").send()
    assert lines(db_session) == [("Rompi", 90)]


def test_the_form_starts_with_the_minimum_or_the_wish(client: Person, db_session: Db) -> None:
    vest = a_product()
    assert client.visit(f"/permintaan/tambah/{vest.slug}").form(vest.slug).values["quantity"] == "50"
    assert client.visit(f"/permintaan/tambah/{vest.slug}?quantity=80").form(vest.slug).values["quantity"] == "80"
    put(client, vest, quantity="60")
    assert client.visit(f"/permintaan/tambah/{vest.slug}").form(vest.slug).values["quantity"] == "60"
    assert client.visit(f"/permintaan/tambah/{vest.slug}?quantity=80").form(vest.slug).values["quantity"] == "80"


def test_what_cannot_be_put_in_is_said(client: Person, db_session: Db) -> None:
    vest = a_product(kind="life_vest")
    page = put(client, vest, 422, quantity="3", note="x" * 501)
    assert len(page.texts("[data-error-summary] li")) == 3
    page.form(vest.slug).fill(quantity="60", note="", limits="y").send()
    assert lines(db_session) == [(vest.name, 60)]


def test_sizes_travel_along(client: Person, db_session: Db) -> None:
    shirt = a_product(moq=1)
    db_session.add(Variant(product_id=shirt.id, name="XL"))
    put(client, shirt, quantity="5", size_0="5")
    db_session.rollback()
    assert db_session.scalars(select(RequestDraftLine.sizes)).one() == [{"name": "XL", "quantity": 5}]


def test_the_quantity_that_stands_on_the_page_is_sent(client: Person, db_session: Db) -> None:
    vest, bag = a_product(name="Rompi"), a_product(name="Tas")
    put(client, bag, quantity="70")
    form = put(client, vest, quantity="60").form("/permintaan").fill(**WHO, **{box(vest): "75"})
    done = form.send("Kirim permintaan")
    db_session.rollback()
    sent = db_session.scalars(select(Inquiry)).one()
    assert {line.name: line.quantity for line in sent.lines} == {"Rompi": 75, "Tas": 70}
    assert form.send("Kirim permintaan").path == done.path
    page = form.fill(**{box(vest): "80"}).send("Kirim permintaan", status=422)
    assert "sudah terkirim" in page.text
    assert page.follow("Buka permintaan yang tadi").path == done.path


@pytest.mark.parametrize(("typed", "said"), [("3", "Tulis 50 atau lebih"), ("", "Tulis jumlahnya"), ("x", "angka")])
def test_a_wrong_quantity_is_said_beside_its_box_with_all_typed_kept(
    client: Person, db_session: Db, typed: str, said: str
) -> None:
    vest = a_product(name="Rompi")
    page = put(client, vest, quantity="60")
    page = page.form("/permintaan").fill(**WHO, **{box(vest): typed}).send("Kirim permintaan", status=422)
    link = page.soup.select_one(f"[data-error-summary] a[href='#{box(vest)}']")
    assert link is not None
    assert said in link.get_text()
    kept = page.form("/permintaan").values
    assert (kept[box(vest)], kept["name"]) == (typed, WHO["name"])
    assert lines(db_session) == [("Rompi", 60)]


def test_a_quantity_is_kept_while_it_is_typed(client: Person, db_session: Db) -> None:
    page = put(client, a_product(name="Rompi"), quantity="60")
    token = page.form("/permintaan").values["csrf_token"]
    address = str(page.soup.select("[data-keep-quantity]")[0]["data-keep-quantity"])
    assert client.post(address, data={"csrf_token": token, "quantity": "75"}).status_code == 204
    assert client.post(address, data={"csrf_token": token, "quantity": "3"}).status_code == 422
    assert client.post(address, data={"csrf_token": "lama", "quantity": "90"}).status_code == 422
    assert lines(db_session) == [("Rompi", 75)]
    client.visit("/permintaan").form(button="Keluarkan").send()
    assert client.post(address, data={"csrf_token": token, "quantity": "80"}).status_code == 204


def test_sizes_are_shown_and_changed_where_they_were_written(client: Person, db_session: Db) -> None:
    shirt = a_product(moq=1)
    db_session.add_all([Variant(product_id=shirt.id, name=name, position=place) for place, name in enumerate("ML")])
    page = put(client, shirt, size_0="2", size_1="3")
    assert "5 pcs : M 2, L 3" in page.text
    assert page.soup.select("[data-keep-quantity]") == []
    form = page.follow(f"Ubah {shirt.name}").form(shirt.slug)
    assert (form.values["quantity"], form.values["size_0"], form.values["size_1"]) == ("5", "2", "3")


def test_a_signed_out_device_may_list_what_it_sent(client: Person) -> None:
    page = client.visit("/permintaan")
    place = page.soup.select_one("[data-sent-list]")
    assert place is not None
    assert place.has_attr("hidden")
    assert "hanya ada di perangkat ini" in place.get_text()


def test_what_was_taken_out_comes_back_with_one_press(client: Person, db_session: Db) -> None:
    vest = a_product(name="Rompi")
    page = put(client, vest, quantity="60", note="Oranye")
    page = page.form(button="Keluarkan").send()
    assert "Rompi sudah dikeluarkan" in page.text
    assert (lines(db_session), cookie(client, "permintaan_n")) == ([], "0")
    back = page.form("/kembalikan")
    page = back.send()
    assert "Oranye" in page.text
    assert "sudah dikeluarkan" not in page.text
    back.send()
    assert lines(db_session) == [("Rompi", 60)]


@pytest.mark.parametrize("action", ["hapus/x", "kembalikan"])
def test_a_button_whose_token_ran_out_changes_nothing(client: Person, db_session: Db, action: str) -> None:
    put(client, a_product(), quantity="60")
    answer = client.post(f"/permintaan/{action}", data={"csrf_token": "lama", "quantity": "70"})
    assert answer.status_code == 422
    assert "terbuka terlalu lama" in answer.text
    assert [quantity for _name, quantity in lines(db_session)] == [60]


def test_a_line_that_is_gone_is_no_error_when_taken_out(client: Person, db_session: Db) -> None:
    out = put(client, a_product(), quantity="60").form(button="Keluarkan")
    out.send()
    out.send()


def test_a_request_is_sent_once_to_every_maker(client: Person, db_session: Db) -> None:
    first, second = a_producer("KUBE Satu"), a_producer("KUBE Dua")
    for product in (a_product(first), a_product(first), a_product(second)):
        page = put(client, product, quantity="60")
    form = page.form(button="Kirim permintaan").fill(**WHO)
    done = form.send("Kirim permintaan")
    assert done.heading == "Permintaan Anda sudah terkirim"
    assert form.send("Kirim permintaan").path == done.path
    db_session.rollback()
    inquiry = db_session.scalars(select(Inquiry)).one()
    assert [len(part.shares) for part in inquiry.parts] == [2, 1]
    assert cookie(client, "permintaan_n") == "0"
    assert client.visit("/permintaan").heading == "Permintaan Anda masih kosong"


def test_mistakes_are_said_with_all_typed_kept(client: Person, db_session: Db) -> None:
    page = put(client, a_product(), quantity="60")
    form = page.form(button="Kirim permintaan").fill(message="Untuk sekolah", needed_by="kemarin dulu")
    page = form.send("Kirim permintaan", status=422)
    assert page.path == "/permintaan"
    kept = page.form(button="Kirim permintaan").values
    assert (kept["message"], kept["needed_by"]) == ("Untuk sekolah", "kemarin dulu")
    assert len(page.texts("[data-error-summary] li")) == 3


def test_an_expired_form_keeps_what_was_typed(client: Person, db_session: Db) -> None:
    page = put(client, a_product(), quantity="60")
    form = page.form(button="Kirim permintaan").fill(**WHO)
    form.values["csrf_token"] = "lama"
    page = form.send("Kirim permintaan", status=422)
    assert "terbuka terlalu lama" in page.text
    assert "isian yang perlu dibetulkan" not in page.text
    assert page.form(button="Kirim permintaan").send().heading == "Permintaan Anda sudah terkirim"


def test_sending_without_a_request_says_so(client: Person, db_session: Db) -> None:
    page = put(client, a_product(), quantity="60")
    form = page.form(button="Kirim permintaan").fill(**WHO)
    client.delete_cookie("permintaan")
    assert "masih kosong" in form.send("Kirim permintaan", status=422).text


def test_an_unknown_product_cannot_be_added(client: Person, db_session: Db) -> None:
    client.visit("/permintaan/tambah/tidak-ada", 404)
    assert db_session.scalar(select(func.count()).select_from(RequestDraft)) == 0
