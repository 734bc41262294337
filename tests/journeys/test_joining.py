"""A buyer registers, keeps an earlier inquiry in the account by its secret link, and nobody else finds it."""

import pytest

from tests.journeys.coming import ask, sign_in
from tests.journeys.conftest import Arrive
from tests.journeys.shopfront import Shopfront
from tests.journeys.visitor import Way, ways

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]
PIN = "482915"


@ways(("id", False), keyboard=360)
def test_an_earlier_inquiry_joins_the_account_of_whoever_has_the_link(
    shop: Shopfront, arrive: Arrive, way: Way
) -> None:
    buyer = arrive(way)
    secret = ask(buyer, 300 + way.width // 10, name="Endah Pembeli", phone="0812 3456 7892")
    email = f"daftar-{way}@contoh.example"
    buyer.open(buyer.path("/daftar"))
    buyer.fill(name="Endah Pembeli", email=email, secret=PIN)
    buyer.press("Daftar")
    buyer.open(shop.link_in_mail(email, "/tautan/"))
    buyer.fill(secret=PIN)
    buyer.press("Konfirmasi e-mail")
    buyer.open(buyer.path("/akun/permintaan"))
    assert buyer.heading == buyer.say("Belum ada permintaan")

    buyer.open(secret)
    buyer.press("Simpan di akun saya")
    buyer.open(buyer.path("/akun/permintaan"))
    kept = str(buyer.page.locator("main .summary-line__title a").first.get_attribute("href"))
    buyer.follow_to(kept)
    assert "Endah Pembeli" in buyer.text

    stranger = arrive(Way(way.width, way.lang, way.script))
    sign_in(stranger, shop, shop.account("buyer"))
    stranger.open(kept, status=404)
    assert "Endah" not in stranger.text
