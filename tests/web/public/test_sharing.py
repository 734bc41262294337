"""Share pictures: right in size and weight, gone as soon as the thing is not public."""

from io import BytesIO
from urllib.parse import urlsplit

from PIL import Image
from sqlalchemy.orm import Session, scoped_session

from shop.catalogue.photos import master_name
from shop.consent.messages import ConsentChanged
from shop.consent.types import Purpose
from shop.platform import storage
from shop.worker.handlers.catalogue import index_consented
from tests.factories import make_photo, make_producer, make_product, withdraw_consent
from tests.person import Person

Db = scoped_session[Session]


def picture_of(client: Person, address: str) -> str:
    """The path of the picture that a page names."""
    tag = client.visit(address).soup.select_one('meta[property="og:image"]')
    assert tag is not None
    parts = urlsplit(str(tag["content"]))
    assert parts.scheme
    return parts.path


def test_the_picture_is_a_small_jpeg_of_the_right_size(client: Person, db_session: Db) -> None:
    product = make_product(kind="life_vest")
    photo = make_photo(product)
    out = BytesIO()
    Image.new("RGB", (900, 900), "orange").save(out, "JPEG")
    storage.current().put(master_name(photo.key), out.getvalue())
    for address in (f"/produk/{product.slug}", f"/en/produk/{product.slug}", f"/produsen/{product.producer.slug}"):
        answer = client.get(picture_of(client, address))
        assert (answer.status_code, answer.mimetype) == (200, "image/jpeg")
        assert len(answer.data) < 300_000
        assert Image.open(BytesIO(answer.data)).size == (1200, 630)
        assert "s-maxage=30" in answer.headers["Cache-Control"]
        assert "Set-Cookie" not in answer.headers


def test_it_is_drawn_once_and_kept(client: Person, db_session: Db) -> None:
    product = make_product()
    path = picture_of(client, f"/produk/{product.slug}")
    name = path.replace("/bagikan/", "share/")
    assert not storage.current().exists(name)
    drawn = client.get(path).data
    assert storage.current().get(name) == drawn
    assert client.get(path).data == drawn


def test_a_new_price_gives_a_new_name_and_the_old_one_leads_there(client: Person, db_session: Db) -> None:
    product = make_product()
    old = picture_of(client, f"/produk/{product.slug}")
    product.price = 41_000
    new = picture_of(client, f"/produk/{product.slug}")
    assert old != new
    assert client.get(old).headers["Location"] == new


def test_what_is_not_public_any_more_has_none(client: Person, db_session: Db) -> None:
    product = make_product(producer=make_producer())
    paths = [picture_of(client, f"/produk/{product.slug}"), picture_of(client, f"/produsen/{product.producer.slug}")]
    assert [client.get(path).status_code for path in paths] == [200, 200]
    withdraw_consent(product.producer, Purpose.PROFILE)
    assert [client.get(path).status_code for path in paths] == [404, 404]
    index_consented([ConsentChanged(product.producer.public_id, Purpose.PROFILE, "", live=False)])
    assert not any(storage.current().exists(path.replace("/bagikan/", "share/")) for path in paths)
    assert client.get("/bagikan/tidak-ada/0123456789abcdef.jpg").status_code == 404
