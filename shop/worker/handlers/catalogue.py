"""Products, photos and consents changed: the index, renditions and files follow."""

from collections.abc import Sequence

from shop.catalogue.commands import photos
from shop.catalogue.commands.indexing import goods_of, refresh_capacities, refresh_index, refresh_stalls
from shop.catalogue.messages import DayTurned, PhotoAdded, PhotoRemoved, ProducerProductsChanged, ProductChanged
from shop.consent.messages import ConsentChanged
from shop.platform.db import db, writing
from shop.platform.outbox import Message
from shop.producers.commands.portraits import delete_portrait
from shop.producers.messages import PortraitReplaced, ProducerChanged
from shop.worker.handling import gathers, handles


@gathers(ProductChanged, ProducerProductsChanged, ProducerChanged)
def index_changed(messages: Sequence[Message]) -> None:
    """Products, and all listings of makers, go into the index as they are now, or out of it: in one commit."""
    products = {one.product_id for one in messages if isinstance(one, ProductChanged)}
    makers = {one.producer_id for one in messages if isinstance(one, ProducerProductsChanged | ProducerChanged)}
    refresh_stalls(makers, products)


@gathers(ConsentChanged)
def index_consented(messages: Sequence[ConsentChanged]) -> None:
    """Consents were given or withdrawn: the listings of those makers come in or go out, in one commit."""
    subjects = {one.subject for one in messages}
    goods = goods_of(subjects)
    refresh_index(goods)
    photos.delete_share_pictures([*subjects, *goods.values()])


@handles(DayTurned, outside=True)
def index_capacities(_message: DayTurned) -> None:
    """What can still be made this month stands in the index."""
    refresh_capacities()


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
