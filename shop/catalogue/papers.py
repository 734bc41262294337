"""Certificates of products as staff check them: by number and expiry, so that a claim shows only when it is true."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import contains_eager

from shop.accounts.reach import within
from shop.accounts.types import Actor, Role
from shop.audit.commands import record
from shop.catalogue.commands import recheck_papers
from shop.catalogue.messages import ProductChanged
from shop.catalogue.models import Certificate, Product
from shop.catalogue.policies import may_review
from shop.catalogue.types import CertificateStatus
from shop.lib.clock import now, today_wib
from shop.lib.errors import Invalid, NotFound, WrongState, require
from shop.platform import outbox
from shop.platform.db import db
from shop.producers.models import Producer

LONGEST_NUMBER = 60
_CHECKERS = (Role.CURATOR, Role.PROVINCIAL)
_SHOWN = 100


def _papers(actor: Actor):  # type: ignore[no-untyped-def]  # SQLAlchemy's long type
    return (
        select(Certificate, Product)
        .join(Product, Product.id == Certificate.product_id)
        .join(Product.producer)
        .where(within(Producer.regency_code, actor, *_CHECKERS))
        .options(contains_eager(Product.producer))
    )


def papers_to_check(actor: Actor) -> Sequence[tuple[Certificate, Product]]:
    """Claimed papers of the actor's region, and verified ones that are over, oldest first."""
    over = (Certificate.status == CertificateStatus.VERIFIED) & (Certificate.expires_on < today_wib())
    waiting = _papers(actor).where((Certificate.status == CertificateStatus.CLAIMED) | over)
    rows = db.session.execute(waiting.order_by(Certificate.id).limit(_SHOWN)).all()
    return [(row[0], row[1]) for row in rows]


def paper_for(actor: Actor, public_id: str) -> tuple[Certificate, Product]:
    """One paper of a product in the actor's region; raises NotFound."""
    row = db.session.execute(_papers(actor).where(Certificate.public_id == public_id)).first()
    if row is None:
        raise NotFound("not_found")
    return row[0], row[1]


def papers_count(actor: Actor) -> int:
    """How many papers of the actor's region wait, at most as many as are shown."""
    return len(papers_to_check(actor))


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


def _decide(certificate: Certificate, product: Product, status: CertificateStatus, actor: Actor) -> None:
    certificate.status = status
    certificate.verified_by_id, certificate.verified_at = actor.user_id, now()
    db.session.flush()
    db.session.expire(product, ["certificates"])
    recheck_papers(product=product)
    region = product.producer.regency_code
    record(actor=actor, action=f"certificate.{status}", target=certificate, region_code=region)
    outbox.leave(ProductChanged(product.id))
