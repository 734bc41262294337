"""One request of three products of two makers: each maker gets its part and no other."""

import pytest

from tests.journeys.coming import MAKER, MAKER_NAME, VEST, sign_in
from tests.journeys.conftest import Arrive
from tests.journeys.shopfront import Shopfront
from tests.journeys.visitor import Visitor, Way, ways

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]

OTHER_MAKER = "souvenir-pamulang-kreatif"
SECOND = "rompi-lapangan-jingga-empat-saku"


def product_of(visitor: Visitor, maker: str) -> str:
    """The slug of the first product on a maker's page."""
    visitor.open(visitor.path(f"/produsen/{maker}"))
    address = visitor.page.locator(
        "#karya ~ * a[href*='/produk/'], section[aria-labelledby='karya'] a[href*='/produk/']"
    )
    return str(address.first.get_attribute("href")).rpartition("/")[2]


def add(visitor: Visitor, slug: str, quantity: int) -> str:
    """Put a product into the request; its name."""
    visitor.open(visitor.path(f"/permintaan/tambah/{slug}"))
    name = visitor.page.locator("main .summary-line__title").first.inner_text().strip()
    visitor.fill(quantity=quantity)
    if visitor.page.locator("[name='limits']").count():
        visitor.fill(limits=True)
    visitor.press("Tambah ke permintaan")
    return name


@ways(("en", False), keyboard=360)
def test_each_maker_gets_only_its_part(shop: Shopfront, arrive: Arrive, way: Way) -> None:
    buyer = arrive(way)
    third = product_of(buyer, OTHER_MAKER)
    quantity = 400 + way.width // 10
    own = [add(buyer, VEST, quantity), add(buyer, SECOND, 24)]
    other = add(buyer, third, quantity + 1)
    buyer.open(buyer.path("/permintaan"))
    buyer.press("Keluarkan %(name)s", name=other)
    buyer.press("Kembalikan")
    assert all(name in buyer.text for name in [*own, other])
    form = (
        "main form[action$='kirim']" if buyer.page.locator("main form[action$='kirim']").count() else "main form.form"
    )
    buyer.fill(form, name=f"Tiga {way}", phone="0812 3456 7891")
    buyer.press("Kirim permintaan")
    assert all(name in buyer.text for name in [*own, other, MAKER_NAME])
    # Of several that wait for the same maker, this one is found by its quantity.
    for stall, count, seen, hidden in [(MAKER, quantity, own[0], other), (OTHER_MAKER, quantity + 1, other, own[0])]:
        maker = arrive(Way(way.width, way.lang, way.script))
        sign_in(maker, shop, shop.account("producer", producer=stall))
        maker.follow_with(str(count))
        assert f"Tiga {way}" in maker.text
        assert seen in maker.text
        assert hidden not in maker.text
