"""Products, photos and consents changed: the index, renditions and files follow."""

from sqlalchemy import select

from shop.catalogue import photos
from shop.catalogue.indexing import refresh_capacities, refresh_index
from shop.catalogue.messages import DayTurned, PhotoAdded, PhotoRemoved, ProducerProductsChanged, ProductChanged
from shop.catalogue.models import Product
from shop.consent.messages import ConsentChanged
from shop.platform.db import db, writing
from shop.producers.messages import PortraitReplaced, ProducerChanged
from shop.producers.models import Producer
from shop.producers.portraits import delete_portrait
from shop.worker.handling import handles


@handles(ProductChanged, outside=True)
def index_product(message: ProductChanged) -> None:
    """One product goes into the index as it is now, or out of it."""
    refresh_index([message.product_id])


@handles(ProducerProductsChanged, outside=True)
def index_stall(message: ProducerProductsChanged) -> None:
    """All listings of a maker follow what it changed."""
    refresh_index(db.session.scalars(select(Product.id).where(Product.producer_id == message.producer_id)).all())


@handles(DayTurned, outside=True)
def index_capacities(_message: DayTurned) -> None:
    """What can still be made this month stands in the index."""
    refresh_capacities()


@handles(ConsentChanged, outside=True)
def index_consented(message: ConsentChanged) -> None:
    """A consent was given or withdrawn: the listings of that maker come in or go out."""
    stall = select(Product.id, Product.public_id).join(Producer, Producer.id == Product.producer_id)
    rows = db.session.execute(stall.where(Producer.public_id == message.subject)).all()
    refresh_index([row.id for row in rows])
    photos.delete_share_pictures([message.subject, *(row.public_id for row in rows)])


@handles(PhotoAdded, outside=True)
def draw_photo(message: PhotoAdded) -> None:
    """Make all widths and formats of a new photo, then show it."""
    made = photos.make_renditions(message.photo_id)
    db.session.rollback()
    with writing():
        photos.show_photo(message.photo_id, made)
        db.session.commit()


@handles(PhotoRemoved, outside=True)
def delete_photo(message: PhotoRemoved) -> None:
    """The files of a removed photo go."""
    photos.delete_files(message.key)


@handles(PortraitReplaced, outside=True)
def delete_old_portrait(message: PortraitReplaced) -> None:
    """The files of a maker's portrait before go."""
    delete_portrait(message.key)


@handles(ProducerChanged, outside=True)
def index_renamed(message: ProducerChanged) -> None:
    """Name, place or contact of a maker changed: its listings show them."""
    refresh_index(db.session.scalars(select(Product.id).where(Product.producer_id == message.producer_id)).all())
