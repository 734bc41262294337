"""What may be asked about, and the request being put together."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from shop.catalogue.models import Product
from shop.catalogue.visibility import product_is_public
from shop.inquiries.models import RequestDraft, RequestDraftLine
from shop.lib.clock import now
from shop.lib.errors import NotFound
from shop.lib.ids import token_hash
from shop.platform.db import db
from shop.producers.models import Producer


def public_products(ids: Collection[int]) -> dict[int, Product]:
    """Those of the products that may be asked about now, by id; read afresh."""
    found = db.session.scalars(
        select(Product)
        .join(Product.producer)
        .where(Product.id.in_(ids), product_is_public())
        .options(joinedload(Product.unit), selectinload(Product.tiers))
        .execution_options(populate_existing=True)
    )
    return {product.id: product for product in found}


def askable_product(slug: str) -> Product:
    """A public product with all that the form of an inquiry shows; raises NotFound product_unknown."""
    found = db.session.scalar(
        select(Product).join(Product.producer).where(Product.slug == slug, product_is_public()).options(*_form_parts())
    )
    if found is None:
        raise NotFound("product_unknown")
    return found


def was_public(slug: str) -> bool:
    """Whether people could have seen this product once; a form of it may still be open somewhere."""
    return bool(db.session.scalar(select(Product.id).where(Product.slug == slug, Product.published_at.is_not(None))))


def _form_parts() -> tuple[ORMOption, ...]:
    return (
        joinedload(Product.unit),
        joinedload(Product.kind),
        joinedload(Product.producer).joinedload(Producer.regency),
        selectinload(Product.tiers),
        selectinload(Product.variants),
        selectinload(Product.photos),
        selectinload(Product.certificates),
    )


def draft_by_token(token: str | None) -> RequestDraft | None:
    """The request being put together that a cookie names, unless its 30 days are over."""
    if not token:
        return None
    return db.session.scalar(
        select(RequestDraft)
        .where(RequestDraft.token_hash == token_hash(token), RequestDraft.expires_at > now())
        .options(
            selectinload(RequestDraft.lines)
            .joinedload(RequestDraftLine.product)
            .options(
                joinedload(Product.unit),
                joinedload(Product.kind),
                joinedload(Product.producer).joinedload(Producer.regency),
                selectinload(Product.photos),
                selectinload(Product.tiers),
                selectinload(Product.certificates),
            )
        )
    )
