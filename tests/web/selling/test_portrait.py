"""The photo of the people behind a stall: own consent, own files."""

import pytest

from shop.consent.types import Purpose
from shop.platform import images, storage
from shop.platform.db import db
from shop.producers.commands.portraits import delete_portrait
from shop.producers.models import Producer
from shop.producers.types import Right
from tests.factories import give_consent, make_producer
from tests.person import Page, Person
from tests.web.selling.keeper import a_picture, errors_of, help_stall, keep_stall

pytestmark = pytest.mark.usefixtures("db_session")
WHERE = "/lapak/profil/foto"


def uploaded(client: Person, data: bytes | None = None, status: int = 200) -> Page:
    form = client.visit(WHERE).form(button="Simpan foto")
    return form.attach("photo", data or a_picture(900, 1200), "saya.jpg").send("Simpan foto", status)


def test_a_portrait_is_square_and_waits_for_its_own_consent(client: Person) -> None:
    maker = keep_stall(client)
    assert "Foto ini belum tampil" in uploaded(client).text
    db.session.refresh(maker)
    master = storage.current().get(f"photos/{maker.photo_key}/master.jpg")
    assert master is not None
    assert images.inspect(master) == images.Photo(900, 900, "JPEG")
    assert client.get(f"{WHERE}/320.jpg").mimetype == "image/jpeg"
    assert client.get(f"{WHERE}/960.jpg").status_code == 404
    public = f"/media/{maker.photo_key}/320.jpg"
    assert client.get(public).status_code == 404
    give_consent(maker, Purpose.PHOTO)
    assert "Foto ini tampil" in client.visit(WHERE).text
    assert client.get(public).status_code == 200
    assert maker.photo_key in client.get(f"/produsen/{maker.slug}").get_data(as_text=True)


def test_another_photo_replaces_the_first_and_its_files_go(client: Person) -> None:
    maker = keep_stall(client)
    uploaded(client)
    db.session.refresh(maker)
    first = maker.photo_key or ""
    delete_portrait(first)
    assert storage.current().get(f"photos/{first}/320.jpg") is not None
    uploaded(client)
    db.session.refresh(maker)
    assert maker.photo_key != first
    delete_portrait(first)
    assert storage.current().get(f"photos/{first}/320.jpg") is None


def test_a_face_that_a_helper_chose_waits_until_the_maker_allows_it_again(client: Person) -> None:
    maker = help_stall(client, Right.PROFILE)
    give_consent(maker, Purpose.PHOTO)
    assert "Konveksi Cisadane sendiri yang mengizinkannya lagi" in client.visit(WHERE).text
    assert "Foto ini belum tampil" in uploaded(client).text


def test_a_portrait_is_taken_off(client: Person) -> None:
    maker = keep_stall(client)
    form = uploaded(client).form("/hapus")
    token = form.values.pop("csrf_token")
    assert "terbuka terlalu lama" in form.send("Ya, hapus foto", 422).text
    page = form.fill(csrf_token=token).send("Ya, hapus foto")
    assert "Foto dihapus." in page.text
    db.session.refresh(maker)
    assert maker.photo_key is None
    assert client.get(f"{WHERE}/320.jpg").status_code == 404


@pytest.mark.parametrize(("data", "said"), [(b"no picture", "bukan foto"), (a_picture(200, 200), "Foto terlalu kecil")])
def test_what_is_no_portrait_is_refused_beside_the_box(client: Person, data: bytes, said: str) -> None:
    keep_stall(client)
    assert any(said in text for text in errors_of(uploaded(client, data, 422)))


def test_nothing_chosen_is_told(client: Person) -> None:
    keep_stall(client)
    page = client.visit(WHERE).form(button="Simpan foto").send("Simpan foto", 422)
    assert len(errors_of(page)) == 1


def test_who_may_not_write_the_profile_changes_no_portrait(client: Person) -> None:
    keep_stall(client, Right.LIST)
    client.visit(WHERE, 404)
    assert db.session.query(Producer).filter(Producer.photo_key.is_not(None)).count() == 0


def test_the_portrait_of_another_stall_is_not_there(client: Person) -> None:
    make_producer(photo_key="0123456789abcdefghjkmnpqrs")
    keep_stall(client)
    assert client.get(f"{WHERE}/320.jpg").status_code == 404
