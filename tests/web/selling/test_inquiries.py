"""Answering one inquiry."""

from io import BytesIO

import pytest

from shop.inquiries.models import InquiryPart, Quote
from shop.inquiries.types import LineAnswer, PartState
from shop.lib.clock import today_wib
from shop.platform.db import db
from shop.platform.marks import set_mark
from shop.producers.types import Right
from tests.factories import make_product
from tests.inquiries.makers import a_quote
from tests.person import Page, Person
from tests.web.selling.keeper import a_picture, asked, errors_of, keep_stall

pytestmark = pytest.mark.usefixtures("db_session")


def opened(client: Person, *rights: Right) -> tuple[InquiryPart, Page]:
    """A maker who looks at an inquiry for 200 life vests."""
    maker = keep_stall(client, *rights)
    part = asked(make_product(producer=maker, name="Rompi pelampung", lead_days=21, price=37_000))
    return part, client.visit(f"/lapak/permintaan/{part.public_id}")


def fresh(part: InquiryPart) -> InquiryPart:
    db.session.rollback()
    db.session.refresh(part)
    return part


def test_the_page_says_what_is_asked_and_by_whom_without_number_or_address(client: Person) -> None:
    part, page = opened(client)
    assert page.heading == "Sanggup 200 pcs?"
    assert "Rompi pelampung" in page.text
    assert "Ratna Widuri" in page.text
    assert "Untuk latihan." in page.text
    assert "3456" not in page.response.get_data(as_text=True)
    assert fresh(part).state is PartState.SEEN
    assert part.seen_at is not None


def test_whatsapp_opens_with_a_ready_text(client: Person) -> None:
    part, page = opened(client)
    link = next(one for one in page.soup.find_all("a") if "Chat WhatsApp" in one.get_text())
    answer = client.get(str(link["href"]))
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("https://wa.me/6281234567890?text=Halo%20Ratna")
    assert part.inquiry.number in answer.headers["Location"]
    assert answer.headers["Cache-Control"] == "no-store"


def test_in_the_example_shop_whatsapp_is_not_opened(client: Person) -> None:
    part, _page = opened(client)
    set_mark("demo", "1")
    page = client.visit(f"/lapak/permintaan/{part.public_id}/wa")
    assert page.path.endswith("/wa")
    assert f"Ini tentang permintaan {part.inquiry.number}." in page.text
    assert "3456" not in page.response.get_data(as_text=True)


def test_without_a_phone_there_is_no_way_to_whatsapp(client: Person) -> None:
    part, _page = opened(client)
    part.inquiry.email, part.inquiry.phone = "ratna@contoh.example", None
    assert "Chat WhatsApp" not in client.visit(f"/lapak/permintaan/{part.public_id}").text
    client.visit(f"/lapak/permintaan/{part.public_id}/wa", 404)


def test_a_quote_starts_with_the_listing_and_is_sent(client: Person) -> None:
    part, page = opened(client)
    form = page.form("/penawaran")
    assert form.values["lines_0_unit_price"] == "37.000"
    assert form.values["lead_days"] == "21"
    page = form.fill(lines_0_unit_price="36.500", delivery_cost="180rb", deposit_percent=40).send("Kirim penawaran")
    assert "Penawaran ke-1: Rp7.480.000" in page.text
    quote = db.session.query(Quote).one()
    assert (quote.total, quote.deposit_percent, quote.lead_days) == (7_480_000, 40, 21)
    assert fresh(part).state is PartState.QUOTED


def test_the_sum_is_worked_out_without_script(client: Person) -> None:
    _part, page = opened(client)
    page = page.form("/penawaran").fill(lines_0_unit_price="10.000", delivery_cost="5.000").send("Hitung lagi")
    assert page.texts("[data-total]") == ["Rp2.005.000"]
    assert db.session.query(Quote).count() == 0


