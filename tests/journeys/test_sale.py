"""A maker answers an inquiry with a quote, the buyer accepts, and the order goes its way until the buyer has it."""

import pytest

from shop.text.formats import rupiah
from tests.journeys.coming import MAKER, ask, sign_in
from tests.journeys.conftest import Arrive
from tests.journeys.shopfront import Shopfront
from tests.journeys.visitor import Visitor, Way, ways

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]


def quote(maker: Visitor, quantity: int) -> str:
    """Find what waits and send a quote; the sum as both read it."""
    maker.open(maker.path("/lapak"))
    maker.follow_with(str(quantity))
    maker.fill("#quote", lines_0_unit_price="36.500", lead_days="14", delivery_cost="180.000", deposit_percent="30")
    maker.press("Kirim penawaran")
    total = rupiah(quantity * 36_500 + 180_000)
    assert total in maker.text
    return total


@ways(("en", True), keyboard=1280)
def test_from_a_waiting_inquiry_to_goods_received(shop: Shopfront, arrive: Arrive, way: Way) -> None:
    quantity = 100 + way.width // 10
    email = f"pesan-{way}@contoh.example"
    buyer, maker = arrive(way), arrive(way)
    secret = ask(buyer, quantity, name="Wulan Pembeli", email=email)
    shop.link_in_mail(email, "/permintaan/")
    sign_in(maker, shop, shop.account("producer", producer=MAKER))
    before = len(shop.mails(email))
    total = quote(maker, quantity)

    assert secret.rpartition("/")[2] in shop.link_in_mail(email, "/permintaan/", after=before)
    buyer.open(secret)
    buyer.unfold("Terima %(total)s", total=total)
    buyer.press("Ya, terima %(total)s", total=total)

    maker.open(maker.path("/lapak?lihat=work"))
    maker.follow_with(str(quantity))
    for step in ("Mulai kerjakan", "Sudah siap"):
        maker.press(step)
    maker.unfold("Sudah diserahkan")
    maker.press("Ya, sudah diserahkan")
    assert maker.say("Menunggu pembeli memastikan") in maker.text
    buyer.open(secret)
    buyer.unfold("Barang sudah saya terima")
    buyer.press("Ya, sudah saya terima")
    assert buyer.say("Bagaimana hasilnya?") in buyer.text
