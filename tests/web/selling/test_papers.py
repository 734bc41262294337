"""What papers a maker says a product has."""

import pytest

from shop.catalogue.models import Certificate
from shop.catalogue.types import CertificateStatus, CertificateType
from shop.platform.db import db
from tests.factories import make_product
from tests.person import Page, Person
from tests.web.selling.keeper import a_picture, errors_of, keep_stall

pytestmark = pytest.mark.usefixtures("db_session")


def papers_page(client: Person, kind: str = "jamu") -> Page:
    product = make_product(producer=keep_stall(client), public=False, kind=kind)
    return client.visit(f"/lapak/produk/{product.public_id}/surat")


def test_a_number_with_its_file_waits_for_staff(client: Person) -> None:
    form = (
        papers_page(client)
        .form()
        .fill(status_pirt="claimed", number_pirt="2063522010123-27", status_halal="in_process")
    )
    page = form.attach("file_pirt", a_picture(), "pirt.jpg").send("Simpan surat")
    assert "Dinas memeriksa nomornya" in page.text
    db.session.rollback()
    papers = {one.type: one for one in db.session.query(Certificate)}
    assert papers[CertificateType.PIRT].status is CertificateStatus.CLAIMED
    assert papers[CertificateType.PIRT].file_key is not None
    assert papers[CertificateType.HALAL].status is CertificateStatus.IN_PROCESS
    assert CertificateType.BPOM not in papers


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"number_pirt": ""}, "Tulis nomor suratnya"),
        ({"number_pirt": "9" * 61}, "Terlalu panjang"),
        ({"number_pirt": "123", "expires_pirt": "2020-01-01"}, "sudah lewat masa berlakunya"),
        ({"number_pirt": "123", "expires_pirt": "kapan-kapan"}, "Tanggal belum terbaca"),
    ],
)
def test_a_paper_that_cannot_be_is_said_beside_its_box(client: Person, typed: dict[str, str], said: str) -> None:
    form = papers_page(client).form().fill(status_pirt="claimed", **typed)
    page = form.send("Simpan surat", 422)
    assert any(said in text for text in errors_of(page))
    assert {name: page.form().values[name] for name in typed} == typed
    assert db.session.query(Certificate).count() == 0


def test_a_wrong_file_is_said(client: Person) -> None:
    form = papers_page(client).form().fill(status_pirt="claimed", number_pirt="123")
    page = form.attach("file_pirt", b"MZ", "pirt.exe").send("Simpan surat", 422)
    assert "Berkas ini tidak bisa dipakai. Kirim foto atau PDF." in errors_of(page)


def test_saying_the_same_again_leaves_a_verified_paper_in_peace(client: Person) -> None:
    page = papers_page(client)
    page.form().fill(status_pirt="claimed", number_pirt="123").send("Simpan surat")
    db.session.rollback()
    paper = db.session.query(Certificate).one()
    paper.status = CertificateStatus.VERIFIED
    address = page.path
    client.visit(address).form().send("Simpan surat")
    db.session.rollback()
    assert db.session.query(Certificate).one().status is CertificateStatus.VERIFIED
    client.visit(address).form().fill(number_pirt="456").send("Simpan surat")
    db.session.rollback()
    assert db.session.query(Certificate).one().status is CertificateStatus.CLAIMED


def test_a_kind_without_papers_says_so(client: Person) -> None:
    assert "Tidak perlu surat" in papers_page(client, "painting").text