def test_a_second_quote_supersedes_the_first_and_both_are_shown(client: Person) -> None:
    part, _page = opened(client)
    a_quote(part)
    page = client.visit(f"/lapak/permintaan/{part.public_id}")
    page = page.form("/penawaran").fill(lines_0_unit_price="35.000").send("Kirim penawaran")
    assert "Penawaran ke-2" in page.text
    assert "Sudah diganti" in page.text


def test_the_same_form_sent_twice_makes_one_quote(client: Person) -> None:
    _part, page = opened(client)
    form = page.form("/penawaran")
    form.send("Kirim penawaran")
    form.send("Kirim penawaran")
    assert db.session.query(Quote).count() == 1


def test_less_and_an_alternative_are_offered(client: Person) -> None:
    _part, page = opened(client)
    form = page.form("/penawaran").fill(lines_0_answer="less", lines_0_quantity="120")
    form.send("Kirim penawaran")
    quote = db.session.query(Quote).one()
    assert (quote.lines[0].answer, quote.lines[0].quantity) == (LineAnswer.LESS, 120)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"lines_0_unit_price": ""}, "Tulis harganya"),
        ({"lines_0_unit_price": "murah"}, "Tulis harga dengan angka"),
        ({"lines_0_unit_price": "0"}, "Tulis harganya"),
        ({"lines_0_unit_price": "9" * 15}, "Harga terlalu besar"),
        ({"lines_0_answer": "less", "lines_0_quantity": ""}, "Tulis jumlahnya"),
        ({"lines_0_answer": "less", "lines_0_quantity": "200"}, "Tulis kurang dari 200"),
        ({"lines_0_answer": "alternative"}, "Jelaskan gantinya"),
        ({"lead_days": "900"}, "Tulis angka dari 0 sampai 365"),
        ({"lead_days": ""}, "Isi bagian ini"),
        ({"valid_until": "2020-01-01"}, "Tanggal itu sudah lewat"),
        ({"valid_until": "besok"}, "Tanggal belum terbaca"),
        ({"delivery_cost": "gratis"}, "Tulis harga dengan angka"),
        ({"quote_note": "a" * 2001}, "Terlalu panjang"),
    ],
)
def test_a_quote_that_cannot_be_is_said_beside_its_box(client: Person, typed: dict[str, str], said: str) -> None:
    _part, page = opened(client)
    page = page.form("/penawaran").fill(**{"quote_note": "Bahan oxford.", **typed}).send("Kirim penawaran", 422)
    assert any(said in text for text in errors_of(page))
    kept = page.form("/penawaran").values
    assert {name: kept[name] for name in typed} == typed
    assert kept["quote_note"] == typed.get("quote_note", "Bahan oxford.")
    assert db.session.query(Quote).count() == 0


def test_all_faults_of_one_sending_are_told_at_once_in_the_order_of_the_boxes(client: Person) -> None:
    maker = keep_stall(client)
    part = asked(*(make_product(producer=maker, name=name, price=37_000) for name in ("Rompi", "Tas")))
    form = client.visit(f"/lapak/permintaan/{part.public_id}").form("/penawaran")
    form.fill(lines_0_answer="less", lines_0_quantity="900", lines_0_unit_price="murah", lines_1_answer="alternative")
    page = form.fill(lines_1_unit_price="", lead_days="900", valid_until="2020-01-01").send("Kirim penawaran", 422)
    told = ["Tulis harga dengan angka", "Tulis kurang dari 200", "Tulis harganya", "Jelaskan gantinya"]
    told += ["Tulis angka dari 0 sampai 365", "Tanggal itu sudah lewat"]
    found = errors_of(page)
    assert len(found) == len(told)
    assert all(any(one in text for text in found) for one in told)
    listed = page.texts(".error-summary a")
    assert [one.partition(":")[0] for one in listed[:4]] == ["Rompi", "Rompi", "Tas", "Tas"]
    assert "365" in listed[4]
    assert len(listed) == len(told)


