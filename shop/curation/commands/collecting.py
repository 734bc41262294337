"""Collections: made, worded, filled and published by staff."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, select

from shop.accounts.models import Office
from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.catalogue.models import Product
from shop.curation.collecting import office_of
from shop.curation.models import Collection, CollectionItem
from shop.curation.policies import may_collect, may_edit_collection
from shop.lib.errors import Invalid, require
from shop.lib.nik import refuse_nik
from shop.lib.slugs import free_slug, slugify
from shop.platform.db import db

MOST_ITEMS = 60


@dataclass(frozen=True, kw_only=True)
class CollectionFacts:
    """What a collection says, in both languages, and whether everybody sees it."""

    title_id: str
    title_en: str
    intro_id: str = ""
    intro_en: str = ""
    published: bool = False


def create_collection(
    *, facts: CollectionFacts, products: Sequence[Product] = (), office: Office | None = None, actor: Actor
) -> Collection:
    """Make a collection; its address comes from the Indonesian title and stays."""
    require(may_collect(actor))
    _check(facts, products)
    last = db.session.scalar(select(func.max(Collection.position))) or 0
    collection = Collection(
        slug=free_slug(slugify(facts.title_id, "koleksi"), _taken),
        position=last + 1,
        office_id=office.id if office else None,
        **vars(facts),
    )
    db.session.add(collection)
    db.session.flush()
    _put(collection, products)
    record(actor=actor, action="collection.created", target=collection)
    return collection


def edit_collection(
    *, collection: Collection, facts: CollectionFacts, products: Sequence[Product], actor: Actor
) -> None:
    """Change words, products with their order, and whether it is published."""
    require(may_edit_collection(actor, office_of(collection)))
    _check(facts, products)
    for name, value in vars(facts).items():
        setattr(collection, name, value)
    _put(collection, products)
    record(actor=actor, action="collection.edited", target=collection, published=facts.published)


def _check(facts: CollectionFacts, products: Sequence[Product]) -> None:
    for name in ("title_id", "title_en"):
        if not getattr(facts, name):
            raise Invalid("required", name)
    refuse_nik(vars(facts))
    if len(products) > MOST_ITEMS:
        raise Invalid("collection_too_large", "products", most=MOST_ITEMS)
    if facts.published and not products:
        raise Invalid("collection_empty", "products")


def _put(collection: Collection, products: Sequence[Product]) -> None:
    db.session.execute(delete(CollectionItem).where(CollectionItem.collection_id == collection.id))
    unique = dict.fromkeys(product.id for product in products)
    db.session.add_all(
        CollectionItem(collection_id=collection.id, product_id=key, position=place) for place, key in enumerate(unique)
    )
    db.session.flush()


def _taken(slug: str) -> bool:
    return db.session.scalar(select(Collection.id).where(Collection.slug == slug)) is not None
