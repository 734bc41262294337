"""Files are kept for whoever fills in a form honestly, and for nobody else."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
import time_machine

from shop.catalogue.models import Certificate
from shop.inquiries.commands import limits
from shop.inquiries.models import Attachment
from shop.inquiries.types import StoredFile
from shop.lib.clock import now
from shop.lib.errors import Invalid
from shop.platform import storage
from shop.platform.db import db
from tests.factories import make_product
from tests.inquiries.makers import an_inquiry
from tests.person import Form, Person
from tests.web.public.buying import a_picture, the_form, the_page
from tests.web.selling.keeper import asked, keep_stall

pytestmark = pytest.mark.usefixtures("db_session")
PDF = b"%PDF-1.4 " + b"x" * 2000 + b"%%EOF"
Opened = Callable[[Person], Form]


def ask(client: Person) -> Form:
    return the_form(client, make_product())


def request(client: Person) -> Form:
    client.visit(f"/permintaan/tambah/{make_product().slug}").form().send()
    return client.visit("/permintaan").form("/permintaan").fill(name="Ratna", phone="0812 3456 7890")


def reply(client: Person) -> Form:
    return the_page(client, an_inquiry(make_product())).form("/balas").fill(body="Ini gambarnya.")


def answer(client: Person) -> Form:
    part = asked(make_product(producer=keep_stall(client)))
    return client.visit(f"/lapak/permintaan/{part.public_id}").form("/pesan").fill(body="Ini contohnya.")


def paper(client: Person) -> Form:
    product = make_product(producer=keep_stall(client), public=False, kind="jamu")
    form = client.visit(f"/lapak/produk/{product.public_id}/surat").form()
    return form.fill(status_pirt="claimed", number_pirt="206352")


FORMS: list[Any] = [
    pytest.param(ask, "files", "name", id="ask"),
    pytest.param(request, "files", "name", id="request"),
    pytest.param(reply, "files", "body", id="reply"),
    pytest.param(answer, "files", "body", id="answer"),
    pytest.param(paper, "file_pirt", "number_pirt", id="paper"),
]


def kept() -> list[str]:
    folders = ("attachments", "files", "papers")
    return [key for folder in folders for key, _moment in storage.current().listed(folder)]


def attached() -> list[str]:
    """The keys of files that belong to something."""
    db.session.rollback()
    papers = [one.file_key for one in db.session.query(Certificate) if one.file_key]
    return [one.key for one in db.session.query(Attachment)] + papers


@pytest.mark.parametrize(("opened", "box", "_needed"), FORMS)
@pytest.mark.parametrize("token", ["", "lama"])
def test_without_a_good_token_nothing_is_kept(
    client: Person, opened: Opened, box: str, _needed: str, token: str
) -> None:
    form = opened(client)
    form.values["csrf_token"] = token
    page = form.attach(box, PDF, "surat.pdf").send(status=422)
    assert kept() == []
    assert "Pilih berkasnya sekali lagi" in page.text
    assert "terbuka terlalu lama" in page.text


def test_a_visitor_without_any_form_fills_no_disk(client: Person) -> None:
    files = {"files": [(BytesIO(PDF), f"{n}.pdf") for n in range(5)]}
    response = client.post(f"/produk/{make_product().slug}/tanya", data=files, content_type="multipart/form-data")
    assert response.status_code == 422
    assert kept() == []


@pytest.mark.parametrize(("opened", "box", "needed"), FORMS)
def test_files_of_a_refused_form_are_kept_and_go_with_the_next_try(
    client: Person, opened: Opened, box: str, needed: str
) -> None:
    form = opened(client)
    right = form.values[needed]
    page = form.fill(**{needed: "x" * 2001}).attach(box, PDF, "surat.pdf").send(status=422)
    assert "Sudah terlampir: surat.pdf" in page.text
    assert attached() == []
    page.form(form.address.rpartition("/")[2]).fill(**{needed: right}).send()
    assert attached() == kept()
    assert len(kept()) == 1


@pytest.mark.parametrize(("opened", "box", "_needed"), FORMS)
def test_a_file_that_cannot_be_used_is_told_and_not_kept(
    client: Person, opened: Opened, box: str, _needed: str
) -> None:
    page = opened(client).attach(box, b"MZ", "virus.exe").send(status=422)
    assert "Kirim foto atau PDF" in page.text
    assert kept() == []


def test_beside_a_file_that_cannot_be_used_the_good_ones_are_kept(client: Person) -> None:
    page = ask(client).attach("files", PDF, "baik.pdf").attach("files", b"MZ", "virus.exe").send(status=422)
    assert "Sudah terlampir: baik.pdf" in page.text
    page.form("/tanya").send()
    assert len(attached()) == 1


def test_a_file_that_was_tidied_away_meanwhile_is_asked_for_again(client: Person) -> None:
    page = the_form(client, make_product(), name="").attach("files", PDF, "surat.pdf").send(status=422)
    storage.current().delete(kept()[0])
    page = page.form("/tanya").fill(name="Ratna").send(status=422)
    assert "Pilih berkasnya sekali lagi" in page.texts("#files-error")[0]
    assert "Sudah terlampir" not in page.text
    page.form("/tanya").send()
    assert attached() == []


def test_a_newer_file_takes_the_place_of_the_one_before_where_one_is_wanted(client: Person) -> None:
    form = paper(client)
    page = form.fill(number_pirt="").attach("file_pirt", PDF, "lama.pdf").send(status=422)
    page = page.form().attach("file_pirt", PDF, "baru.pdf").send(status=422)
    assert "Sudah terlampir: baru.pdf" in page.text
    page.form().fill(number_pirt="206352").send()
    assert len(attached()) == 1
    assert attached()[0] in kept()


@pytest.mark.parametrize("opened", [ask, answer])
def test_a_name_that_is_a_persons_number_is_not_stored_on_either_side(client: Person, opened: Opened) -> None:
    form = opened(client).attach("files", a_picture(), "3578011204900001.jpg")
    form.attach("files", a_picture(), "KTP 3578 0112 0490 0001.png").send()
    db.session.rollback()
    assert {one.name for one in db.session.query(Attachment)} == {"berkas.jpg"}


def test_a_stored_file_bears_no_such_name_wherever_it_comes_from() -> None:
    with pytest.raises(Invalid):
        StoredFile("attachments/a.jpg", "3578011204900001.jpg", "image/jpeg", 1)


def test_one_network_keeps_so_many_bytes_an_hour(client: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_UPLOADED_BY_NETWORK", 3)  # KiB
    client.environ_base["REMOTE_ADDR"] = "203.0.113.7"
    product = make_product()
    with time_machine.travel(now()) as time:
        the_form(client, product, name="").attach("files", PDF, "satu.pdf").send(status=422)
        page = the_form(client, product).attach("files", PDF, "dua.pdf").send(status=422)
        assert "Terlalu banyak berkas dalam waktu singkat." in page.texts("#files-error")[0]
        assert len(kept()) == 1
        the_form(client, product).send()
        time.shift(limits.UPLOADS_WAIT)
        the_form(client, product, quantity="300").attach("files", PDF, "tiga.pdf").send()
    assert len(kept()) == 2


def test_about_one_inquiry_both_sides_together_keep_so_many_bytes(
    client: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST_UPLOADED_ABOUT_ONE", 3)
    part = asked(make_product(producer=keep_stall(client)))
    the_page(client, part.inquiry).form("/balas").fill(body="Ini.").attach("files", PDF, "satu.pdf").send()
    form = client.visit(f"/lapak/permintaan/{part.public_id}").form("/pesan").fill(body="Dan ini.")
    page = form.attach("files", PDF, "dua.pdf").send(status=422)
    assert "Terlalu banyak berkas" in page.text
    assert page.form("/pesan").values["body"] == "Dan ini."
    page.form("/pesan").send()
    assert len(kept()) == 1
