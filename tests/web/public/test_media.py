"""Pictures: only of what is public, only for as long as it is."""

from io import BytesIO

import pytest
from PIL import Image

from shop.consent.types import Purpose
from tests.factories import make_photo, make_product, withdraw_consent
from tests.person import Person
from tests.statements import counted_selects

pytestmark = pytest.mark.usefixtures("db_session")


@pytest.mark.parametrize(("name", "media_type"), [("320.avif", "avif"), ("480.webp", "webp"), ("800.jpg", "jpeg")])
def test_a_photo_of_a_public_product_is_shown_shortly_cached(client: Person, name: str, media_type: str) -> None:
    photo = make_photo(make_product())
    with counted_selects() as sent:
        answer = client.get(f"/media/{photo.key}/{name}")
    assert (answer.status_code, answer.data, answer.mimetype) == (200, b"a picture", f"image/{media_type}")
    assert answer.headers["Cache-Control"] == "public, max-age=86400, s-maxage=45"
    assert len(sent) == 1


def test_a_photo_goes_with_its_product(client: Person) -> None:
    product = make_product()
    photo = make_photo(product)
    withdraw_consent(product.producer, Purpose.PROFILE)
    assert client.get(f"/media/{photo.key}/320.avif").status_code == 404


@pytest.mark.parametrize("name", ["321.avif", "320.png", "320.gif", "x.avif", "master.jpg"])
def test_what_was_not_made_is_not_there(client: Person, name: str) -> None:
    photo = make_photo(make_product())
    assert client.get(f"/media/{photo.key}/{name}").status_code == 404


def test_a_file_that_is_lost_is_not_there(client: Person) -> None:
    photo = make_photo(make_product(), data=None)
    assert client.get(f"/media/{photo.key}/320.avif").status_code == 404


@pytest.mark.parametrize("address", ["/", "/en"])
def test_the_site_has_a_share_picture_in_each_language(client: Person, address: str) -> None:
    picture = client.visit(address).soup.select_one('meta[property="og:image"]')
    assert picture is not None
    path = "/bagikan/situs/" + str(picture["content"]).rpartition("/")[2]
    data = client.get(path).data
    assert Image.open(BytesIO(data)).size == (1200, 630)
    assert len(data) < 300_000
    assert client.get("/bagikan/situs/0000.jpg").status_code == 404
