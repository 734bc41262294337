"""A buyer asks without an account, follows by a secret link, compares, accepts, and gets what was agreed."""

import io
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import unquote

import pytest
import time_machine
from bs4 import BeautifulSoup
from flask import Flask
from PIL import Image
from sqlalchemy import func, select
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.models import Office
from shop.accounts.types import OfficeLevel
from shop.catalogue.models import Product, Variant
from shop.consent.models import LiveConsent
from shop.consent.types import Purpose
from shop.inquiries.commands import Word, ask_buyer, decline_part, make_quote, new_link, write_message
from shop.inquiries.links import link_token
from shop.inquiries.models import Inquiry, InquiryPart, Quote, ThreadMessage
from shop.inquiries.types import DeclineReason, LineAnswer, OfferedLine, PartState
from shop.lib.clock import end_of_day_wib, now, today_wib
from shop.orders.commands import Step, advance_order
from shop.orders.models import Order, Review
from shop.orders.types import OrderState
from shop.platform.marks import set_mark
from tests.inquiries.makers import (
    RATNA,
    a_producer,
    a_product,
    a_quote,
    an_inquiry,
    an_offer,
    buyer,
    maker,
)
from tests.person import Form, Page, Person

Db = scoped_session[Session]
FILLED = {"quantity": "200", "name": "Ratna Widuri", "phone": "0812-3456-7890", "message": "Untuk latihan."}


@pytest.fixture
def product(db_session: Db) -> Product:
    return a_product(a_producer("Konveksi Pelampung"), name="Rompi pelampung dewasa")


def the_form(client: Person, product: Product, **values: Any) -> Form:
    page = client.visit(f"/produk/{product.slug}/tanya")
    return page.form("/tanya").fill(**{**FILLED, **values})


def the_inquiry(db_session: Db) -> Inquiry:
    db_session.rollback()
    return db_session.scalars(select(Inquiry)).one()


def the_page(client: Person, inquiry: Inquiry) -> Page:
    return client.visit(f"/permintaan/{link_token(inquiry)}")


def a_picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "navy").save(out, "PNG")
    return out.getvalue()


def test_an_inquiry_is_recorded_and_acknowledged_with_number_and_link(
    client: Person, db_session: Db, product: Product
) -> None:
    page = the_form(client, product).send("Kirim permintaan")
    inquiry = the_inquiry(db_session)
    assert page.path == f"/permintaan/{link_token(inquiry)}"
    assert page.heading == "Permintaan Anda sudah terkirim"
    assert inquiry.number in page.text
    assert link_token(inquiry) in str(page.soup.find(id="secret-link"))
    assert page.response.headers["Cache-Control"] == "no-store"
    assert "noindex" in str(page.soup.find("meta", attrs={"name": "robots"}))


def test_the_form_speaks_english_under_en(client: Person, product: Product) -> None:
    page = client.visit(f"/en/produk/{product.slug}/tanya")
    assert page.soup.html is not None
    assert page.soup.html["lang"] == "en"
    assert page.form("/tanya").fill(**FILLED).send().path.startswith("/en/permintaan/")


def test_a_double_tap_makes_one_inquiry(client: Person, db_session: Db, product: Product) -> None:
    form = the_form(client, product)
    assert form.send().path == form.send().path
    assert db_session.scalar(select(func.count()).select_from(Inquiry)) == 1


def test_back_refresh_and_send_again_make_one_inquiry(client: Person, db_session: Db, product: Product) -> None:
    first = the_form(client, product).send()
    assert the_form(client, product).send().path == first.path
    the_inquiry(db_session)


def test_something_else_after_going_back_is_sent_with_one_more_press(
    client: Person, db_session: Db, product: Product
) -> None:
    first = the_form(client, product).send()
    refused = the_form(client, product, quantity="300").send(status=422)
    assert "sudah terkirim" in refused.text
    second = refused.form("/tanya").send()
    assert second.path != first.path
    assert db_session.scalar(select(func.count()).select_from(Inquiry)) == 2


