"""Certificates of products: as plain facts, and those that wait for staff to check them."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import contains_eager

from shop.accounts.reach import within
from shop.accounts.types import Actor, Role
from shop.catalogue.honesty import Paper
from shop.catalogue.models import Certificate, Product
from shop.catalogue.types import CertificateStatus
from shop.lib.clock import today_wib
from shop.lib.errors import NotFound
from shop.platform.db import db
from shop.producers.models import Producer

_CHECKERS = (Role.CURATOR, Role.PROVINCIAL)
_SHOWN = 100


def papers_of_product(product: Product) -> list[Paper]:
    """The certificates of a loaded product as plain facts."""
    return [Paper(row.type, row.status, row.number, row.expires_on) for row in product.certificates]


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
