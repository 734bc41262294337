"""Reads of products for the office of their makers."""

from sqlalchemy import func, select

from shop.accounts.reach import within
from shop.accounts.types import Actor, Role
from shop.catalogue.models import Photo, Product
from shop.catalogue.types import ProductStatus
from shop.lib.errors import NotFound
from shop.platform.db import db
from shop.producers.models import Producer

_LOOKERS = (Role.CURATOR, Role.OFFICER, Role.PROVINCIAL)


def listing_counts(producer: Producer) -> dict[ProductStatus, int]:
    """How many products of a maker stand in each state."""
    rows = db.session.execute(
        select(Product.status, func.count()).where(Product.producer_id == producer.id).group_by(Product.status)
    )
    return dict(rows.tuples().all())


def first_photos(ids: list[int]) -> dict[int, Photo]:
    """The first photo of each product, whatever its state."""
    found: dict[int, Photo] = {}
    query = select(Photo).where(Photo.product_id.in_(ids)).order_by(Photo.position, Photo.id)
    for photo in db.session.scalars(query):
        found.setdefault(photo.product_id, photo)
    return found


def office_photo(actor: Actor, key: str) -> Photo:
    """A photo of a product in the actor's region, published or not; raises NotFound."""
    found = db.session.scalar(
        select(Photo)
        .join(Product, Product.id == Photo.product_id)
        .join(Producer, Producer.id == Product.producer_id)
        .where(Photo.key == key, within(Producer.regency_code, actor, *_LOOKERS))
        .order_by(Photo.id)
    )
    if found is None:
        raise NotFound("not_found")
    return found
