"""How much the stall can take on."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from shop.catalogue.models import CapacityEntry, Product
from shop.catalogue.stall import weeks_ahead
from shop.catalogue.types import CapacityLevel
from shop.lib.clock import today_wib
from shop.platform.db import db
from shop.producers.models import Producer
from tests.factories import make_product
from tests.person import Form, Page, Person
from tests.web.selling.keeper import errors_of, keep_stall

pytestmark = pytest.mark.usefixtures("db_session")


def beside(page: Page, action: str) -> Form:
    """A form in the column beside the main one."""
    return Form(page.person, next(one for one in page.soup.select("form") if str(one["action"]).endswith(action)))


def test_a_week_is_said_with_one_of_three_buttons_and_said_anew(client: Person) -> None:
    keep_stall(client)
    for level in (CapacityLevel.SOME, CapacityLevel.FULL):
        client.visit("/lapak/kapasitas").form().fill(level=str(level)).send("Simpan")
        db.session.rollback()
        entry = db.session.query(CapacityEntry).one()
        assert (entry.level, entry.starts_on) == (level, weeks_ahead()[0])
    assert "masih longgar?" not in client.visit("/lapak").text


@pytest.mark.parametrize(("day", "said"), [(27, "Pekan ini"), (28, "Pekan depan")])
def test_at_the_weekend_the_coming_week_is_called_so(client: Person, day: int, said: str) -> None:
    with time_machine.travel(datetime(2026, 11, day, 5, tzinfo=UTC), tick=False):
        keep_stall(client)
        assert f"{said} masih longgar?" in client.visit("/lapak").text
        page = client.visit("/lapak/kapasitas")
        assert said in page.texts("legend")[0]
        page = client.visit(f"/lapak/kapasitas?pekan={weeks_ahead()[3].isoformat()}")
        assert page.texts("legend")[0].startswith(f"Pekan {weeks_ahead()[3].day} Des")


def test_another_of_the_four_weeks_is_chosen(client: Person) -> None:
    keep_stall(client)
    third = weeks_ahead()[2]
    client.visit(f"/lapak/kapasitas?pekan={third.isoformat()}").form().fill(level="full").send("Simpan")
    db.session.rollback()
    assert db.session.query(CapacityEntry).one().starts_on == third


def test_each_product_has_its_month(client: Person) -> None:
    product = make_product(producer=keep_stall(client))
    form = client.visit("/lapak/kapasitas").form().fill(level="free", **{f"month_{product.public_id}": "1.200"})
    form.send("Simpan")
    db.session.rollback()
    assert db.session.get(Product, product.id).capacity_per_month == 1_200
    client.visit("/lapak/kapasitas").form().fill(**{f"month_{product.public_id}": ""}).send("Simpan")
    db.session.rollback()
    assert db.session.get(Product, product.id).capacity_per_month is None


@pytest.mark.parametrize("typed", ["banyak", "-5", "12345678901234567890"])
def test_a_number_that_is_none_is_said_and_kept(client: Person, typed: str) -> None:
    product = make_product(producer=keep_stall(client))
    box = f"month_{product.public_id}"
    page = client.visit("/lapak/kapasitas").form().fill(level="some", **{box: typed}).send("Simpan", 422)
    assert errors_of(page)
    assert (page.form().values[box], page.form().values["level"]) == (typed, "some")
    assert db.session.query(CapacityEntry).count() == 0


def test_no_level_is_said(client: Person) -> None:
    keep_stall(client)
    assert "Pilih salah satu." in errors_of(client.visit("/lapak/kapasitas").form().send("Simpan", 422))


def test_the_stall_closes_until_a_day_and_opens_again(client: Person) -> None:
    maker = keep_stall(client)
    day = today_wib() + timedelta(days=5)
    page = client.visit("/lapak/kapasitas")
    page = beside(page, "/tutup").fill(closed_until=day.isoformat()).send("Tutup lapak")
    db.session.rollback()
    assert db.session.get(Producer, maker.id).closed_until == day
    beside(page, "/buka").send("Buka lagi sekarang")
    db.session.rollback()
    assert db.session.get(Producer, maker.id).closed_until is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "Tanggal belum terbaca"), ("2020-01-01", "sudah lewat"), ("2090-01-01", "Paling lama satu tahun")],
)
def test_a_wrong_day_to_close_is_said(client: Person, typed: str, said: str) -> None:
    keep_stall(client)
    page = client.visit("/lapak/kapasitas")
    page = beside(page, "/tutup").fill(closed_until=typed).send("Tutup lapak", 422)
    assert any(said in text for text in errors_of(page))


def test_going_to_another_week_keeps_what_was_chosen_and_typed(client: Person) -> None:
    product = make_product(producer=keep_stall(client))
    first, second = weeks_ahead()[:2]
    form = client.visit("/lapak/kapasitas").form().fill(level="free", **{f"month_{product.public_id}": "90"})
    form.values["go"] = second.isoformat()
    page = form.send()
    assert page.path == "/lapak/kapasitas"
    assert page.response.request.args["pekan"] == second.isoformat()
    assert "Tersimpan untuk pekan" in page.text
    db.session.rollback()
    assert db.session.query(CapacityEntry).filter_by(starts_on=first).one().level is CapacityLevel.FREE
    assert db.session.get(Product, product.id).capacity_per_month == 90


def test_another_week_may_be_looked_at_without_an_answer_for_this_one(client: Person) -> None:
    keep_stall(client)
    form = client.visit("/lapak/kapasitas").form()
    form.values["go"] = weeks_ahead()[1].isoformat()
    assert "Tersimpan" not in form.send().text
    assert db.session.query(CapacityEntry).count() == 0


def test_only_what_is_on_the_shelf_or_paused_has_a_month(client: Person) -> None:
    maker = keep_stall(client)
    draft = make_product(producer=maker, public=False)
    form = client.visit("/lapak/kapasitas").form()
    assert f"month_{draft.public_id}" not in form.values