def test_a_key_lives_half_an_hour(client: Person, product: Product) -> None:
    with time_machine.travel(now()) as time:
        first = the_form(client, product).values["key"]
        assert the_form(client, product).values["key"] == first
        time.shift(timedelta(minutes=31))
        assert the_form(client, product).values["key"] != first


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({"quantity": ""}, "quantity", "Tulis jumlahnya"),
        ({"quantity": "0"}, "quantity", "paling sedikit 1"),
        ({"quantity": "banyak"}, "quantity", "dengan angka"),
        ({"quantity": "9999999"}, "quantity", "terlalu besar"),
        ({"quantity": "30"}, "quantity", "Tulis 50 atau lebih"),
        ({"needed_by": "20/11/2020"}, "needed_by", "sudah lewat"),
        ({"needed_by": "31 Februari 2027"}, "needed_by", "belum terbaca"),
        ({"needed_by": "besok"}, "needed_by", "belum terbaca"),
        ({"needed_by": "2030-01-01"}, "needed_by", "terlalu jauh"),
        ({"name": " "}, "name", "Tulis nama Anda"),
        ({"name": "x" * 121}, "name", "Terlalu panjang"),
        ({"phone": "", "email": ""}, "phone", "nomor WhatsApp atau e-mail"),
        ({"phone": "0812 345"}, "phone", "0812 3456 7890"),
        ({"phone": "021-5551234"}, "phone", "mulai dengan 08"),
        ({"phone": "abc"}, "phone", "0812-3456-7890"),
        ({"email": "ratna@"}, "email", "nama@contoh.id"),
        ({"message": "x" * 2001}, "message", "Terlalu panjang"),
    ],
)
def test_what_cannot_be_sent_is_said_beside_its_field_and_on_top_with_all_typed_kept(
    client: Person, product: Product, values: dict[str, str], field: str, words: str
) -> None:
    page = the_form(client, product, place="Pandeglang", **values).send(status=422)
    summary = page.soup.select_one("[data-error-summary]")
    assert summary is not None
    link = summary.find("a", href=f"#{field}")
    assert link is not None
    assert words in link.get_text()
    assert words in page.soup.find(id=f"{field}-error").get_text()  # type: ignore[union-attr]
    kept = page.form("/tanya").values
    typed = {**FILLED, "place": "Pandeglang", **{name: text.strip() for name, text in values.items()}}
    assert {name: kept[name] for name in typed} == typed


def test_every_mistake_is_named_at_once(client: Person, product: Product) -> None:
    page = the_form(client, product, quantity="3", name="", phone="12", needed_by="kapan-kapan").send(status=422)
    assert len(page.texts("[data-error-summary] li")) == 4
    assert "Ada 4 isian" in page.text


@pytest.mark.parametrize(
    "phone", ["0812-3456-7890", "+62 812 3456 7890", "6281234567890", "(0812) 34567890", "81234567890"]
)
def test_a_phone_is_understood_in_every_usual_spelling(
    client: Person, db_session: Db, product: Product, phone: str
) -> None:
    the_form(client, product, phone=phone).send()
    assert the_inquiry(db_session).phone == "+6281234567890"


@pytest.mark.parametrize("needed_by", ["2027-01-15", "15/1/2027", "15 Januari 2027", "15 jan 2027"])
def test_a_day_is_understood_in_every_usual_spelling(
    client: Person, db_session: Db, product: Product, needed_by: str
) -> None:
    with time_machine.travel("2026-11-21T03:00:00Z"):
        the_form(client, product, needed_by=needed_by).send()
    assert str(the_inquiry(db_session).needed_by) == "2027-01-15"


def test_an_e_mail_alone_is_enough(client: Person, db_session: Db, product: Product) -> None:
    the_form(client, product, phone="", email="Ratna@Contoh.example").send()
    assert the_inquiry(db_session).email == "ratna@contoh.example"


def test_an_expired_form_keeps_what_was_typed_and_says_so(client: Person, db_session: Db, product: Product) -> None:
    form = the_form(client, product)
    form.values["csrf_token"] = "lama"
    page = form.send(status=422)
    assert "terbuka terlalu lama" in page.text
    assert page.form("/tanya").values["message"] == FILLED["message"]
    page.form("/tanya").send()
    the_inquiry(db_session)


def test_a_form_without_its_key_is_given_a_new_one(client: Person, db_session: Db, product: Product) -> None:
    form = the_form(client, product)
    form.values["key"] = ""
    page = form.send(status=422)
    page.form("/tanya").send()
    the_inquiry(db_session)


def test_a_nul_byte_or_a_doubled_field_is_refused(client: Person, product: Product) -> None:
    form = the_form(client, product, name="Ratna\0")
    form.send(status=400)
    form = the_form(client, product)
    form.values.add("quantity", "300")
    form.send(status=400)


