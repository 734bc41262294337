"""The other language, wrong turns, and forms that were filled wrongly."""

import pytest

from tests.journeys.coming import VEST
from tests.journeys.conftest import Arrive
from tests.journeys.visitor import Way, ways

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]

WRONG = {"quantity": "0", "needed_by": "2020-01-01", "phone": "12345", "name": "Wulan", "message": "Warna jingga saja."}


@ways(("en", True), keyboard=360)
def test_the_other_language_shows_the_same_page(arrive: Arrive, way: Way) -> None:
    visitor = arrive(way)
    for path in (f"/produk/{VEST}", "/produsen", "/bantuan"):
        visitor.open(visitor.path(path))
        switch = visitor.page.locator(".language-switch a").locator("visible=true").first
        visitor.press_at(switch)
        assert visitor.page.url.endswith(path)
        assert visitor.page.url.removeprefix(visitor.url).startswith("/en") is (way.lang == "id")


@ways(("id", False), keyboard=1280)
def test_a_wrong_address_leads_on(arrive: Arrive, way: Way) -> None:
    visitor = arrive(way)
    for path in ("/produk/tidak-ada-yang-begini", "/permintaan/0000.salah", "/tidak/ada"):
        visitor.open(visitor.path(path), status=404)
        assert visitor.page.locator("main a").count() > 0


@ways(("en", False), keyboard=360)
def test_a_form_filled_wrongly_says_where_and_keeps_every_word(arrive: Arrive, way: Way) -> None:
    visitor = arrive(way)
    visitor.open(visitor.path(f"/produk/{VEST}/tanya"))
    visitor.fill(**WRONG)
    visitor.press("Kirim permintaan")
    summary = visitor.page.locator(".error-summary")
    assert summary.evaluate("one => one === document.activeElement || one.hasAttribute('autofocus')")
    links = summary.locator("a")
    named = {str(link.get_attribute("href")).removeprefix("#") for link in links.all()}
    assert {"quantity", "needed_by", "phone"} <= named
    for name, value in WRONG.items():
        assert visitor.page.locator(f"main form [name='{name}']").input_value() == value
    links.first.click()
    assert visitor.page.evaluate("document.activeElement.id") in named


@ways(("id", True), keyboard=1280)
def test_an_expired_token_keeps_the_form_and_the_next_try_works(arrive: Arrive, way: Way) -> None:
    visitor = arrive(way)
    visitor.open(visitor.path(f"/produk/{VEST}/tanya"))
    visitor.fill(quantity="60", name="Wulan", email=f"kedaluwarsa-{way}@contoh.example", limits=True)
    visitor.page.locator("main form [name='csrf_token']").evaluate("one => { one.value = 'lama' }")
    visitor.press("Kirim permintaan")
    assert visitor.page.locator("main form [name='name']").input_value() == "Wulan"
    assert visitor.page.locator(".error-summary").is_visible()
    visitor.press("Kirim permintaan")
    assert "PM-" in visitor.text
