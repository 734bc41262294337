"""Reads of products for the office of their makers."""

from sqlalchemy import select

from shop.accounts.reach import within
from shop.accounts.types import Actor, Role
from shop.catalogue.models import Photo, Product
from shop.lib.errors import NotFound
from shop.platform.db import db
from shop.producers.models import Producer

_LOOKERS = (Role.CURATOR, Role.OFFICER, Role.PROVINCIAL)


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