def test_an_answer_that_is_not_offered_hides_no_other_fault(client: Person) -> None:
    part, page = opened(client)
    form = page.form("/penawaran")
    form.values["lines_0_answer"] = "perhaps"
    page = form.fill(lead_days="900", lines_0_unit_price="").send("Kirim penawaran", 422)
    assert len(errors_of(page)) == 2
    assert fresh(part).state is PartState.SEEN


def test_the_letters_that_a_buyer_needs_stand_beside_the_day_and_the_place(client: Person) -> None:
    part, _page = opened(client)
    part.inquiry.papers_wanted, part.inquiry.sample_wanted = ["quotation", "receipt"], True
    page = client.visit(f"/lapak/permintaan/{part.public_id}")
    assert "Perlu surat: Surat penawaran dan Kuitansi" in page.texts("main section")[0]
    assert "Minta contoh dulu" in page.texts("main section")[0]


def test_the_deposit_that_a_buyer_asks_for_stands_beside_the_price(client: Person) -> None:
    part, _page = opened(client)
    part.inquiry.deposit_note = "DP 30 %, sisanya dua termin"
    page = client.visit(f"/lapak/permintaan/{part.public_id}")
    assert "Uang muka: DP 30 %, sisanya dua termin" in page.texts("main section")[0]


def test_a_question_with_a_photo_reaches_the_thread(client: Person) -> None:
    part, page = opened(client)
    form = page.form("/pesan").fill(body="Logonya satu warna?").attach("files", a_picture(), "contoh warna.png")
    page = form.send("Kirim pertanyaan")
    assert "Logonya satu warna?" in page.texts(".message__text")
    file = page.soup.select_one("a.message__file")
    assert file is not None
    answer = client.get(str(file["href"]))
    assert answer.mimetype == "image/jpeg"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert fresh(part).state is PartState.INFO_WANTED


def test_an_empty_question_and_a_wrong_file_are_refused_with_the_words_kept(client: Person) -> None:
    _part, page = opened(client)
    assert "Tulis pesannya dulu." in errors_of(page.form("/pesan").send("Kirim pertanyaan", 422))
    form = page.form("/pesan").fill(body="Ini gambarnya").attach("files", b"MZ not a picture", "a.exe")
    page = form.send("Kirim pertanyaan", 422)
    assert "Berkas ini tidak bisa dipakai. Kirim foto atau PDF." in errors_of(page)
    assert page.form("/pesan").values["body"] == "Ini gambarnya"


def test_another_makers_inquiry_is_not_there(client: Person) -> None:
    keep_stall(client)
    part = asked(make_product())
    client.visit(f"/lapak/permintaan/{part.public_id}", 404)
    client.visit(f"/lapak/permintaan/{part.public_id}/wa", 404)


def test_one_who_may_only_answer_sees_no_quote_form(client: Person) -> None:
    _part, page = opened(client, Right.ANSWER)
    assert not page.soup.select("form[action$='/penawaran']")
    assert page.form("/pesan").values["body"] == ""


def test_a_file_of_another_inquiry_is_not_there(client: Person) -> None:
    part, _page = opened(client)
    client.visit(f"/lapak/permintaan/{part.public_id}/berkas/{'x' * 26}", 404)


def test_the_quote_holds_for_two_weeks_unless_said_otherwise(client: Person) -> None:
    _part, page = opened(client)
    page.form("/penawaran").send("Kirim penawaran")
    assert (db.session.query(Quote).one().valid_until - today_wib()).days == 14


def test_a_huge_upload_is_refused(client: Person) -> None:
    _part, page = opened(client)
    form = page.form("/pesan").fill(body="Besar")
    form.values.add("files", (BytesIO(b"%PDF-" + b"0" * 5_100_000 + b"%%EOF"), "surat.pdf"))
    assert "Berkas terlalu besar. Kirim di bawah 5 MB." in errors_of(form.send("Kirim pertanyaan", 422))
