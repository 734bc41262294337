"""Messages of the outbox that gave up: staff see them and send them round once more."""

from collections.abc import Sequence

from sqlalchemy import func, select

from shop.lib.errors import NotFound
from shop.platform.db import db
from shop.platform.outbox import OutboxMessage, try_again

SHOWN = 100


def failed_messages() -> Sequence[OutboxMessage]:
    """The newest failed messages."""
    failed = select(OutboxMessage).where(OutboxMessage.failed_at.is_not(None))
    return db.session.scalars(failed.order_by(OutboxMessage.id.desc()).limit(SHOWN)).all()


def failed_count() -> int:
    """How many messages gave up."""
    return db.session.scalar(select(func.count(OutboxMessage.id)).where(OutboxMessage.failed_at.is_not(None))) or 0


def retry(public_id: str) -> OutboxMessage:
    """Send one failed message round again; raises NotFound for one that has not failed."""
    wanted = (OutboxMessage.public_id == public_id, OutboxMessage.failed_at.is_not(None))
    row = db.session.scalar(select(OutboxMessage).where(*wanted))
    if row is None:
        raise NotFound("not_found")
    try_again(row.id)
    return row
