"""The stall as its maker writes it."""

import pytest

from shop.lib.clock import today_wib
from shop.platform.db import db
from shop.producers.models import Producer
from shop.producers.types import ContactVia
from tests.person import Form, Person
from tests.web.selling.keeper import errors_of, keep_stall

pytestmark = pytest.mark.usefixtures("db_session")


def a_form(client: Person) -> Form:
    return client.visit("/lapak/profil/ubah").form()


def test_the_profile_says_what_is_seen(client: Person) -> None:
    keep_stall(client, skills="menjahit")
    page = client.visit("/lapak/profil")
    assert page.heading == "Konveksi Cisadane"
    assert "Lapak Anda bisa dilihat umum" in page.text
    assert "menjahit" in page.text
    assert "Lewat dinas" in page.texts(".fact-list dd")


def test_a_stall_without_consent_is_said_to_be_hidden(client: Person) -> None:
    keep_stall(client, public=False)
    assert "Lapak Anda tersembunyi" in client.visit("/lapak/profil").text


def test_the_profile_is_changed_and_its_address_stays(client: Person) -> None:
    maker = keep_stall(client)
    slug = maker.slug
    form = a_form(client)
    district = next(one["value"] for one in form.tag.select("select[name=district_code] option") if one["value"])
    changed = {"stall_name": "Jahit Cisadane", "workers": "4", "phone": "0812 3456 7890", "started_year": "2019"}
    page = form.fill(**changed, district_code=district, deposit_percent="40").send("Simpan profil")
    assert page.heading == "Jahit Cisadane"
    db.session.rollback()
    maker = db.session.get(Producer, maker.id)
    assert (maker.slug, maker.workers, maker.phone, maker.deposit_percent) == (slug, 4, "+6281234567890", 40)
    assert maker.district_code == district
    assert "0812" not in page.response.get_data(as_text=True)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"stall_name": ""}, "Tulis nama lapak"),
        ({"stall_name": "a" * 81}, "Terlalu panjang"),
        ({"about": "a" * 2001}, "Terlalu panjang"),
        ({"about": "NIK saya 3522010101900001"}, "NIK"),
        ({"about": "WA saja 0812-3456-7890"}, "Nomor telepon jangan ditulis di sini"),
        ({"workers": "0"}, "Tulis angka dari 1"),
        ({"workers": "banyak"}, "Tulis dengan angka"),
        ({"started_year": "1800"}, "Tulis angka dari 1950"),
        ({"phone": "12"}, "nomor ponsel"),
        ({"phone": "", "contact_via": "self"}, "Tulis nomor WhatsApp"),
        ({"deposit_percent": "101"}, "Tulis angka dari 0 sampai 100"),
    ],
)
def test_what_cannot_be_is_said_beside_its_box(client: Person, typed: dict[str, str], said: str) -> None:
    keep_stall(client)
    given = {"phone": "0812 3456 7890", "skills": "bordir", **typed}
    page = a_form(client).fill(**given).send("Simpan profil", 422)
    assert any(said in text for text in errors_of(page))
    assert {name: page.form().values[name] for name in given} == given


def test_whoever_has_no_phone_is_reached_through_the_companion(client: Person) -> None:
    maker = keep_stall(client)
    a_form(client).fill(contact_via="companion", phone="").send("Simpan profil")
    db.session.rollback()
    assert db.session.get(Producer, maker.id).contact_via is ContactVia.COMPANION


def test_a_year_to_come_is_refused(client: Person) -> None:
    keep_stall(client)
    page = a_form(client).fill(phone="0812 3456 7890", started_year=str(today_wib().year + 1))
    assert errors_of(page.send("Simpan profil", 422))


def test_a_year_stands_without_dots(client: Person) -> None:
    keep_stall(client, started_year=2017)
    assert a_form(client).values["started_year"] == "2017"
