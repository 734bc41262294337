"""Certificates of products as staff check them: by number and expiry, so that a claim shows only when it is true."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.catalogue.commands.moving import recheck_papers
from shop.catalogue.declared_papers import LONGEST_NUMBER
from shop.catalogue.messages import ProductChanged
from shop.catalogue.models import Certificate, Product
from shop.catalogue.policies import may_review
from shop.catalogue.types import CertificateStatus
from shop.lib.clock import now, today_wib
from shop.lib.errors import Invalid, WrongState, require
from shop.platform import outbox
from shop.platform.db import db


def verify_certificate(
    *, certificate: Certificate, product: Product, number: str, expires_on: date | None, actor: Actor
) -> None:
    """Say that the paper was seen and holds: its number, and until when; the product follows at once."""
    require(may_review(actor, product))
    if not number:
        raise Invalid("certificate_number_missing", "number")
    if len(number) > LONGEST_NUMBER:
        raise Invalid("too_long", "number", most=LONGEST_NUMBER)
    if expires_on is not None and expires_on < today_wib():
        raise Invalid("certificate_over", "expires_on")
    certificate.number, certificate.expires_on = number, expires_on
    _decide(certificate, product, CertificateStatus.VERIFIED, actor)


def reject_certificate(*, certificate: Certificate, product: Product, actor: Actor) -> None:
    """Say that the paper does not hold; a claim that rests on it no longer shows."""
    require(may_review(actor, product))
    if certificate.status is CertificateStatus.REJECTED:
        raise WrongState("wrong_state")
    _decide(certificate, product, CertificateStatus.REJECTED, actor)


def recheck_ended_papers() -> None:
    """Certificates that ran out take their claims and, where compulsory, their products away."""
    ended = select(Certificate.product_id).where(Certificate.expires_on < today_wib())
    expired = select(Product).where(Product.id.in_(ended), Product.papers_in_order)
    found = db.session.scalars(expired.options(selectinload(Product.certificates)).order_by(Product.id))
    for product in found.all():
        recheck_papers(product=product)


def _decide(certificate: Certificate, product: Product, status: CertificateStatus, actor: Actor) -> None:
    certificate.status = status
    certificate.verified_by_id, certificate.verified_at = actor.user_id, now()
    db.session.flush()
    db.session.expire(product, ["certificates"])
    recheck_papers(product=product)
    region = product.producer.regency_code
    record(actor=actor, action=f"certificate.{status}", target=certificate, region_code=region)
    outbox.leave(ProductChanged(product.id))
