"""The maker's desk."""

from datetime import timedelta

import pytest

from shop.catalogue.types import ProductStatus
from shop.consent.models import LiveConsent
from shop.inquiries.commands import Word, buyer_reply, decline_quote
from shop.lib.clock import now, today_wib
from shop.lib.pages import encode_cursor
from shop.orders.commands import accept_quote
from shop.orders.stall import PAGE
from shop.platform.db import db
from shop.producers.types import ProducerStatus, Right
from tests.accounts.making import make_user
from tests.factories import make_producer, make_product
from tests.inquiries.makers import a_quote, an_inquiry, buyer
from tests.person import Person
from tests.web.selling.keeper import asked, keep_stall, make_member
from tests.web.signing_in import sign_in, stay_signed_in
from tests.worker.test_routing import helper

pytestmark = pytest.mark.usefixtures("db_session")


def test_a_stranger_signs_in_first_and_comes_back_to_the_stall(client: Person) -> None:
    maker = make_producer()
    make_member(maker, make_user())
    page = client.visit("/lapak")
    assert page.path == "/masuk"
    page = page.form("/masuk").fill(login="0812 3456 7890", secret="739162").send("Masuk")
    assert page.path == "/lapak"


def test_somebody_without_a_stall_finds_nothing(client: Person) -> None:
    make_user()
    sign_in(client)
    client.visit("/lapak", 404)


def test_the_desk_says_who_waits_and_until_when(client: Person) -> None:
    maker = keep_stall(client)
    asked(make_product(producer=maker, name="Rompi pelampung dewasa"))
    page = client.visit("/lapak")
    assert page.heading == "1 pembeli menunggu"
    assert "200 buah Rompi pelampung dewasa" in page.text or "200 pcs Rompi pelampung dewasa" in page.text
    assert "Jawab sebelum" in page.text
    assert "Sanggar Renang" in page.text


def test_an_empty_desk_leads_on(client: Person) -> None:
    keep_stall(client)
    page = client.visit("/lapak")
    assert page.heading == "Tidak ada yang menunggu"
    assert page.follow("Lihat produk").heading == "Produk saya"


def test_what_waits_too_long_is_said(client: Person) -> None:
    maker = keep_stall(client)
    part = asked(make_product(producer=maker))
    part.waiting_since = now() - timedelta(days=2)
    assert "Ada yang sudah lewat waktunya" in client.visit("/lapak").text


def test_piles_are_counted_and_hold_what_they_say(client: Person) -> None:
    maker = keep_stall(client)
    product = make_product(producer=maker, name="Rompi kuning")
    a_quote(asked(product))
    inquiry = an_inquiry(product)
    accept_quote(quote=a_quote(inquiry.parts[0]), actor=buyer(inquiry))
    page = client.visit("/lapak")
    assert {"Baru · 0", "Menunggu pembeli · 1", "Dikerjakan · 1", "Selesai · 0"} <= set(page.texts(".tabs a"))
    assert "Disepakati" in page.follow("Dikerjakan · 1").text
    assert "menunggu pembeli" in page.follow("Menunggu pembeli · 1").text


def test_a_declined_quote_is_over_and_asks_nobody_to_be_told(client: Person) -> None:
    part = asked(make_product(producer=keep_stall(client)))
    decline_quote(quote=a_quote(part), actor=buyer(part.inquiry))
    page = client.visit("/lapak").follow("Selesai · 1")
    assert "Tidak diambil pembeli · masuk baru saja" in page.text
    page = client.visit(f"/lapak/permintaan/{part.public_id}")
    assert page.texts(".lead") == ["Tidak diambil pembeli"]
    assert "Kabari lewat WhatsApp" not in page.text


def test_a_question_after_a_quote_waits_for_the_maker_until_she_answers(client: Person) -> None:
    part = asked(make_product(producer=keep_stall(client)))
    a_quote(part)
    for body in ("Apakah bisa tanpa logo?", "Dan warna lain?"):
        buyer_reply(part=part, word=Word(body=body), actor=buyer(part.inquiry))
    page = client.visit("/lapak")
    assert (page.heading, page.texts(".summary-line .honesty-label")) == ("1 pembeli menunggu", ["Pembeli bertanya"])
    assert {"Baru · 1", "Menunggu pembeli · 0"} <= set(page.texts(".tabs a"))
    thread = client.visit(f"/lapak/permintaan/{part.public_id}")
    assert thread.texts(".lead") == ["Pembeli bertanya"]
    thread.form("/pesan").fill(body="Bisa.").send()
    assert {"Baru · 0", "Menunggu pembeli · 1"} <= set(client.visit("/lapak").texts(".tabs a"))


def test_the_desk_of_another_maker_is_not_mine(client: Person) -> None:
    keep_stall(client)
    asked(make_product(name="Punya orang lain"))
    assert "Punya orang lain" not in client.visit("/lapak").text


