"""The review board: the queue, one decision, and what the maker is told."""

import re
from dataclasses import replace

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.models import Notice
from shop.accounts.types import SYSTEM, Role
from shop.catalogue.facts import facts_of
from shop.catalogue.models import Product
from shop.catalogue.types import ProductStatus
from shop.curation.commands import edit_listed_product, open_review
from shop.curation.findings import findings
from shop.curation.models import ReviewCase
from shop.curation.types import ReviewCause
from shop.lib.clock import today_wib
from shop.platform.db import db
from shop.producers.models import ProducerMember
from shop.producers.types import MemberRole
from shop.worker.loop import run_all
from tests.factories import make_photo, make_producer, make_product, make_user, required_facts
from tests.web.staff.desk import sign_in

Db = scoped_session[Session]


def make_case(name: str = "Kemeja batik truntum", *, region: str = "35.22") -> ReviewCase:
    """A product that waits, of a maker with one member."""
    maker = make_producer(regency_code=region)
    db.session.add(
        ProducerMember(producer=maker, user=make_user(), name="Rahayu", role=MemberRole.LEADER, starts_on=today_wib())
    )
    facts = {"name": name, "producer": maker, "attributes": required_facts("souvenir")}
    product = make_product(**facts, status=ProductStatus.IN_REVIEW, published_at=None)
    make_photo(product)
    db.session.refresh(product)
    return open_review(product=product, cause=ReviewCause.NEW, found=findings(product), actor=SYSTEM)


def test_a_curator_publishes_what_waits_and_the_maker_is_told(app: Flask, db_session: Db) -> None:
    case = make_case()
    page = sign_in(app, Role.CURATOR).visit("/dinas/kurasi")
    assert "Antrean · 1" in page.texts("h2")
    done = page.form(button="Terbitkan").send("Terbitkan")
    assert "Kemeja batik truntum sudah terbit." in done.text
    db.session.expire_all()
    assert case.product.status is ProductStatus.PUBLISHED
    db.session.commit()
    run_all()
    assert "review.published" in list(db.session.scalars(select(Notice.kind)))


def test_giving_back_wants_a_reason_and_keeps_what_was_typed(app: Flask, db_session: Db) -> None:
    case = make_case()
    form = sign_in(app, Role.CURATOR).visit(f"/dinas/kurasi/{case.public_id}").form(button="Terbitkan")
    refused = form.fill(note="Foto depan saja").send("Kembalikan dengan alasan", status=422)
    assert "Pilih sedikitnya satu sebab" in refused.text
    assert "Foto depan saja" in refused.text
    again = refused.form(button="Terbitkan").fill(reasons=["photo_unclear"])
    assert "dikembalikan" in again.send("Kembalikan dengan alasan").text
    db.session.expire_all()
    assert (case.product.status, case.reasons) == (ProductStatus.RETURNED, ["photo_unclear"])


def test_two_who_decide_at_once_get_one_decision(app: Flask, db_session: Db) -> None:
    case = make_case()
    first, second = (sign_in(app, Role.CURATOR) for _ in range(2))
    address = f"/dinas/kurasi/{case.public_id}"
    early, late = first.visit(address).form(button="Terbitkan"), second.visit(address).form(button="Terbitkan")
    early.send("Terbitkan")
    refused = late.fill(reasons=["price_check"]).send("Kembalikan dengan alasan", status=422)
    assert "baru saja diputuskan oleh rekan Anda" in refused.text
    db.session.expire_all()
    assert db.session.get_one(Product, case.product_id).status is ProductStatus.PUBLISHED


def test_what_was_changed_since_it_was_looked_at_is_looked_at_again_and_nothing_half_written_is_published(
    app: Flask, db_session: Db
) -> None:
    case = make_case()
    product, address = case.product, f"/dinas/kurasi/{case.public_id}"
    form = sign_in(app, Role.CURATOR).visit(address).form(button="Terbitkan")
    facts = facts_of(product)
    edit_listed_product(product=product, facts=replace(facts, name="Barang lain", price=9_000_000), actor=SYSTEM)
    assert "price_out_of_band" in [row["code"] for row in case.findings]
    page = form.send("Terbitkan", status=422)
    assert "Produsen baru saja mengubah produk ini." in page.text
    assert "Barang lain" in page.text
    product.price, product.attributes = None, {}
    page = page.person.visit(address).form(button="Terbitkan").send("Terbitkan", status=422)
    assert "Belum bisa terbit: harganya belum ditulis." in page.text
    product.price = 39_000
    page = page.person.visit(address).form(button="Terbitkan").send("Terbitkan", status=422)
    assert re.search("Belum bisa terbit: Bahan.* belum ditulis.", page.text)
    product.attributes = facts.attributes
    assert "Barang lain sudah terbit." in page.person.visit(address).form(button="Terbitkan").send("Terbitkan").text


def test_another_region_has_its_own_queue(app: Flask, db_session: Db) -> None:
    case = make_case(region="32.04")
    person = sign_in(app, Role.CURATOR)
    assert "Antrean kosong" in person.visit("/dinas/kurasi").text
    person.visit(f"/dinas/kurasi/{case.public_id}", status=404)


def test_a_product_with_a_long_name_and_no_photo_can_be_looked_at(app: Flask, db_session: Db) -> None:
    case = make_case("Kemeja " + "panjang " * 10)
    db.session.delete(case.product.photos[0])
    page = sign_in(app, Role.PROVINCIAL, "35").visit(f"/en/dinas/kurasi/{case.public_id}")
    assert page.heading


def test_a_change_is_read_beside_the_words_before_it(app: Flask, db_session: Db) -> None:
    case = make_case()
    case.product.status, case.cause = ProductStatus.PUBLISHED, ReviewCause.CHANGED
    case.words_before = {"name": "Kemeja batik lama", "description": "Batik dari dulu."}
    db.session.commit()
    page = sign_in(app, Role.CURATOR).visit(f"/dinas/kurasi/{case.public_id}")
    assert "Batik dari dulu." in page.text
    assert (
        "dikembalikan"
        in page.form(button="Terbitkan").fill(reasons=["other"], note="Lama").send("Kembalikan dengan alasan").text
    )
    db.session.expire_all()
    assert case.product.name == "Kemeja batik lama"
