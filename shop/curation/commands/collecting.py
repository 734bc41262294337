"""Collections: made, worded, filled and published by staff."""

from dataclasses import dataclass

from sqlalchemy import func, select

from shop.accounts.models import Office
from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.catalogue.models import Product
from shop.curation.collecting import office_of
from shop.curation.models import Collection, CollectionItem
from shop.curation.policies import may_collect, may_edit_collection
from shop.lib.errors import Conflict, Invalid, WrongState, require
from shop.lib.nik import refuse_nik
from shop.lib.slugs import free_slug, slugify
from shop.platform.db import db
from shop.platform.holding import hold, refusing_twins

MOST_ITEMS = 60


@dataclass(frozen=True, kw_only=True)
class CollectionFacts:
    """What a collection says, in both languages, and whether everybody sees it."""

    title_id: str
    title_en: str
    intro_id: str = ""
    intro_en: str = ""
    published: bool = False


def create_collection(*, facts: CollectionFacts, office: Office | None = None, actor: Actor) -> Collection:
    """Make a collection; its address comes from the Indonesian title and stays. It is filled before it is published."""
    require(may_collect(actor))
    _check(facts, has_products=False)
    last = db.session.scalar(select(func.max(Collection.position))) or 0
    collection = Collection(
        slug=free_slug(slugify(facts.title_id, "koleksi"), _taken),
        position=last + 1,
        office_id=office.id if office else None,
        **vars(facts),
    )
    with refusing_twins(Conflict("try_again", "title_id")):
        db.session.add(collection)
    record(actor=actor, action="collection.created", target=collection)
    return collection


def edit_collection(*, collection: Collection, facts: CollectionFacts, actor: Actor) -> None:
    """Change the words, and whether it is published."""
    require(may_edit_collection(actor, office_of(collection)))
    _check(facts, has_products=bool(_items(collection)))
    for name, value in vars(facts).items():
        setattr(collection, name, value)
    record(actor=actor, action="collection.edited", target=collection, published=facts.published)


def add_to_collection(*, collection: Collection, product: Product, place: int | None = None, actor: Actor) -> None:
    """Put a product at the end or, where it once stood, at that place from 0; one that is in stays as it is."""
    require(may_edit_collection(actor, office_of(collection)))
    hold(collection)
    items = _items(collection)
    if any(item.product_id == product.id for item in items):
        return
    if len(items) >= MOST_ITEMS:
        raise Invalid("collection_too_large", most=MOST_ITEMS)
    added = CollectionItem(collection_id=collection.id, product_id=product.id)
    items.insert(len(items) if place is None else place, added)
    db.session.add(added)
    _number(items)
    record(actor=actor, action="collection.filled", target=collection, product=product.public_id)


def take_from_collection(*, collection: Collection, product: Product, actor: Actor) -> int | None:
    """Take a product out; gives the place that it had, None when it was not in. A published one keeps its last."""
    require(may_edit_collection(actor, office_of(collection)))
    hold(collection)
    items = _items(collection)
    place = next((at for at, item in enumerate(items) if item.product_id == product.id), None)
    if place is None:
        return None
    if collection.published and len(items) == 1:
        raise WrongState("collection_last")
    db.session.delete(items.pop(place))
    _number(items)
    record(actor=actor, action="collection.emptied", target=collection, product=product.public_id)
    return place


def move_in_collection(*, collection: Collection, product: Product, up: bool, actor: Actor) -> None:
    """Change places with the product before or behind; the ends stay where they are."""
    require(may_edit_collection(actor, office_of(collection)))
    hold(collection)
    items = _items(collection)
    place = next((at for at, item in enumerate(items) if item.product_id == product.id), None)
    other = None if place is None else place - 1 if up else place + 1
    if place is None or other is None or not 0 <= other < len(items):
        return
    items[place], items[other] = items[other], items[place]
    _number(items)
    record(actor=actor, action="collection.reordered", target=collection, product=product.public_id)


def _check(facts: CollectionFacts, *, has_products: bool) -> None:
    for name in ("title_id", "title_en"):
        if not getattr(facts, name):
            raise Invalid("required", name)
    refuse_nik(vars(facts))
    if facts.published and not has_products:
        raise Invalid("collection_empty", "published")


def _items(collection: Collection) -> list[CollectionItem]:
    own = select(CollectionItem).where(CollectionItem.collection_id == collection.id)
    return list(db.session.scalars(own.order_by(CollectionItem.position, CollectionItem.id)))


def _number(items: list[CollectionItem]) -> None:
    for place, item in enumerate(items):
        item.position = place
    db.session.flush()


def _taken(slug: str) -> bool:
    return db.session.scalar(select(Collection.id).where(Collection.slug == slug)) is not None
