"""The beginning of an account, and that nobody else gets in."""

import pytest

from shop.accounts.models import PartnerAgency
from shop.accounts.types import PartnerKind, Role
from shop.lib.clock import now, today_wib
from shop.platform.db import db
from shop.producers.models import Companion, CompanionAssignment, Producer
from shop.producers.types import CompanionType
from tests.accounts.making import make_office, make_staff, make_user
from tests.factories import make_producer
from tests.inquiries.makers import a_product
from tests.person import Person
from tests.web.public.buying import the_form
from tests.web.selling.keeper import keep_stall
from tests.web.signing_in import sign_in, sign_in_staff
from tests.web.staff.desk import sign_in as staff_signed_in

pytestmark = pytest.mark.usefixtures("db_session")
PAGES = ["/akun", "/akun/perangkat", "/akun/keamanan", "/akun/keamanan/ganti", "/akun/pemberitahuan"]
PAGES += ["/akun/pemberitahuan/atur", "/akun/profil", "/akun/keamanan/kode.svg"]


@pytest.mark.parametrize("address", PAGES)
def test_whoever_is_not_signed_in_is_asked_to(client: Person, address: str) -> None:
    assert client.visit(address).path == "/masuk"


def test_a_post_without_a_session_does_nothing_but_ask(client: Person) -> None:
    assert client.post("/akun/perangkat/x/keluar").headers["Location"].startswith("/masuk")


@pytest.mark.parametrize("language", ["", "/en"])
def test_every_page_opens_in_both_languages_and_is_kept_by_nobody(client: Person, language: str) -> None:
    make_user(email="sri@contoh.example")
    sign_in(client)
    for address in PAGES[:-1]:
        page = client.visit(f"{language}{address}")
        assert page.path == f"{language}{address}"
        assert page.response.headers["Cache-Control"] == "no-store"


def test_staff_finds_the_way_to_the_office(client: Person) -> None:
    sign_in_staff(client, make_staff().email or "")
    assert client.visit("/akun").soup.select_one("main a[href='/dinas']")


def test_a_partner_begins_at_the_list_of_makers_where_no_office_opens(client: Person) -> None:
    agency = PartnerAgency(slug="koperasi", name="Dinas Koperasi", kind=PartnerKind.COOPERATIVES_OFFICE)
    db.session.add(agency)
    db.session.flush()
    user = make_staff(role=Role.PARTNER, partner=agency)
    page = sign_in_staff(client, user.email or "")
    assert page.path == "/dinas/mitra"
    assert client.visit("/akun").soup.select("main a[href='/dinas/mitra']")


def test_a_companion_begins_at_the_stall_and_reads_for_whom(client: Person) -> None:
    accompany(make_producer(stall_name="Konveksi Cisadane"), make_user().id)
    page = sign_in(client)
    assert page.path == "/lapak"
    assert "Anda mendampingi Konveksi Cisadane" in page.text
    assert client.visit("/akun").soup.select_one("main a[href='/lapak']")


def accompany(maker: Producer, user_id: int) -> None:
    """Grant a user the goods of a stall, as its companion."""
    companion = Companion(user_id=user_id, office_id=make_office().id, type=CompanionType.PENDAMPING)
    db.session.add(companion)
    db.session.flush()
    scope = {"scopes": ["list"], "starts_on": today_wib(), "granted_at": now()}
    db.session.add(CompanionAssignment(companion_id=companion.id, producer_id=maker.id, **scope))
    db.session.commit()


def test_a_maker_stays_in_the_frame_of_its_stall(client: Person) -> None:
    keep_stall(client)
    for address in PAGES[:-1]:
        page = client.visit(address)
        assert page.soup.select("nav[aria-label='Menu lapak']"), address
        assert not page.soup.select(".site-header")


def test_staff_stays_in_the_frame_of_the_office(client: Person) -> None:
    person = staff_signed_in(client.application, Role.CURATOR)
    for address in ("/akun", "/akun/keamanan", "/akun/pemberitahuan"):
        assert person.visit(address).soup.select("nav[aria-label='Menu dinas']"), address


def test_buyers_and_those_who_help_several_stalls_stand_in_the_public_frame(client: Person) -> None:
    make_user()
    sign_in(client)
    page = client.visit("/akun")
    assert page.soup.select(".site-header")
    assert not page.soup.select("nav[aria-label='Menu lapak']")


def test_a_new_buyer_is_led_to_goods_and_told_how_an_earlier_inquiry_is_kept(client: Person) -> None:
    make_user()
    sign_in(client)
    page = client.visit("/akun")
    assert page.follow("Lihat semua produk").path == "/produk"
    assert "Buka tautannya, lalu tekan “Simpan di akun saya”." in page.text


def test_the_newest_inquiries_of_a_buyer_stand_at_the_beginning(client: Person) -> None:
    make_user()
    sign_in(client)
    the_form(client, a_product(name="Rompi")).send()
    page = client.visit("/akun")
    assert "200 pcs Rompi" in page.text
    assert page.follow("Semua permintaan").path == "/akun/permintaan"
