"""Somebody who never was here finds a life vest, reads who makes it, and asks, without an account."""

import re

import pytest

from tests.journeys.conftest import Arrive
from tests.journeys.shopfront import Shopfront
from tests.journeys.visitor import Visitor, Way, ways

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]

VEST = "Rompi pelampung dewasa, busa PE, pita pantul"
NUMBER = re.compile(r"PM-[0-9A-Z]{4}-[0-9A-Z]{4}")


def search(visitor: Visitor, words: str) -> None:
    visitor.fill(within="header form", q=words)
    visitor.press("Cari", within="header")


def to_the_form(visitor: Visitor) -> None:
    """From the first page to the inquiry form, reading on the way who makes it."""
    visitor.open(visitor.path("/"))
    search(visitor, "jaket pelampung")
    visitor.follow(VEST)
    assert "Konveksi Pelampung Cisadane" in visitor.text
    visitor.follow("Konveksi Pelampung Cisadane", within="main")
    assert visitor.say("Rekam program") in visitor.text
    visitor.page.go_back()
    visitor.press("Tanya lewat WhatsApp")


@ways(("id", True), ("en", False), keyboard=360)
def test_a_newcomer_finds_asks_and_follows_the_secret_link(shop: Shopfront, arrive: Arrive, way: Way) -> None:
    visitor = arrive(way)
    email = f"baru-{way}@contoh.example"
    to_the_form(visitor)
    visitor.fill(quantity="60", needed_by="2027-03-15", name="Wulan Pembeli", email=email, limits=True)
    visitor.press("Kirim permintaan")
    number = NUMBER.search(visitor.text)
    assert number, visitor.text[:400]
    secret = visitor.page.url.split("?")[0]

    link = shop.link_in_mail(email, "/permintaan/")
    other = arrive(Way(way.width, way.lang, way.script))
    other.open(link)
    assert number[0] in other.text
    assert secret.endswith(link.split("?")[0].rpartition("/")[2])


@ways(("id", False), keyboard=1280)
def test_back_refresh_and_a_double_tap_make_one_inquiry(shop: Shopfront, arrive: Arrive, way: Way) -> None:
    visitor = arrive(way)
    visitor.open(visitor.path("/produk/rompi-pelampung-dewasa-busa-pe-pita-pantul/tanya"))
    visitor.fill(quantity="60", name=f"Wulan {way}", phone="0812 3456 7890", limits=True)
    visitor.button("Kirim permintaan").dblclick(no_wait_after=True)
    # The second tap ends the way that the first began, so no way is waited for, only where both lead.
    visitor.page.get_by_text(NUMBER).first.wait_for(state="attached")
    visitor.page.wait_for_load_state("load")
    first, secret = NUMBER.search(visitor.text), visitor.page.url
    assert first
    visitor.page.reload()
    assert first[0] in visitor.text
    visitor.page.go_back()
    if visitor.page.locator("main form [name='name']").input_value():  # whatever the browser kept
        visitor.button("Kirim permintaan").click()
    other = arrive(Way(way.width, way.lang, way.script))
    other.open(secret)
    assert shop.count("SELECT count(*) FROM inquiry WHERE name = ?", f"Wulan {way}") == 1