def test_a_product_that_vanished_while_the_form_was_open_keeps_what_was_typed(
    client: Person, db_session: Db, product: Product
) -> None:
    form = the_form(client, product)
    product.producer.hidden_at = now()
    page = form.send(status=422)
    assert "sudah ditutup" in page.text
    assert "Rompi pelampung" not in page.text
    assert "Konveksi" not in page.text
    assert page.form("/tanya").values["message"] == FILLED["message"]
    assert page.soup.find("a", href="/produk") is not None
    assert db_session.scalar(select(func.count()).select_from(Inquiry)) == 0


def test_a_product_that_never_was_is_not_found(client: Person, db_session: Db, product: Product) -> None:
    draft = a_product(status="draft", published_at=None)
    client.visit("/produk/tidak-ada/tanya", 404)
    client.visit(f"/produk/{draft.slug}/tanya", 404)
    form = the_form(client, product)
    for slug in ("tidak-ada", draft.slug):
        assert client.post(f"/produk/{slug}/tanya", data=form.values).status_code == 404


def test_a_limit_is_ticked_before_sending(client: Person, db_session: Db) -> None:
    vest = a_product(kind="life_vest")
    page = the_form(client, vest).send(status=422)
    assert "Centang dulu" in page.text
    page.form("/tanya").fill(limits="y").send()
    assert the_inquiry(db_session).lines[0].limits_understood


def test_sizes_and_customisation_travel_along(client: Person, db_session: Db) -> None:
    uniform = a_product(kind="school_uniform", customisation=["nama_dada", "badge_sekolah"])
    db_session.add_all([Variant(product_id=uniform.id, name=name, position=place) for place, name in enumerate("SML")])
    wishes = {"size_0": "100", "size_1": "100", "customisation": ["nama_dada"]}
    page = the_form(client, uniform, **wishes, size_2="5").send(status=422)
    assert "Samakan keduanya" in page.text
    page.form("/tanya").fill(size_2="0", sample="y", papers=["receipt"]).send()
    line = the_inquiry(db_session).lines[0]
    assert line.sizes == [{"name": "S", "quantity": 100}, {"name": "M", "quantity": 100}]
    assert line.customisation == ["nama_dada"]
    assert (line.inquiry.sample_wanted, line.inquiry.papers_wanted) == (True, ["receipt"])


def test_the_quantity_of_the_product_page_comes_along(client: Person, product: Product) -> None:
    for wished, shown in (("215", "215"), ("", ""), ("x", ""), ("99999999", "")):
        page = client.visit(f"/produk/{product.slug}/tanya?jumlah={wished}")
        assert page.form("/tanya").values["quantity"] == shown


def test_a_file_is_made_anew_kept_while_the_form_is_corrected_and_handed_out(
    client: Person, db_session: Db, product: Product
) -> None:
    page = the_form(client, product, name="").attach("files", a_picture(), "logo.png").send(status=422)
    assert "logo.png" in page.text
    page = page.form("/tanya").fill(name="Ratna").send()
    answer = client.get(str(page.soup.select(".message__file")[0]["href"]))
    assert (answer.mimetype, answer.headers["Content-Disposition"]) == ("image/jpeg", "attachment; filename=logo.png")
    assert answer.data[:2] == b"\xff\xd8"


def test_a_file_that_is_none_of_ours_is_refused(client: Person, product: Product) -> None:
    page = the_form(client, product).attach("files", b"MZ", "virus.exe").send(status=422)
    assert "Kirim foto atau PDF" in page.text
    form = the_form(client, product)
    for _ in range(6):
        form.attach("files", a_picture(), "a.png")
    assert "paling banyak 5 berkas" in form.send(status=422).text


def test_forged_kept_files_are_ignored(client: Person, db_session: Db, product: Product) -> None:
    form = the_form(client, product)
    form.values["kept_files"] = 'x.[["../secret","a.pdf","application/pdf",1]]'
    assert "a.pdf" not in form.send().text


def test_an_ended_or_forged_link_leads_on(client: Person, db_session: Db, product: Product) -> None:
    inquiry = an_inquiry(product)
    old = link_token(inquiry)
    new_link(inquiry=inquiry, actor=buyer(inquiry))
    for token in (old, old[:-2], "x"):
        page = client.visit(f"/permintaan/{token}", 404)
        assert page.soup.select("main a[href]")
        assert inquiry.number not in page.text


