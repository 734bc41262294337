"""Reads of the review queue: what waits, one case, how much was done."""

import json
from collections.abc import Sequence
from datetime import timedelta
from hashlib import sha256

from sqlalchemy import Select, func, select
from sqlalchemy.orm import contains_eager, selectinload

from shop.accounts.reach import within
from shop.accounts.types import Actor, Role
from shop.catalogue.models import Product
from shop.catalogue.types import ProductStatus
from shop.curation.models import ReviewCase
from shop.curation.types import ReviewState
from shop.lib.clock import now
from shop.lib.errors import NotFound
from shop.platform.db import db
from shop.producers.models import Producer

_DECIDERS = (Role.CURATOR, Role.PROVINCIAL)
_SHOWN = 60
LOOKED_AT = (ProductStatus.IN_REVIEW, ProductStatus.PUBLISHED, ProductStatus.PAUSED)


def _cases(actor: Actor) -> Select[ReviewCase]:
    return (
        select(ReviewCase)
        .join(ReviewCase.product)
        .join(Product.producer)
        .where(within(Producer.regency_code, actor, *_DECIDERS), Product.status.in_(LOOKED_AT))
    )


def waiting_cases(actor: Actor) -> Sequence[ReviewCase]:
    """The queue of the actor's region, oldest first; at most 60 are shown."""
    return db.session.scalars(
        _cases(actor)
        .where(ReviewCase.state == ReviewState.WAITING)
        .options(contains_eager(ReviewCase.product).contains_eager(Product.producer))
        .order_by(ReviewCase.opened_at, ReviewCase.id)
        .limit(_SHOWN)
    ).all()


def waiting_count(actor: Actor) -> int:
    """How many cases wait in the actor's region."""
    cases = _cases(actor).where(ReviewCase.state == ReviewState.WAITING).subquery()
    return db.session.scalar(select(func.count()).select_from(cases)) or 0


def decided_count(actor: Actor, days: int = 7) -> int:
    """How many cases of the actor's region were decided in the last days."""
    since = now() - timedelta(days=days)
    cases = _cases(actor).where(ReviewCase.decided_at >= since).subquery()
    return db.session.scalar(select(func.count()).select_from(cases)) or 0


def case_for(actor: Actor, public_id: str) -> ReviewCase:
    """One case of the actor's region with its product; raises NotFound, also for another region's."""
    case = db.session.scalar(
        _cases(actor)
        .where(ReviewCase.public_id == public_id)
        .options(
            contains_eager(ReviewCase.product).contains_eager(Product.producer),
            contains_eager(ReviewCase.product).options(
                selectinload(Product.photos),
                selectinload(Product.tiers),
                selectinload(Product.certificates),
                selectinload(Product.variants),
            ),
        )
    )
    if case is None:
        raise NotFound("not_found")
    return case


def face_of(product: Product) -> str:
    """A digest of the words, prices, facts and photos that staff decide about: another one, and they saw another."""
    shown = {
        "words": [product.name, product.description, product.pending_changes],
        "price": [product.price, product.price_max, product.price_on_request, product.price_basis, product.unit_id],
        "tiers": [[tier.min_quantity, tier.price] for tier in product.tiers],
        "facts": product.attributes,
        "photos": [photo.key for photo in product.photos],
    }
    return sha256(json.dumps(shown, sort_keys=True).encode()).hexdigest()


def case_by_id(case_id: int) -> ReviewCase | None:
    """A case that something is told of, unless it went with its product."""
    return db.session.get(ReviewCase, case_id)


def waiting_case_of(product: Product) -> ReviewCase | None:
    """The case that waits for a product, if there is one."""
    wanted = (ReviewCase.product_id == product.id, ReviewCase.state == ReviewState.WAITING)
    return db.session.scalar(select(ReviewCase).where(*wanted))


def last_decision(product: Product) -> ReviewCase | None:
    """What staff last decided about a product, with reasons and note, for its maker."""
    wanted = (ReviewCase.product_id == product.id, ReviewCase.decided_at.is_not(None))
    return db.session.scalars(
        select(ReviewCase).where(*wanted).order_by(ReviewCase.decided_at.desc(), ReviewCase.id.desc()).limit(1)
    ).first()
