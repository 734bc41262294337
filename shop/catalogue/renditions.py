"""Files of photos for those who may see them."""

from sqlalchemy import select

from shop.catalogue.models import Photo, Product
from shop.catalogue.types import PhotoState
from shop.catalogue.visibility import product_is_public
from shop.consent.queries import allowed
from shop.consent.types import Purpose
from shop.platform import storage
from shop.platform.db import db
from shop.platform.images import EXTENSIONS
from shop.producers.models import Producer
from shop.producers.visibility import producer_is_public

_FORMATS = {extension: format_ for format_, extension in EXTENSIONS.items()}


def public_rendition(key: str, width: int, extension: str) -> bytes | None:
    """A file of a photo whose product is public now, or of a portrait whose maker agrees."""
    made = db.session.scalar(
        select(Photo.formats)
        .join(Product, Product.id == Photo.product_id)
        .join(Producer, Producer.id == Product.producer_id)
        .where(Photo.key == key, Photo.state == PhotoState.READY, product_is_public())
    )
    return _file(key, width, extension, made) if made else _portrait(key, width, extension)


def _portrait(key: str, width: int, extension: str) -> bytes | None:
    """A file of a maker's portrait, for as long as it agrees to show it."""
    agreed = select(Producer.id).where(
        Producer.photo_key == key, producer_is_public(), allowed(Producer.public_id, Purpose.PHOTO)
    )
    return storage.current().get(f"photos/{key}/{width}.{extension}") if db.session.scalar(agreed) else None


def _file(key: str, width: int, extension: str, made: list[str]) -> bytes | None:
    if f"{_FORMATS.get(extension)}:{width}" not in made:
        return None
    return storage.current().get(f"photos/{key}/{width}.{extension}")