def test_a_buyer_answers_a_question_and_the_thread_shows_both(client: Person, db_session: Db, product: Product) -> None:
    inquiry = an_inquiry(product)
    part = inquiry.parts[0]
    ask_buyer(part=part, word=Word(body="Logonya berapa warna?"), actor=maker(part, on_behalf=True))
    page = the_page(client, inquiry)
    assert page.heading == "Produsen bertanya kepada Anda"
    assert "Ditulis pendamping" in page.text
    form = page.form("/balas").fill(body="Satu warna.")
    form.send("Kirim balasan")
    page = form.send("Kirim balasan")
    assert "Satu warna." in page.texts(".message--own")[0]
    db_session.rollback()
    assert db_session.get_one(InquiryPart, part.id).state is PartState.INFO_GIVEN
    assert db_session.scalar(select(func.count()).select_from(ThreadMessage)) == 2


def test_an_empty_reply_is_refused_beside_its_own_box(client: Person, db_session: Db) -> None:
    inquiry = an_inquiry(a_product(), a_product())
    second = inquiry.parts[1]
    form = the_page(client, inquiry).form(f"{second.public_id}/balas").fill(body="x" * 2001)
    page = form.send(status=422)
    assert page.soup.find(id=f"body-{second.public_id}-error") is not None
    assert page.form(f"{second.public_id}/balas").values["body"] == "x" * 2001
    page = page.form(f"{second.public_id}/balas").fill(body="").send(status=422)
    assert "Tulis pesannya dulu" in page.text
    assert page.soup.find("a", href="#" + f"body-{second.public_id}") is not None
    english = page.soup.find("a", attrs={"hreflang": "en"}) or page.soup.select_one(".language-switch a")
    assert english is not None
    assert str(english["href"]).endswith(link_token(inquiry))


def two_quotes(db_session: Db) -> tuple[Inquiry, Quote, Quote]:
    one = a_product(a_producer("Konveksi Cisadane"), name="Rompi A")
    other = a_product(a_producer("KUBE Kronjo"), name="Rompi B")
    inquiry = an_inquiry(one, other, contact=replace(RATNA, place="Pandeglang"))
    first, second = inquiry.parts
    dear = an_offer(second, 41_500, lead_days=18, delivery_cost=150_000, deposit_percent=30)
    return inquiry, a_quote(first), make_quote(part=second, offer=dear, key=None, actor=maker(second))


def test_quotes_stand_side_by_side_and_the_lighter_term_is_marked(client: Person, db_session: Db) -> None:
    inquiry, _first, _second = two_quotes(db_session)
    page = the_page(client, inquiry)
    assert page.heading == "2 penawaran sudah masuk"
    rows = {
        row.find("th").get_text(" ", strip=True): [" ".join(cell.get_text(" ").split()) for cell in row.find_all("td")]  # type: ignore[union-attr]
        for row in page.soup.select(".compare tbody tr")
    }
    assert rows["Harga"] == ["Rp37.000/pcs , lebih ringan bagi Anda", "Rp41.500/pcs"]
    assert rows["Ongkir ke Pandeglang"] == ["Rp180.000", "Rp150.000 , lebih ringan bagi Anda"]
    assert rows["Jumlah semua"] == ["Rp7.580.000", "Rp8.450.000"]
    assert rows["Selesai"] == ["28 hari", "18 hari , lebih ringan bagi Anda"]
    assert rows["Uang muka"] == ["40 %", "30 % , lebih ringan bagi Anda"]


def test_accepting_twice_agrees_once_and_leaves_the_other_open(client: Person, db_session: Db) -> None:
    inquiry, first, _second = two_quotes(db_session)
    form = the_page(client, inquiry).form(f"{first.public_id}/terima")
    page = form.send()
    assert form.send().heading == "Sudah sepakat"
    assert page.heading == "Sudah sepakat"
    assert "Pesanan Rp7.580.000" in page.text
    assert page.form("/terima").tag["action"]
    assert db_session.scalar(select(func.count()).select_from(Order)) == 1


def test_a_quote_that_was_replaced_meanwhile_is_not_accepted(client: Person, db_session: Db, product: Product) -> None:
    inquiry = an_inquiry(product)
    a_quote(inquiry.parts[0])
    form = the_page(client, inquiry).form("/terima")
    a_quote(inquiry.parts[0], 39_500)
    page = form.send(status=422)
    assert "penawaran yang lebih baru" in page.text
    assert "Rp8.080.000" in page.text
    assert db_session.scalar(select(func.count()).select_from(Order)) == 0


