"""What was agreed goes its way; links, WhatsApp and files stay with whom they belong to."""

from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from sqlalchemy import select

from shop.accounts.models import Office
from shop.accounts.types import OfficeLevel
from shop.catalogue.models import Product
from shop.consent.models import LiveConsent
from shop.consent.types import Purpose
from shop.inquiries.commands import Word, write_message
from shop.inquiries.links import link_token
from shop.inquiries.models import Inquiry
from shop.orders.commands import Step, advance_order
from shop.orders.models import Order, Review
from shop.orders.types import OrderState
from shop.platform.marks import set_mark
from tests.inquiries.makers import (
    a_producer,
    a_product,
    a_quote,
    an_inquiry,
    maker,
)
from tests.person import Person
from tests.web.public.buying import Db, the_page, vest
from tests.worker.test_routing import helper


@pytest.fixture
def product(db_session: Db) -> Product:
    return vest()


def an_order(client: Person, db_session: Db, product: Product, *steps: OrderState) -> tuple[Inquiry, Order]:
    inquiry = an_inquiry(product)
    a_quote(inquiry.parts[0])
    the_page(client, inquiry).form("/terima").send()
    order = db_session.scalars(select(Order)).one()
    for state in steps:
        advance_order(order=order, step=Step(to=state), actor=maker(inquiry.parts[0]))
    return inquiry, order


MADE = (OrderState.IN_PRODUCTION, OrderState.READY, OrderState.HANDED_OVER)


def test_the_buyer_confirms_what_was_handed_over_and_writes_a_word(
    client: Person, db_session: Db, product: Product
) -> None:
    inquiry, _order = an_order(client, db_session, product, *MADE)
    page = the_page(client, inquiry)
    assert page.heading == "Sudah diserahkan"
    page = page.form("/langkah", "Ya, sudah saya terima").send()
    assert page.heading == "Pesanan selesai"
    complaint = page.follow(f"Sampaikan pengaduan tentang {inquiry.number}")
    assert complaint.form("/pengaduan").values["concerns"] == inquiry.number
    assert "Pilih satu sampai lima bintang" in page.form("/ulasan").send(status=422).text
    page = page.form("/ulasan").fill(stars="5", body="Rapi.").send()
    assert page.soup.select("form[action$=ulasan]") == []
    kept = page.texts("[role=status]")[-1]
    assert kept.startswith("Terima kasih, ulasan Anda tersimpan 5 dari 5")
    assert "Rapi." in kept
    assert db_session.scalars(select(Review.stars)).all() == [5]


def test_the_buyer_asks_for_changes(client: Person, db_session: Db, product: Product) -> None:
    inquiry, _order = an_order(client, db_session, product, *MADE)
    page = the_page(client, inquiry).form("/langkah", "Minta perbaikan").fill(note="Dua sobek").send()
    assert "Diminta diperbaiki" in page.text
    assert "Dua sobek" in page.text


def test_the_buyer_cancels_with_a_reason_before_handover_only(client: Person, db_session: Db, product: Product) -> None:
    inquiry, order = an_order(client, db_session, product)
    page = the_page(client, inquiry)
    form = page.form("/langkah", "Batalkan pesanan ini").fill(reason="late")
    bad = page.form("/langkah", "Batalkan pesanan ini")
    bad.values["to"] = "ready"
    assert "Pilih salah satu" in bad.send(status=422).text
    assert form.send().heading == "Permintaan ini dibatalkan"
    db_session.rollback()
    assert db_session.get_one(Order, order.id).state is OrderState.CANCELLED


@pytest.mark.parametrize("action", ["terima", "tolak", "batal", "langkah", "ulasan", "tautan", "simpan"])
def test_a_button_whose_token_ran_out_changes_nothing_and_says_so(
    client: Person, db_session: Db, product: Product, action: str
) -> None:
    inquiry, order = an_order(client, db_session, product)
    other = an_inquiry(product)
    quote = a_quote(other.parts[0])
    token, order_token = link_token(other), link_token(inquiry)
    address = {
        "terima": f"/permintaan/{token}/penawaran/{quote.public_id}/terima",
        "tolak": f"/permintaan/{token}/penawaran/{quote.public_id}/tolak",
        "batal": f"/permintaan/{token}/batal",
        "langkah": f"/permintaan/{order_token}/pesanan/{order.public_id}/langkah",
        "ulasan": f"/permintaan/{order_token}/pesanan/{order.public_id}/ulasan",
        "tautan": f"/permintaan/{token}/tautan",
        "simpan": f"/permintaan/{token}/simpan",
    }[action]
    answer = client.post(address, data={"csrf_token": "lama"})
    assert answer.status_code == 422
    assert "terbuka terlalu lama" in BeautifulSoup(answer.text, "html.parser").get_text()


