"""What is done with photos is known afterwards."""

import pytest
from sqlalchemy import select

from shop.accounts.types import SYSTEM
from shop.audit.models import AuditEvent
from shop.catalogue.commands.photos import describe_photo, put_photo_first
from shop.platform.db import db
from tests.factories import make_photo, make_product

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
