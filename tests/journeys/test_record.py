"""From a person's record to a public line by consent, and back; what is restricted stays where it belongs."""

import pytest

from tests.journeys.coming import MAKER, MAKER_NAME, sign_in
from tests.journeys.conftest import Arrive
from tests.journeys.shopfront import Shopfront
from tests.journeys.visitor import Visitor, Way, ways

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]


def enter(officer: Visitor, person: str, training: str, secret: str) -> str:
    """A person, an enrolment, a training and what is restricted; the number of the record."""
    officer.open(officer.path("/dinas/rekam"))
    officer.follow("Catat orang baru")
    officer.fill(full_name=person, district_code="36.04.05")
    officer.press("Simpan rekam")
    record = officer.page.url
    officer.follow("Catat kepesertaan")
    officer.choose("programme", "Jaminan Sosial Rakyat Banten")
    officer.fill(year="2025", skill="Menjahit")
    officer.press("Simpan kepesertaan")
    officer.follow_to("/pelatihan")
    officer.fill(title=training, starts_on="2025-05-12", days="10")
    officer.press("Simpan pelatihan")
    officer.press("Lihat data khusus")
    officer.choose("welfare_category")
    officer.fill(address=secret)
    officer.press("Simpan data khusus")
    officer.open(record)
    assert secret not in officer.text
    return officer.page.locator("h1 + p").inner_text().split(" ·")[0]


def public_page(arrive: Arrive, way: Way) -> str:
    """What a visitor who never was here reads, in text and in the source."""
    visitor = arrive(Way(way.width, way.lang, way.script))
    visitor.open(visitor.path(f"/produsen/{MAKER}"))
    return visitor.page.content()


@ways(("en", True), keyboard=1280)
def test_a_training_shows_while_the_maker_agrees(shop: Shopfront, arrive: Arrive, way: Way) -> None:
    person, training, secret = f"Sulastri {way}", f"Menjahit pelampung {way}", f"Gang Rahasia {way}"
    officer, maker = arrive(way), arrive(Way(way.width, way.lang, way.script))
    account = shop.account("officer", office="dinsos-kab-serang")
    sign_in(officer, shop, account)
    number = enter(officer, person, training, secret)
    officer.follow_to("/hubungkan")
    officer.choose("producer", MAKER_NAME)
    officer.choose("training", training)
    officer.press("Hubungkan")
    row = officer.page.locator("section[aria-labelledby='links'] li").filter(has_text=officer.say("Belum diverifikasi"))
    officer.press_at(row.first.get_by_role("button", name=officer.say("Verifikasi hari ini")))
    assert training not in public_page(arrive, way)

    sign_in(maker, shop, shop.account("producer", producer=MAKER))
    maker.open(maker.path("/lapak/izin"))
    maker.press_at(maker.page.locator(f"button[aria-label*='{training}']").first)
    shown = public_page(arrive, way)
    assert training in shown
    assert not [one for one in (person, secret, number) if one in shown + maker.page.content()]
    maker.press_at(maker.page.locator(f"button[aria-label*='{training}']").first)
    assert training not in public_page(arrive, way)

    head = arrive(Way(way.width, way.lang, way.script))
    sign_in(head, shop, shop.account("provincial", office="dinsos-banten"))
    head.open(head.path("/dinas/jejak?lihat=khusus"))
    assert account["name"] in head.text
