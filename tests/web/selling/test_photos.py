"""Photos of an own product."""

import pytest

from shop.catalogue.models import Photo, Product
from shop.platform.db import db
from tests.factories import make_photo, make_product
from tests.person import Page, Person
from tests.web.selling.keeper import a_picture, errors_of, keep_stall

pytestmark = pytest.mark.usefixtures("db_session")


def photos_page(client: Person) -> tuple[Product, Page]:
    product = make_product(producer=keep_stall(client), public=False)
    return product, client.visit(f"/lapak/produk/{product.public_id}/foto")


def count() -> int:
    db.session.rollback()
    return db.session.query(Photo).count()


def test_several_photos_come_at_once_and_can_be_seen_before_they_are_made_small(client: Person) -> None:
    _product, page = photos_page(client)
    form = page.form("/foto").attach("photos", a_picture(), "a.jpg").attach("photos", a_picture(kind="PNG"), "b.png")
    page = form.send("Simpan foto")
    assert count() == 2
    picture = page.soup.select_one("main img")
    assert picture is not None
    answer = client.get(str(picture["src"]))
    assert (answer.mimetype, answer.headers["Cache-Control"]) == ("image/jpeg", "no-store")


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"hello", "surat.docx", "Berkas ini bukan foto"),
        (a_picture(200, 200), "kecil.jpg", "Foto terlalu kecil"),
        (b"", "kosong.jpg", "Berkas ini bukan foto"),
    ],
)
def test_what_is_no_photo_is_said_beside_the_box_by_its_name(client: Person, data: bytes, name: str, said: str) -> None:
    _product, page = photos_page(client)
    page = page.form("/foto").attach("photos", data, name).send("Simpan foto", 422)
    assert any(said in text and name in text for text in errors_of(page))
    assert count() == 0


def test_good_photos_stay_when_another_is_refused(client: Person) -> None:
    _product, page = photos_page(client)
    form = page.form("/foto").attach("photos", a_picture(), "a.jpg").attach("photos", b"x", "b.jpg")
    page = form.send("Simpan foto", 422)
    assert count() == 1
    assert len(page.texts(".stall-photos__item")) == 1


def test_nothing_chosen_and_too_many_are_refused(client: Person) -> None:
    product, page = photos_page(client)
    assert "Pilih sedikitnya satu foto." in errors_of(page.form("/foto").send("Simpan foto", 422))
    for _ in range(7):
        make_photo(product)
    page = client.visit(f"/lapak/produk/{product.public_id}/foto")
    form = page.form("/foto").attach("photos", a_picture(), "a.jpg").attach("photos", a_picture(), "b.jpg")
    assert any("paling banyak 8 foto" in text for text in errors_of(form.send("Simpan foto", 422)))


def test_a_photo_says_what_it_shows_and_comes_first(client: Person) -> None:
    product, page = photos_page(client)
    first, second = make_photo(product, position=0, alt=""), make_photo(product, position=1)
    page = client.visit(f"/lapak/produk/{product.public_id}/foto")
    page = page.form("/isi").fill(alt="Rompi dari depan").send()
    db.session.rollback()
    assert db.session.get(Photo, first.id).alt == "Rompi dari depan"
    page.form("/depan").send("Jadikan foto depan")
    db.session.rollback()
    assert db.session.get(Photo, second.id).position == 0


def test_a_description_too_long_is_refused(client: Person) -> None:
    product, _page = photos_page(client)
    make_photo(product)
    page = client.visit(f"/lapak/produk/{product.public_id}/foto")
    page = page.form("/isi").fill(alt="a" * 201).send(status=422)
    assert "Terlalu panjang" in page.text


def test_a_removed_photo_comes_back(client: Person) -> None:
    _product, page = photos_page(client)
    page = page.form("/foto").attach("photos", a_picture(), "a.jpg").send("Simpan foto")
    page = page.form("/hapus").send("Hapus")
    assert count() == 0
    page = page.form("/kembalikan").send("Kembalikan foto")
    assert count() == 1
    assert "Foto kembali." in page.text


@pytest.mark.parametrize(("name", "forged"), [("key", "x" * 26), ("alt", "Jaket\x1fRok\x1e"), ("alt", "Lain")])
def test_only_the_own_photo_comes_back_to_its_product_as_it_was(client: Person, name: str, forged: str) -> None:
    _product, page = photos_page(client)
    page = page.form("/foto").attach("photos", a_picture(), "a.jpg").send("Simpan foto")
    form = page.form("/hapus").send("Hapus").form("/kembalikan")
    form.values[name] = forged
    form.send("Kembalikan foto", 404)
    assert count() == 0


def test_what_parts_the_columns_of_a_card_is_never_stored(client: Person) -> None:
    product = make_product(producer=keep_stall(client))
    photo = make_photo(product)
    page = client.visit(f"/lapak/produk/{product.public_id}/foto")
    page.form("/isi").fill(alt="Dari\x1fdepan\x1e, rapi").send()
    db.session.refresh(photo)
    assert photo.alt == "Daridepan, rapi"
    assert product.name in client.visit("/produk").text


def test_every_photo_that_was_refused_is_named_and_how_many_were_kept_is_said(client: Person) -> None:
    _product, page = photos_page(client)
    form = page.form("/foto")
    for name, data in (("kecil.jpg", a_picture(200, 200)), ("a.jpg", a_picture()), ("surat.docx", b"hello")):
        form.attach("photos", data, name)
    page = form.send("Simpan foto", 422)
    assert [text.split(":")[0] for text in errors_of(page)] == ["kecil.jpg", "surat.docx"]
    assert "1 foto tersimpan." in page.text


def test_what_has_room_is_kept_and_the_rest_counted(client: Person) -> None:
    product, _page = photos_page(client)
    for _ in range(6):
        make_photo(product)
    form = client.visit(f"/lapak/produk/{product.public_id}/foto").form("/foto")
    for number in range(5):
        form.attach("photos", a_picture(), f"{number}.jpg")
    page = form.send("Simpan foto", 422)
    assert count() == 8
    assert "2 foto tersimpan." in page.text
    assert "3 tidak masuk" in errors_of(page)[0]


def test_more_than_ever_fit_are_taken_as_far_as_they_fit(client: Person) -> None:
    _product, page = photos_page(client)
    form = page.form("/foto")
    for number in range(10):
        form.attach("photos", a_picture(), f"{number}.jpg")
    assert "2 tidak masuk" in errors_of(form.send("Simpan foto", 422))[0]
    assert count() == 8