def test_hints_say_what_the_stall_lacks(client: Person) -> None:
    maker = keep_stall(client)
    make_product(producer=maker, last_confirmed_at=now() - timedelta(days=100))
    make_product(producer=maker, public=False)
    make_product(producer=maker, public=False, status=ProductStatus.RETURNED)
    text = client.visit("/lapak").text
    assert "3 produk belum berfoto" in text
    assert "1 harga lama" in text
    assert "1 produk perlu diperbaiki" in text
    assert "1 draf belum dikirim" in text


def test_a_closed_stall_is_said(client: Person) -> None:
    maker = keep_stall(client)
    maker.closed_until = today_wib()
    assert "Lapak tutup sampai" in client.visit("/lapak").text
    maker.closed_until = today_wib() - timedelta(days=1)
    assert "Lapak tutup sampai" not in client.visit("/lapak").text


def test_a_member_without_the_right_sees_no_inquiries_and_fewer_ways(client: Person) -> None:
    maker = keep_stall(client, Right.LIST)
    part = asked(make_product(producer=maker))
    page = client.visit("/lapak")
    assert page.heading == "Lapak saya"
    assert page.texts(".stall__ways a") == ["Pesan", "Produk"]
    client.visit(f"/lapak/permintaan/{part.public_id}", 404)
    client.visit("/lapak/kapasitas", 404)
    client.visit("/lapak/izin", 404)


def test_the_desk_speaks_english(client: Person) -> None:
    maker = keep_stall(client)
    asked(make_product(producer=maker))
    db.session.commit()
    assert client.visit("/en/lapak").soup.html["lang"] == "en"


def test_a_hidden_stall_is_told_so_with_the_way_to_show_it(client: Person) -> None:
    maker = keep_stall(client)
    assert "tersembunyi" not in client.visit("/lapak").text
    db.session.query(LiveConsent).filter(LiveConsent.subject == maker.public_id).delete()
    page = client.visit("/lapak")
    assert "Lapak Anda tersembunyi" in page.text
    assert page.follow("Tampilkan lagi").path == "/lapak/izin"


def test_a_stall_that_the_office_has_not_opened_is_told_whom_to_ask(client: Person) -> None:
    keep_stall(client, status=ProducerStatus.APPLIED)
    page = client.visit("/lapak")
    assert "Tanyakan kepada petugas" in page.text
    assert "Tampilkan lagi" not in page.text


def test_a_closed_stall_is_opened_again_from_its_desk(client: Person) -> None:
    keep_stall(client, closed_until=today_wib() + timedelta(days=9))
    page = client.visit("/lapak")
    assert "Lapak tutup sampai" in page.text
    page.form("/buka", "Buka lagi sekarang").send("Buka lagi sekarang")
    assert "Lapak tutup sampai" not in client.visit("/lapak").text


def test_who_waits_longest_stands_first_and_is_marked_late(client: Person) -> None:
    maker = keep_stall(client)
    old, new = (asked(make_product(producer=maker, name=name)) for name in ("Lama", "Baru sekali"))
    old.waiting_since, new.waiting_since = now() - timedelta(hours=25), now() - timedelta(hours=23)
    page = client.visit("/lapak")
    rows = page.texts(".summary-line")
    assert ["Terlambat" in row for row in rows] == [True, False]
    assert "Lama" in rows[0]


def test_the_waiting_pile_goes_on_where_its_page_ended(client: Person) -> None:
    maker = keep_stall(client)
    product = make_product(producer=maker)
    parts = [asked(product) for _ in range(PAGE + 2)]
    for hours, part in enumerate(parts):
        part.waiting_since = now() - timedelta(hours=hours)
    page = client.visit("/lapak")
    first = [str(link["href"]) for link in page.soup.select(".summary-line__title a")]
    page = page.follow("Berikutnya")
    rest = [str(link["href"]) for link in page.soup.select(".summary-line__title a")]
    assert [one.rpartition("/")[2] for one in [*first, *rest]] == [one.public_id for one in reversed(parts)]
    assert client.visit(f"/lapak?lihat=waiting&lanjut={encode_cursor(['gestern', 1])}").status == 200


def test_words_name_the_stall_to_whoever_acts_for_it(client: Person) -> None:
    maker = make_producer(stall_name="Batik Melati")
    stay_signed_in(client, helper(maker, [Right.LIST, Right.PROFILE, Right.CONSENT]))
    for path in ("/lapak", "/lapak/produk", "/lapak/produk/baru", "/lapak/profil", "/lapak/cerita", "/lapak/izin"):
        page = client.visit(path)
        said = " ".join(page.texts("main h1, main h2"))
        assert not {"saya", "Anda"} & set(said.split()), said
        assert "Batik Melati" in page.text