def test_a_late_quote_cannot_be_accepted_and_another_can_be_asked_for(
    client: Person, db_session: Db, product: Product
) -> None:
    with time_machine.travel(end_of_day_wib(today_wib()) - timedelta(minutes=5)) as time:
        inquiry = an_inquiry(product)
        a_quote(inquiry.parts[0], until=today_wib())
        form = the_page(client, inquiry).form("/terima")
        time.shift(timedelta(minutes=10))
        page = form.send(status=422)
        assert "Masa berlaku" in page.text
        assert "sudah lewat" in page.text
        page.form("/balas").fill(body="Masih bisa?", again="y").send()
    db_session.rollback()
    assert db_session.scalars(select(InquiryPart.state)).all() == [PartState.INFO_GIVEN]


def test_a_quote_is_declined(client: Person, db_session: Db, product: Product) -> None:
    inquiry = an_inquiry(product)
    a_quote(inquiry.parts[0])
    page = the_page(client, inquiry).form("/tolak").send()
    assert "Anda tolak" in page.text
    assert page.soup.select(".compare") == []
    assert page.heading == "Belum ada yang sanggup"


def test_what_a_maker_changed_is_said(client: Person, db_session: Db) -> None:
    producer = a_producer()
    inquiry = an_inquiry(*[a_product(producer, name=f"Barang {one}") for one in "ABCD"])
    part = inquiry.parts[0]
    answers = [
        {"answer": LineAnswer.AS_ASKED, "unit_price": 1_000},
        {"answer": LineAnswer.LESS, "unit_price": 1_000, "quantity": 150},
        {"answer": LineAnswer.ALTERNATIVE, "unit_price": 1_000, "description": "Bahan drill"},
        {"answer": LineAnswer.CANNOT},
    ]
    ids = [share.line.public_id for share in part.shares]
    lines = tuple(OfferedLine(line=one, **answer) for one, answer in zip(ids, answers, strict=True))  # type: ignore[arg-type]
    offer = an_offer(part, lines=lines, delivery_cost=0, note="Mulai Senin.")
    make_quote(part=part, offer=offer, key=None, actor=maker(part, on_behalf=True))
    text = the_page(client, inquiry).text
    for words in (
        "hanya 150 pcs, Bahan drill, tanpa Barang D",
        "Gratis",
        "Mulai Senin.",
        "Ditulis pendamping atas nama",
    ):
        assert words in text


def test_a_maker_that_cannot_says_why(client: Person, db_session: Db, product: Product) -> None:
    inquiry = an_inquiry(product)
    part = inquiry.parts[0]
    decline_part(part=part, reason=DeclineReason.FULL, actor=maker(part), note="Penuh sampai Januari")
    page = the_page(client, inquiry)
    assert "Jadwal sedang penuh" in page.text
    assert "Penuh sampai Januari" in page.text
    assert page.soup.select("form[action$=balas]") == []


def test_an_inquiry_is_withdrawn(client: Person, db_session: Db, product: Product) -> None:
    inquiry = an_inquiry(product)
    page = the_page(client, inquiry).form("/batal").send()
    assert page.heading == "Permintaan ini dibatalkan"


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
    page = page.form("/langkah", "Barang sudah saya terima").send()
    assert page.heading == "Pesanan selesai"
    assert "Pilih satu sampai lima bintang" in page.form("/ulasan").send(status=422).text
    page = page.form("/ulasan").fill(stars="5", body="Rapi.").send()
    assert page.soup.select("form[action$=ulasan]") == []
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
    db_session.add(LiveConsent(subject=producer.public_id, purpose=Purpose.CONTACT))
    status, address = wa(client, inquiry, part)
    assert status == 303
    assert address.startswith("https://wa.me/6281211112222?text=Halo, saya Ratna Widuri dari Sanggar Renang.")
    assert inquiry.number in address
    assert link_token(inquiry) not in address
    assert "81211112222" not in the_page(client, inquiry).response.text


def test_without_any_number_there_is_no_whatsapp(client: Person, db_session: Db, product: Product) -> None:
    inquiry = an_inquiry(product)
    assert wa(client, inquiry, inquiry.parts[0].public_id)[0] == 404
    assert wa(client, inquiry, "x")[0] == 404


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
