"""A request is put together from many products and sent once; each maker gets its own part."""

from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session, scoped_session

from shop.catalogue.models import Product, Variant
from shop.inquiries.models import Inquiry, RequestDraft, RequestDraftLine
from shop.lib.clock import now
from tests.inquiries.makers import a_producer, a_product
from tests.person import Page, Person

Db = scoped_session[Session]
WHO = {"name": "Ratna Widuri", "phone": "0812-3456-7890"}


def put(client: Person, product: Product, status: int = 200, **values: Any) -> Page:
    return client.visit(f"/permintaan/tambah/{product.slug}").form(product.slug).fill(**values).send(status=status)


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
    assert client.visit(f"/permintaan/tambah/{vest.slug}?jumlah=80").form(vest.slug).values["quantity"] == "80"


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


def test_a_quantity_is_changed_and_a_wrong_one_refused(client: Person, db_session: Db) -> None:
    vest = a_product(name="Rompi")
    page = put(client, vest, quantity="60")
    action = str(page.form(button="Simpan jumlah").tag["action"])
    page = page.form(action, "Simpan jumlah").fill(quantity="3").send(status=422)
    assert "Tulis 50 atau lebih" in page.text
    page.form(action, "Simpan jumlah").fill(quantity="75").send()
    assert lines(db_session) == [("Rompi", 75)]


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


@pytest.mark.parametrize("action", ["ubah/x", "hapus/x", "kembalikan"])
def test_a_button_whose_token_ran_out_changes_nothing(client: Person, db_session: Db, action: str) -> None:
    put(client, a_product(), quantity="60")
    answer = client.post(f"/permintaan/{action}", data={"csrf_token": "lama", "quantity": "70"})
    assert answer.status_code == 422
    assert "terbuka terlalu lama" in answer.text
    assert [quantity for _name, quantity in lines(db_session)] == [60]


def test_a_line_that_is_gone_is_no_error_when_taken_out_and_unknown_when_changed(
    client: Person, db_session: Db
) -> None:
    page = put(client, a_product(), quantity="60")
    out, other = page.form(button="Keluarkan"), page.form(button="Simpan jumlah")
    out.send()
    out.send()
    other.send(status=404)


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
    assert page.form(button="Kirim permintaan").send().heading == "Permintaan Anda sudah terkirim"


def test_a_product_that_vanished_is_named_by_nothing_and_taken_out_first(client: Person, db_session: Db) -> None:
    stays, goes = a_product(name="Tas"), a_product(name="Rompi rahasia")
    put(client, stays, quantity="60")
    page = put(client, goes, quantity="60")
    form = page.form(button="Kirim permintaan").fill(**WHO)
    goes.producer.hidden_at = now()
    page = form.send("Kirim permintaan", status=422)
    assert "baru saja ditutup" in page.text
    assert "Rompi rahasia" not in page.text
    gone = page.soup.select_one(".notice--limit form")
    assert gone is not None
    page = page.form(str(gone["action"]), "Keluarkan").send()
    assert "Rompi rahasia" not in page.text
    page.form(button="Kirim permintaan").fill(**WHO).send("Kirim permintaan")
    assert db_session.scalar(select(func.count()).select_from(Inquiry)) == 1


def test_sending_without_a_request_says_so(client: Person, db_session: Db) -> None:
    page = put(client, a_product(), quantity="60")
    form = page.form(button="Kirim permintaan").fill(**WHO)
    client.delete_cookie("permintaan")
    assert "masih kosong" in form.send("Kirim permintaan", status=422).text


def test_an_unknown_product_cannot_be_added(client: Person, db_session: Db) -> None:
    client.visit("/permintaan/tambah/tidak-ada", 404)
    assert db_session.scalar(select(func.count()).select_from(RequestDraft)) == 0
