"""A maker lists a product with a photo, staff return and then publish it, and buyers find it."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from shop.lib.clock import today_wib
from tests.journeys.coming import MAKER, sign_in
from tests.journeys.conftest import Arrive
from tests.journeys.shopfront import Shopfront
from tests.journeys.visitor import Visitor, Way, ways
from tests.processes import wait_until

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]
ORIENTATION, GPS = 0x0112, 0x8825


def a_photo(folder: Path) -> Path:
    """As from a phone held upright: lying on its side, with the way to turn it and the place where it was taken."""
    picture = Image.new("RGB", (1600, 1200), (226, 184, 120))
    picture.paste((35, 44, 122), (300, 200, 1300, 1000))
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[GPS] = {1: "S", 2: (6.0, 12.0, 30.0), 3: "E", 4: (106.0, 38.0, 10.0)}
    picture.save(folder / "IMG_2041.jpg", exif=exif)
    return folder / "IMG_2041.jpg"


def list_product(maker: Visitor, name: str, photo: Path) -> str:
    """Write a product down, with a photo, and send it to be checked; the path of its page in the stall."""
    maker.open(maker.path("/lapak/produk"))
    maker.follow("Tambah produk", within="main")
    maker.follow_to("/baru/bag")
    maker.fill(name=name, description="Kanvas tebal, tali bahu empuk.", price="85rb", moq="1", lead_days="7")
    maker.choose("attribute_type")
    maker.choose("attribute_fabric")
    maker.press("Simpan, lanjut ke foto")
    maker.fill("main form[enctype]", photos=photo)
    maker.press("Simpan foto")
    maker.follow("Selesai, lihat produknya")
    maker.press("Kirim untuk diperiksa")
    return maker.page.url


def found(buyer: Visitor, words: str, name: str) -> None:
    """Wait for the index to hear of it, and open it from the list."""
    address = buyer.path("/produk") + f"?q={words}"

    def listed() -> bool:
        buyer.page.goto(address)
        return buyer.page.locator("main").get_by_text(name).count() > 0

    wait_until(listed, 30, f"{name} is found by {words}")
    buyer.look()
    buyer.follow_with(name)
    assert buyer.heading == name


@ways(("id", True), keyboard=360)
def test_a_product_is_returned_corrected_published_and_found(
    shop: Shopfront, arrive: Arrive, way: Way, tmp_path: Path
) -> None:
    name = f"Ransel kanvas jingga {way.lang} {way.width}"
    maker, curator, buyer = arrive(way), arrive(way), arrive(Way(way.width, way.lang, way.script))
    sign_in(maker, shop, shop.account("producer", producer=MAKER))
    own = list_product(maker, name, a_photo(tmp_path))
    sign_in(curator, shop, shop.account("curator", office="dinsos-banten"))
    curator.open(curator.path("/dinas/kurasi"))
    curator.follow_with(name)
    curator.fill(reasons="price_check", note="Samakan dengan harga di pasar.")
    curator.press("Kembalikan dengan alasan")
    maker.open(own)
    assert maker.say("Harga perlu dicek") in maker.text
    maker.follow("Ubah")
    maker.fill(price="79.000")
    maker.press("Simpan perubahan")
    maker.press("Kirim untuk diperiksa")
    curator.open(curator.path("/dinas/kurasi"))
    curator.follow_with(name)
    curator.press("Terbitkan")
    found(buyer, "ransel kanvas jingga", name)
    source = buyer.page.locator("main .gallery img, main img").first.evaluate("one => one.currentSrc || one.src")
    with Image.open(BytesIO(buyer.context.request.get(source).body())) as picture:
        assert picture.height > picture.width
        assert not picture.getexif()
    feature(curator, buyer)


def feature(curator: Visitor, buyer: Visitor) -> None:
    """Show the maker whose turn it is from today, before the others; buyers see it on the first page."""
    curator.open(curator.path("/dinas/unggulan"))
    turn = curator.page.locator("section[aria-labelledby='turns'] li").first
    name = turn.locator("strong").inner_text()
    curator.follow("Tampilkan %(name)s", name=name)
    today = today_wib()
    curator.fill(starts_on=today.isoformat(), ends_on=today.isoformat(), reason="Belum pernah tampil.")
    curator.press("Tampilkan produsen ini")
    shown = "section[aria-labelledby='shown']"
    while name not in curator.page.locator(f"{shown} li").first.inner_text():
        curator.press("Naikkan %(name)s", name=name)
    buyer.open(buyer.path("/"))
    assert name in buyer.page.locator("section[aria-labelledby='pembuat']").inner_text()
