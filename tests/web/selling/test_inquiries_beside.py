"""What stands beside what is sent: a question beside a quote, the reasons beside "cannot"."""

from datetime import timedelta

import pytest

from shop.inquiries.models import Quote, ThreadMessage
from shop.inquiries.types import DeclineReason, LineAnswer, PartState
from shop.lib.clock import today_wib
from shop.platform.db import db
from tests.factories import make_product
from tests.inquiries.makers import a_quote
from tests.person import Person
from tests.web.selling.keeper import a_picture, asked, errors_of, keep_stall
from tests.web.selling.test_inquiries import fresh, opened

pytestmark = pytest.mark.usefixtures("db_session")


def test_a_question_leaves_the_typed_quote_as_it_is(client: Person) -> None:
    _part, page = opened(client)
    form = page.form("/pesan").fill(lines_0_unit_price="9rb", quote_note="Bahan oxford", body="Logonya satu warna?")
    page = form.send("Kirim pertanyaan")
    assert "Pesan terkirim." in page.text
    assert page.texts(".message__text") == ["Logonya satu warna?"]
    kept = page.form("/penawaran").values
    assert (kept["lines_0_unit_price"], kept["quote_note"], kept["body"]) == ("9rb", "Bahan oxford", "")
    form.send("Kirim pertanyaan")
    assert db.session.query(ThreadMessage).count() == 1
    page.form("/penawaran").send("Kirim penawaran")
    assert db.session.query(Quote).one().lines[0].unit_price == 9_000


def test_a_refused_question_leaves_the_typed_quote_as_it_is(client: Person) -> None:
    _part, page = opened(client)
    page = page.form("/pesan").fill(lines_0_unit_price="murah").send("Kirim pertanyaan", 422)
    assert errors_of(page) == ["Tulis pesannya dulu."]
    assert page.form("/penawaran").values["lines_0_unit_price"] == "murah"


def test_a_refused_quote_leaves_the_question_and_its_files(client: Person) -> None:
    _part, page = opened(client)
    form = page.form("/penawaran").fill(lead_days="900", body="Logonya?").attach("files", a_picture(), "logo.png")
    page = form.send("Kirim penawaran", 422)
    assert page.form("/pesan").values["body"] == "Logonya?"
    assert "Sudah terlampir: logo" in page.text


def test_a_sent_quote_leaves_the_question_and_its_place(client: Person) -> None:
    part, page = opened(client)
    page = page.form("/penawaran").fill(body="Logonya?").send("Kirim penawaran")
    assert "Penawaran terkirim." in page.text
    assert page.form("/pesan").values["body"] == "Logonya?"
    page.form("/pesan").send("Kirim pesan")
    assert db.session.query(ThreadMessage).count() == 1
    assert fresh(part).state is PartState.QUOTED


def test_what_was_sent_is_said_in_the_thread(client: Person) -> None:
    _part, page = opened(client)
    form = page.form("/pesan").fill(body="Logonya satu warna?")
    answer = client.post(form.address, data=form.values, content_type="multipart/form-data")
    assert answer.location.endswith("#balas")
    page = client.visit(answer.location)
    assert "Pesan terkirim." in page.texts("#balas")[0]
    assert page.text.count("Pesan terkirim.") == 1


def test_cannot_asks_for_the_reason_in_its_place(client: Person) -> None:
    part, page = opened(client)
    assert page.soup.select("form#quote .quote-decline")
    form = page.form("/tolak").fill(lines_0_answer="cannot", decline_note="Mesin rusak", body="Maaf")
    page = form.send("Ya, belum bisa", 422)
    assert "Pilih alasannya." in errors_of(page)
    kept = page.form("/tolak").values
    assert (kept["decline_note"], kept["lines_0_answer"], kept["body"]) == ("Mesin rusak", "cannot", "Maaf")
    page.form("/tolak").fill(reason="full").send("Ya, belum bisa")
    assert fresh(part).decline_reason is DeclineReason.FULL


def test_where_all_cannot_be_made_the_error_leads_to_the_reasons(client: Person) -> None:
    maker = keep_stall(client)
    part = asked(*(make_product(producer=maker, price=37_000) for _ in range(2)))
    form = client.visit(f"/lapak/permintaan/{part.public_id}").form("/penawaran")
    page = form.fill(lines_0_answer="cannot", lines_1_answer="cannot").send("Kirim penawaran", 422)
    assert [str(link["href"]) for link in page.soup.select(".error-summary a")] == ["#tolak"]
    panel = page.soup.select_one("#tolak")
    assert panel is not None
    assert panel.has_attr("open")


def test_after_a_quote_declining_stands_by_itself(client: Person) -> None:
    part, _page = opened(client)
    a_quote(part)
    page = client.visit(f"/lapak/permintaan/{part.public_id}")
    assert not page.soup.select(".quote-decline")
    page.form("/tolak").fill(reason="full").send("Ya, belum bisa")
    assert fresh(part).state is PartState.DECLINED


@pytest.mark.parametrize(("typed", "days"), [("14 hari", 14), ("2 minggu", 14), ("sebulan", 30)])
def test_days_are_read_as_people_write_them(client: Person, typed: str, days: int) -> None:
    _part, page = opened(client)
    page.form("/penawaran").fill(lead_days=typed).send("Kirim penawaran")
    assert db.session.query(Quote).one().lead_days == days


@pytest.mark.parametrize("typed", ["-3", "99999", "400 hari"])
def test_days_beyond_their_range_name_one_range(client: Person, typed: str) -> None:
    _part, page = opened(client)
    page = page.form("/penawaran").fill(lead_days=typed).send("Kirim penawaran", 422)
    assert [text for text in errors_of(page) if "0 sampai 365" in text]


def test_a_part_of_what_was_asked_may_be_counted_in_dozens(client: Person) -> None:
    _part, page = opened(client)
    page.form("/penawaran").fill(lines_0_answer="less", lines_0_quantity="selusin").send("Kirim penawaran")
    line = db.session.query(Quote).one().lines[0]
    assert (line.answer, line.quantity) == (LineAnswer.LESS, 12)


def test_a_time_too_long_is_said_and_what_was_said_beside_less_is_not_said_again(client: Person) -> None:
    maker = keep_stall(client)
    part = asked(make_product(producer=maker), needed_by=today_wib() + timedelta(days=28))
    page = client.visit(f"/lapak/permintaan/{part.public_id}")
    assert page.soup.select_one("[data-late='28'][hidden]")
    form = page.form("/penawaran")
    form.fill(lines_0_answer="less", lines_0_quantity="50", lead_days="30", quote_note="Hanya 50 yang sempat.")
    counted = form.send("Hitung lagi")
    assert counted.texts("[data-late]:not([hidden])")[0].startswith("Lewat tanggal pembeli")
    assert ", ongkir belum dihitung" in counted.texts("[data-goods]")[0]
    again = counted.form("/penawaran").send("Kirim penawaran").form("/penawaran")
    assert again.values["quote_note"] == ""
    again.fill(lines_0_answer="as_asked", quote_note="Termasuk bordir.", delivery_method="pickup")
    assert "diambil pembeli" in again.send("Hitung lagi").texts("[data-goods]")[0]
    assert again.send("Kirim penawaran").form("/penawaran").values["quote_note"] == "Termasuk bordir."
