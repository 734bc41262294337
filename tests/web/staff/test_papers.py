"""Certificates that makers claim, checked by number and date."""

from flask import Flask
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.types import Role
from shop.catalogue.models import Certificate, Product
from shop.catalogue.types import CertificateStatus, CertificateType
from shop.platform.db import db
from tests.factories import make_producer, make_product
from tests.web.staff.desk import sign_in

Db = scoped_session[Session]


def make_claim(region: str = "35.22") -> Certificate:
    """A herbal drink whose maker claims a P-IRT number."""
    product = make_product(kind="jamu", producer=make_producer(regency_code=region), papers_in_order=False)
    paper = Certificate(
        product_id=product.id, type=CertificateType.PIRT, status=CertificateStatus.CLAIMED, number="2133522010001"
    )
    db.session.add(paper)
    db.session.flush()
    return paper


def test_a_verified_paper_brings_a_held_back_product_out(app: Flask, db_session: Db) -> None:
    paper = make_claim()
    page = sign_in(app, Role.CURATOR).visit("/dinas/surat").follow("P-IRT")
    assert "Surat sudah diperiksa." in page.form().fill(expires_on="2030-01-31").send().text
    db.session.expire_all()
    assert paper.status is CertificateStatus.VERIFIED
    assert db.session.get_one(Product, paper.product_id).papers_in_order


def test_a_paper_that_is_over_is_refused(app: Flask, db_session: Db) -> None:
    paper = make_claim()
    form = sign_in(app, Role.CURATOR).visit(f"/dinas/surat/{paper.public_id}").form()
    assert "sudah lewat masa berlakunya" in form.fill(expires_on="2020-01-31").send(status=422).text


def test_a_rejected_paper_leaves_the_list(app: Flask, db_session: Db) -> None:
    paper = make_claim()
    page = sign_in(app, Role.CURATOR).visit(f"/dinas/surat/{paper.public_id}").form("/tolak").send()
    assert "Tidak ada surat yang menunggu." in page.text


def test_a_paper_of_another_region_is_not_there(app: Flask, db_session: Db) -> None:
    paper = make_claim("32.04")
    sign_in(app, Role.CURATOR).visit(f"/dinas/surat/{paper.public_id}", status=404)
