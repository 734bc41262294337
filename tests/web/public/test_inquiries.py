"""A buyer asks without an account; what is wrong is said with everything typed kept."""

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import func, select

from shop.catalogue.models import Product, Variant
from shop.inquiries.links import link_token
from shop.inquiries.models import Inquiry
from shop.lib.clock import now
from tests.inquiries.makers import (
    a_product,
)
from tests.person import Person
from tests.web.public.buying import FILLED, Db, the_form, the_inquiry, vest


@pytest.fixture
def product(db_session: Db) -> Product:
    return vest()


def test_an_inquiry_is_recorded_and_acknowledged_with_number_and_link(
    client: Person, db_session: Db, product: Product
) -> None:
    page = the_form(client, product).send("Kirim permintaan")
    inquiry = the_inquiry(db_session)
    assert page.path == f"/permintaan/{link_token(inquiry)}"
    assert page.heading == "Permintaan Anda sudah terkirim"
    assert inquiry.number in page.text
    assert link_token(inquiry) in str(page.soup.select(".notice--success #secret-link"))
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
    assert "isian yang perlu dibetulkan" not in refused.text
    assert refused.follow("Buka permintaan yang tadi").path == first.path
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
        ({"quantity": "0"}, "quantity", "Tulis 50 atau lebih"),
        ({"quantity": "banyak"}, "quantity", "dengan angka"),
        ({"quantity": "9999999"}, "quantity", "terlalu besar"),
        ({"quantity": "30"}, "quantity", "Tulis 50 atau lebih"),
        ({"needed_by": "20/11/2020"}, "needed_by", "sudah lewat"),
        ({"needed_by": "31 Februari 2027"}, "needed_by", "belum terbaca"),
        ({"needed_by": "minggu depan"}, "needed_by", "belum terbaca"),
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
    assert words in page.soup.find(id=f"{field}-error").get_text()
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
    alike = a_product(name="Tas alas")
    form = the_form(client, product)
    product.producer.hidden_at = now()
    page = form.send(status=422)
    assert "sudah ditutup" in page.text
    assert "Rompi pelampung" not in page.text
    assert "Konveksi" not in page.text
    assert "Kirim permintaan" not in page.texts("main button")
    assert page.form("/tanya").values["message"] == FILLED["message"]
    assert page.soup.find("a", href="/produk") is not None
    page = page.form("/tanya").send("Tanyakan")
    assert page.path == f"/produk/{alike.slug}/tanya"
    assert page.form("/tanya").values["message"] == FILLED["message"]
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
