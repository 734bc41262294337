"""Photos of products: the checked master is stored at once, the worker makes the renditions."""

from collections.abc import Iterable
from datetime import timedelta

from sqlalchemy import select

from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.catalogue.messages import PhotoAdded, PhotoRemoved, ProductChanged
from shop.catalogue.models import Photo, Product
from shop.catalogue.photos import master_name, rendition_name
from shop.catalogue.policies import may_manage
from shop.catalogue.types import PhotoState
from shop.lib.errors import Invalid, NotFound, require
from shop.lib.ids import new_public_id
from shop.lib.phone import refuse_phone
from shop.platform import images, outbox, storage
from shop.platform.db import db

MOST_PHOTOS = 8
UNDO_LASTS = timedelta(minutes=15)


def prepare_photo(data: bytes) -> bytes:
    """Check an upload by decoding and make its upright, bare master; done before the write transaction."""
    return images.master(data)


def add_photo(*, product: Product, master: bytes, alt: str, actor: Actor, key: str | None = None) -> Photo:
    """Store a prepared master as the product's last photo and leave word for its renditions."""
    require(may_manage(actor, product))
    if len(product.photos) >= MOST_PHOTOS:
        raise Invalid("too_many_photos", "photos", most=MOST_PHOTOS)
    facts = images.inspect(master)
    if key is None:
        key = new_public_id()
        storage.current().put(master_name(key), master)
    photo = Photo(
        key=key,
        alt=alt,
        width=facts.width,
        height=facts.height,
        position=max((one.position for one in product.photos), default=-1) + 1,
    )
    product.photos.append(photo)
    db.session.flush()
    record(actor=actor, action="product.photo_added", target=product)
    outbox.leave(PhotoAdded(photo.id))
    return photo


def remove_photo(*, product: Product, photo_public_id: str, actor: Actor) -> None:
    """Take a photo off; its files go with the worker, once there is no more time to undo it."""
    require(may_manage(actor, product))
    photo = _photo(product, photo_public_id)
    product.photos.remove(photo)
    db.session.flush()
    record(actor=actor, action="product.photo_removed", target=product)
    outbox.leave(PhotoRemoved(photo.key), after=UNDO_LASTS)
    outbox.leave(ProductChanged(product.id))


def restore_photo(*, product: Product, key: str, alt: str, actor: Actor) -> Photo:
    """Put a photo back that was just removed; raises NotFound once its files are gone."""
    master = storage.current().get(master_name(key))
    if master is None or db.session.scalar(select(Photo.id).where(Photo.key == key)) is not None:
        raise NotFound("not_found")
    return add_photo(product=product, master=master, alt=alt, actor=actor, key=key)


def put_photo_first(*, product: Product, photo_public_id: str, actor: Actor) -> None:
    """Make a photo the one that cards show."""
    require(may_manage(actor, product))
    first = _photo(product, photo_public_id)
    others = [one for one in product.photos if one is not first]
    for place, photo in enumerate([first, *others]):
        photo.position = place
    db.session.flush()
    db.session.expire(product, ["photos"])
    record(actor=actor, action="product.photo_first", target=product)
    outbox.leave(ProductChanged(product.id))


def describe_photo(*, product: Product, photo_public_id: str, alt: str, actor: Actor) -> None:
    """Set what a photo shows, for those who do not see it."""
    require(may_manage(actor, product))
    refuse_phone({"alt": alt})
    _photo(product, photo_public_id).alt = alt
    db.session.flush()
    record(actor=actor, action="product.photo_described", target=product)


def make_renditions(photo_id: int, formats: tuple[images.Format, ...] = images.FORMATS) -> list[str] | None:
    """Draw and store widths and formats of one photo, outside of any write transaction; bears a second run.

    Returns what was made as ``format:width``, None when photo or master are gone.
    """
    photo = db.session.get(Photo, photo_id)
    master = storage.current().get(master_name(photo.key)) if photo else None
    if photo is None or master is None:
        return None
    made = []
    for rendition in images.renditions(master, formats=formats):
        name = rendition_name(photo.key, rendition.width, rendition.format)
        storage.current().put(name, rendition.data, durable=False)
        made.append(f"{rendition.format}:{rendition.width}")
    return made


def show_photo(photo_id: int, made: list[str] | None) -> None:
    """Note which renditions exist; a photo without a master is marked as failed, a vanished one left alone."""
    photo = db.session.get(Photo, photo_id)
    if photo is None:
        return
    photo.state = PhotoState.FAILED if made is None else PhotoState.READY
    photo.formats = sorted({*photo.formats, *(made or [])})
    db.session.flush()
    outbox.leave(ProductChanged(photo.product_id))


def delete_files(key: str) -> None:
    """Delete a photo's master and renditions, unless a row still shows them."""
    if db.session.scalar(select(Photo.id).where(Photo.key == key)) is None:
        storage.current().delete_prefix(f"photos/{key}")


def delete_share_pictures(public_ids: Iterable[str]) -> None:
    """Delete what was drawn for links to these products or makers; what is still public is drawn again when asked."""
    for public_id in public_ids:
        storage.current().delete_prefix(f"share/{public_id}")


def _photo(product: Product, public_id: str) -> Photo:
    for photo in product.photos:
        if photo.public_id == public_id:
            return photo
    raise NotFound("not_found")
