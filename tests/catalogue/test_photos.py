"""What is done with photos is known afterwards, and their files follow."""

import pytest
import time_machine
from sqlalchemy import select

from shop.accounts.types import SYSTEM
from shop.audit.models import AuditEvent
from shop.catalogue.commands.photos import (
    UNDO_LASTS,
    add_photo,
    delete_files,
    describe_photo,
    make_renditions,
    prepare_photo,
    put_photo_first,
    remove_photo,
    show_photo,
)
from shop.catalogue.photos import master_name
from shop.catalogue.renditions import public_rendition
from shop.catalogue.types import PhotoState
from shop.lib.clock import now
from shop.platform import storage
from shop.platform.db import db
from shop.platform.images import FORMATS, WIDTHS
from shop.worker.loop import run_all
from tests.factories import make_photo, make_product
from tests.web.selling.keeper import a_picture

pytestmark = pytest.mark.usefixtures("db_session")


def test_choosing_and_describing_a_photo_leave_a_trace() -> None:
    product = make_product()
    photos = [make_photo(product, data=None, position=place) for place in range(2)]
    put_photo_first(product=product, photo_public_id=photos[1].public_id, actor=SYSTEM)
    describe_photo(product=product, photo_public_id=photos[0].public_id, alt="Dari samping", actor=SYSTEM)
    db.session.refresh(product)
    assert [one.alt for one in product.photos] == ["Gantungan kunci kayu", "Dari samping"]
    assert product.photos[0] is photos[1]
    actions = db.session.scalars(select(AuditEvent.action).order_by(AuditEvent.id)).all()
    assert actions == ["product.photo_first", "product.photo_described"]


def test_a_new_photo_is_drawn_in_every_size_and_its_files_go_once_it_was_removed() -> None:
    product = make_product()
    photo = add_photo(product=product, master=prepare_photo(a_picture()), alt="", actor=SYSTEM)
    db.session.commit()
    run_all()
    product = db.session.merge(product)
    (photo,) = product.photos
    assert (photo.state, len(photo.formats)) == (PhotoState.READY, len(FORMATS) * len(WIDTHS))
    assert public_rendition(photo.key, 320, "webp")
    delete_files(photo.key)
    assert public_rendition(photo.key, 320, "webp")
    remove_photo(product=product, photo_public_id=photo.public_id, actor=SYSTEM)
    db.session.commit()
    with time_machine.travel(now() + UNDO_LASTS * 2):
        run_all()
    assert storage.current().get(master_name(photo.key)) is None


def test_a_photo_without_its_master_is_marked_and_one_that_is_gone_is_left_alone() -> None:
    lost = make_photo(make_product(), data=None, state=PhotoState.PENDING, formats=[])
    show_photo(lost.id, make_renditions(lost.id))
    assert lost.state is PhotoState.FAILED
    show_photo(lost.id + 1, make_renditions(lost.id + 1))
