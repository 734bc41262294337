"""Reads of collections for those who make them."""

from collections.abc import Sequence

from sqlalchemy import func, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from shop.accounts.models import Office
from shop.accounts.types import Actor
from shop.catalogue.models import Product
from shop.catalogue.visibility import product_is_public
from shop.curation.models import Collection, CollectionItem
from shop.curation.policies import may_edit_collection
from shop.lib.errors import NotFound
from shop.platform.db import db
from shop.producers.models import Producer

_OFFERED = 12


def collections_to_edit(actor: Actor) -> Sequence[tuple[Collection, int]]:
    """Every collection that the actor may change with the number of its products, in the order of the home page."""
    count = select(func.count(CollectionItem.id)).where(CollectionItem.collection_id == Collection.id)
    rows = db.session.execute(
        select(Collection, Office, count.scalar_subquery())
        .outerjoin(Office, Office.id == Collection.office_id)
        .order_by(Collection.position, Collection.id)
    )
    return [(row, many) for row, office, many in rows if may_edit_collection(actor, office)]


def collection_for_editing(actor: Actor, public_id: str) -> Collection:
    """One collection that the actor may change, published or not; raises NotFound, also for another office's."""
    found = db.session.scalar(select(Collection).where(Collection.public_id == public_id))
    if found is None or not may_edit_collection(actor, office_of(found)):
        raise NotFound("not_found")
    return found


def office_of(collection: Collection) -> Office | None:
    """The office that made a collection."""
    return db.session.get(Office, collection.office_id) if collection.office_id else None


def products_in(collection: Collection) -> Sequence[Product]:
    """The products of a collection in its order, also those that are not public now."""
    return db.session.scalars(
        select(Product)
        .join(CollectionItem, CollectionItem.product_id == Product.id)
        .where(CollectionItem.collection_id == collection.id)
        .options(joinedload(Product.producer))
        .order_by(CollectionItem.position, CollectionItem.id)
    ).all()


def products_to_add(words: str) -> Sequence[Product]:
    """Public products whose name, slug or maker holds these words; at most 12."""
    like = f"%{words.replace('%', '').replace('_', ' ')}%"
    return db.session.scalars(
        select(Product)
        .join(Producer, Producer.id == Product.producer_id)
        .where(product_is_public(), or_(Product.name.ilike(like), Producer.stall_name.ilike(like)))
        .options(contains_eager(Product.producer))
        .order_by(Product.published_at.desc(), Product.id.desc())
        .limit(_OFFERED)
    ).all()


def product_to_add(public_id: str) -> Product:
    """One public product; raises NotFound."""
    found = db.session.scalar(
        select(Product)
        .join(Producer, Producer.id == Product.producer_id)
        .where(product_is_public(), Product.public_id == public_id)
    )
    if found is None:
        raise NotFound("not_found")
    return found


def product_known(public_id: str) -> Product | None:
    """Any product, public or not: for what stood in a collection a moment ago."""
    return db.session.scalar(select(Product).where(Product.public_id == public_id))


def product_of(collection: Collection, public_id: str) -> Product | None:
    """A product of the collection, public or not."""
    return next((row for row in products_in(collection) if row.public_id == public_id), None)


def public_among(products: Sequence[Product]) -> frozenset[int]:
    """The ids of those that everybody can see now."""
    ids = [row.id for row in products]
    query = select(Product.id).join(Producer, Producer.id == Product.producer_id)
    return frozenset(db.session.scalars(query.where(product_is_public(), Product.id.in_(ids))))