def test_a_new_link_ends_the_one_that_was_shared(client: Person, db_session: Db, product: Product) -> None:
    inquiry = an_inquiry(product)
    old = link_token(inquiry)
    page = the_page(client, inquiry).form("/tautan").send()
    assert page.path != f"/permintaan/{old}"
    client.visit(f"/permintaan/{old}", 404)


def test_keeping_needs_somebody_signed_in(client: Person, db_session: Db, product: Product) -> None:
    inquiry = an_inquiry(product)
    page = the_page(client, inquiry)
    assert page.soup.select("form[action$=simpan]") == []
    token = page.form("/tautan").values["csrf_token"]
    answer = client.post(f"/permintaan/{link_token(inquiry)}/simpan", data={"csrf_token": token})
    assert answer.status_code == 404


def wa(client: Person, inquiry: Inquiry, to: str) -> tuple[int, str]:
    answer = client.get(f"/permintaan/{link_token(inquiry)}/wa/{to}")
    return answer.status_code, unquote(answer.headers.get("Location", ""))


def test_whatsapp_opens_on_the_maker_by_consent_only_and_never_carries_the_secret_link(
    client: Person, db_session: Db
) -> None:
    office = Office(slug="dinas", name="Dinas", level=OfficeLevel.REGENCY, phone="+622546666")
    db_session.add(office)
    db_session.flush()
    producer = a_producer(phone="+6281211112222", office_id=office.id)
    inquiry = an_inquiry(a_product(producer, name="Rompi"))
    part = inquiry.parts[0].public_id
    assert wa(client, inquiry, part)[1].startswith("https://wa.me/622546666?")
    name = producer.stall_name
    assert f"Hubungi dinas untuk {name} lewat WhatsApp" in the_page(client, inquiry).text
    helper(producer).phone = "+6281233334444"
    assert wa(client, inquiry, part)[1].startswith("https://wa.me/6281233334444?")
    assert f"Hubungi pendamping {name} lewat WhatsApp" in the_page(client, inquiry).text
    db_session.add(LiveConsent(subject=producer.public_id, purpose=Purpose.CONTACT))
    status, address = wa(client, inquiry, part)
    assert status == 303
    assert address.startswith("https://wa.me/6281211112222?text=Halo, saya Ratna Widuri dari Sanggar Renang.")
    assert inquiry.number in address
    assert link_token(inquiry) not in address
    page = the_page(client, inquiry)
    assert f"Hubungi {name} lewat WhatsApp" in page.text
    assert "81211112222" not in page.response.text


def test_without_any_number_the_buyer_is_led_to_write_in_the_inquiry(
    client: Person, db_session: Db, product: Product
) -> None:
    inquiry = an_inquiry(product)
    part = inquiry.parts[0].public_id
    page = client.visit(f"/permintaan/{link_token(inquiry)}/wa/{part}")
    assert "Belum ada nomor WhatsApp" in page.text
    assert page.soup.select(f"main a[href$='{link_token(inquiry)}#bagian-{part}']")
    inquiry.phone, inquiry.email = None, "ratna@contoh.example"
    assert [wa(client, inquiry, to)[0] for to in ("x", "saya")] == [404, 404]


def test_a_buyer_sends_the_link_to_their_own_whatsapp(client: Person, db_session: Db, product: Product) -> None:
    inquiry = an_inquiry(product)
    assert link_token(inquiry) in wa(client, inquiry, "saya")[1]


def test_the_example_shop_shows_the_text_instead(client: Person, db_session: Db, product: Product) -> None:
    inquiry = an_inquiry(product)
    set_mark("demo", "1")
    page = client.visit(f"/permintaan/{link_token(inquiry)}/wa/saya")
    assert inquiry.number in page.text


def test_only_files_of_this_inquiry_are_handed_out(client: Person, db_session: Db, product: Product) -> None:
    inquiry = an_inquiry(product)
    assert client.get(f"/permintaan/{link_token(inquiry)}/berkas/x").status_code == 404


def test_one_page_shows_many_makers_with_ids_of_their_own(app: Flask, client: Person, db_session: Db) -> None:
    inquiry = an_inquiry(*[a_product() for _ in range(6)])
    for part in inquiry.parts:
        write_message(part=part, word=Word(body="Siap."), actor=maker(part))
        a_quote(part)
    assert len(the_page(client, inquiry).soup.select("form[action$=balas]")) == 6
