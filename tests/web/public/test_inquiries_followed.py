"""A buyer follows by a secret link, talks with makers and compares their quotes."""

from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import func, select

from shop.catalogue.models import Product
from shop.inquiries.commands import Word, ask_buyer, decline_part, make_quote, new_link
from shop.inquiries.links import link_token
from shop.inquiries.models import Inquiry, InquiryPart, Quote, ThreadMessage
from shop.inquiries.types import DeclineReason, LineAnswer, OfferedLine, PartState
from shop.lib.clock import end_of_day_wib, today_wib
from shop.orders.models import Order
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
from tests.person import Page, Person
from tests.web.public.buying import Db, the_page, vest


@pytest.fixture
def product(db_session: Db) -> Product:
    return vest()


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
        row.find("th").get_text(" ", strip=True): [" ".join(cell.get_text().split()) for cell in row.find_all("td")]
        for row in page.soup.select(".compare tbody tr")
    }
    assert rows["Harga"] == ["Rp37.000/pcs, lebih ringan bagi Anda", "Rp41.500/pcs"]
    assert rows["Ongkir ke Pandeglang"] == ["Rp180.000", "Rp150.000, lebih ringan bagi Anda"]
    assert rows["Jumlah semua"] == ["Rp7.580.000", "Rp8.450.000"]
    assert rows["Selesai"] == ["28 hari", "18 hari, lebih ringan bagi Anda"]
    assert rows["Uang muka"] == ["40 %", "30 %, lebih ringan bagi Anda"]


def test_accepting_twice_agrees_once_and_leaves_the_other_open(client: Person, db_session: Db) -> None:
    inquiry, first, _second = two_quotes(db_session)
    form = the_page(client, inquiry).form(f"{first.public_id}/terima")
    page = form.send()
    assert form.send().heading == page.heading == "Sepakat dengan Konveksi Cisadane · 1 penawaran menunggu"
    assert page.texts("[aria-current=step] strong") == ["Disepakati"]
    assert "uang muka 40% dari Rp7.580.000, yaitu Rp3.032.000" in page.text
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
    page = the_page(client, inquiry).form("/tolak").send("Ya, tolak")
    assert "Anda tolak" in page.text
    assert page.soup.select(".compare") == []
    assert page.heading == "Belum ada yang cocok"
    assert page.soup.select("form[action$=batal]") == []


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
    lines = tuple(OfferedLine(line=one, **answer) for one, answer in zip(ids, answers, strict=True))
    offer = an_offer(part, lines=lines, delivery_cost=0, note="Mulai Senin.")
    make_quote(part=part, offer=offer, key=None, actor=maker(part, on_behalf=True))
    text = the_page(client, inquiry).text
    for words in (
        "Barang B: hanya 150 pcs, Barang C: Bahan drill, tanpa Barang D",
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


def test_a_refused_quote_stays_refused_when_the_rest_is_called_off(client: Person, db_session: Db) -> None:
    inquiry, first, _second = two_quotes(db_session)
    page = the_page(client, inquiry).form(f"{first.public_id}/tolak").send()
    page = page.form("/batal").send()
    assert "Penawaran Anda tolak" in page.texts(f"#bagian-{first.part.public_id}")[0]


def test_parts_with_an_order_come_first_and_those_that_are_over_last(client: Person, db_session: Db) -> None:
    inquiry = an_inquiry(*[a_product(a_producer(name)) for name in ("Lelah", "Menunggu", "Sepakat")])
    tired, waiting, agreed = inquiry.parts
    decline_part(part=tired, reason=DeclineReason.FULL, actor=maker(tired))
    page = the_page_after_accepting(client, inquiry, a_quote(agreed))
    assert page.texts("section[id^=bagian-] h2") == ["Sepakat", "Menunggu", "Lelah"]
    assert page.heading == "Sepakat dengan Sepakat · 1 produsen belum menjawab"
    assert page.soup.find("a", href=f"#bagian-{agreed.public_id}") is not None
    assert waiting.agreed_at is None


def the_page_after_accepting(client: Person, inquiry: Inquiry, quote: Quote) -> Page:
    return the_page(client, inquiry).form(f"{quote.public_id}/terima").send()
