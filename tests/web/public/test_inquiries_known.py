"""What the forms know already: who is signed in, how many were wanted, and days and numbers as people write them."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.models import BuyingMember, BuyingOrganisation
from shop.accounts.types import BuyerType
from shop.lib.clock import today_wib
from shop.text.formats import date_long
from tests.accounts.making import make_staff, make_user
from tests.inquiries.makers import a_product
from tests.person import Person
from tests.web.public.buying import the_form, the_inquiry
from tests.web.public.detail_rows import added
from tests.web.signing_in import sign_in, sign_in_staff

pytestmark = pytest.mark.usefixtures("db_session")
Db = scoped_session[Session]


def test_the_contact_of_who_is_signed_in_stands_in_the_form(client: Person, db_session: Db) -> None:
    user = make_user(name="Ratna Widuri", email="ratna@contoh.example")
    school = BuyingOrganisation(name="SDN Contoh 1", kind=BuyerType.SCHOOL)
    added(school)
    added(BuyingMember(organisation_id=school.id, user_id=user.id))
    sign_in(client)
    product = a_product()
    form = client.visit(f"/produk/{product.slug}/tanya").form("/tanya")
    assert form.values["name"] == "Ratna Widuri"
    assert form.values["phone"].startswith("08")
    assert (form.values["email"], form.values["organisation"]) == ("ratna@contoh.example", "SDN Contoh 1")
    assert form.values["buyer_type"] == "school"
    page = form.fill(quantity="200").send()
    assert the_inquiry(db_session).name == "Ratna Widuri"
    assert page.path.startswith("/permintaan/")


def test_what_was_emptied_stays_empty(client: Person) -> None:
    make_user(name="Ratna Widuri", email="ratna@contoh.example")
    sign_in(client)
    page = the_form(client, a_product(), email="", name="", quantity="x").send(status=422)
    assert (page.form("/tanya").values["email"], page.form("/tanya").values["name"]) == ("", "")


def test_nobody_s_contact_stands_there_for_a_visitor_or_for_the_office(client: Person) -> None:
    product = a_product()
    assert client.visit(f"/produk/{product.slug}/tanya").form("/tanya").values["name"] == ""
    sign_in_staff(client, make_staff().email or "")
    assert client.visit(f"/produk/{product.slug}/tanya").form("/tanya").values["name"] == ""


def test_the_request_is_filled_in_too_and_leads_to_what_was_sent(client: Person) -> None:
    make_user(name="Ratna Widuri")
    product = a_product()
    client.visit(f"/permintaan/tambah/{product.slug}").form(product.slug).fill(quantity="200").send()
    assert "Permintaan di akun Anda" not in client.visit("/permintaan").text
    sign_in(client)
    page = client.visit("/permintaan")
    assert page.form("/permintaan", "Kirim permintaan").values["name"] == "Ratna Widuri"
    assert page.follow("Permintaan di akun Anda").path == "/akun/permintaan"


@pytest.mark.parametrize(("typed", "quantity"), [("240 pcs", 240), ("12 kodi", 240), ("20 lusin", 240)])
def test_a_quantity_with_its_unit_is_understood(client: Person, db_session: Db, typed: str, quantity: int) -> None:
    the_form(client, a_product(), quantity=typed).send()
    assert the_inquiry(db_session).lines[0].quantity == quantity


def test_a_quantity_in_the_request_with_its_unit_is_understood(client: Person, db_session: Db) -> None:
    product = a_product()
    client.visit(f"/permintaan/tambah/{product.slug}").form(product.slug).fill(quantity="12 kodi").send()
    form = client.visit("/permintaan").form("/permintaan", "Kirim permintaan")
    form.fill(**{f"quantity_{product.public_id}": "30 lusin", "name": "Ratna", "phone": "0812-3456-7890"}).send()
    assert the_inquiry(db_session).lines[0].quantity == 360


def test_a_day_is_written_without_a_year_and_one_that_is_not_sure_is_asked_again(
    client: Person, db_session: Db
) -> None:
    page = the_form(client, a_product(), needed_by="minggu depan", quantity="40 ekor").send(status=422)
    assert page.texts(".error-summary li") == [
        "Berapa banyak? Tulis jumlah dengan angka. Contoh: 50.",
        "Dibutuhkan sebelum: Tanggal belum terbaca. Contoh: 20 Desember 2026.",
    ]
    day = today_wib() + timedelta(days=30)
    page.form("/tanya").fill(needed_by=date_long(day).rpartition(" ")[0], quantity="200").send()
    assert the_inquiry(db_session).needed_by == day


def test_a_box_for_a_day_has_a_calendar_where_the_browser_has_one(client: Person) -> None:
    page = client.visit(f"/produk/{a_product().slug}/tanya")
    button = page.soup.select_one("[data-day-picker]")
    assert button is not None
    assert button.has_attr("hidden")
    box = page.soup.find(id=str(button["data-day-picker"]))
    assert box is not None
    assert box["name"] == "needed_by"


def test_too_few_from_the_product_page_are_told_before_all_is_filled_in(client: Person) -> None:
    product = a_product(moq=50)
    page = client.visit(f"/produk/{product.slug}/tanya?quantity=20")
    assert "Tulis 50 atau lebih. Itu pesanan paling sedikit." in page.text
    assert page.soup.select(f"a[href='/produk?jenis={product.kind.code}&jumlah=20']")
    assert "Tulis 50 atau lebih." not in client.visit(f"/produk/{product.slug}/tanya?quantity=50").text
