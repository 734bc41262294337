"""The outbox: words left for the worker in the same transaction as the change they tell of."""

import dataclasses
from datetime import datetime, timedelta
from itertools import takewhile
from typing import Any

from sqlalchemy import Index, String, Text, delete, select, text, update
from sqlalchemy.orm import Mapped, mapped_column

from shop.lib.clock import now
from shop.platform.db import JSON, Base, UtcDateTime, db, insert_into, pk, public_id

MAX_ATTEMPTS = 12
LEASE = timedelta(seconds=60)
_ENDED = "the worker ended while it handled this"
_REGISTRY: dict[str, type["Message"]] = {}


@dataclasses.dataclass(frozen=True)
class Message:
    """What the worker is told: a name and ids. Subclasses are frozen dataclasses named in the past tense."""

    def __init_subclass__(cls) -> None:
        if cls.__name__ in _REGISTRY:
            raise TypeError(f"two messages are named {cls.__name__}")
        _REGISTRY[cls.__name__] = cls


class OutboxMessage(Base):
    __tablename__ = "outbox_message"
    __table_args__ = (
        Index(
            "ix_outbox_message_waiting",
            "available_at",
            "id",
            sqlite_where=text("done_at IS NULL AND failed_at IS NULL"),
            postgresql_where=text("done_at IS NULL AND failed_at IS NULL"),
        ),
    )

    id: Mapped[int] = pk()
    public_id: Mapped[str] = public_id()
    name: Mapped[str] = mapped_column(String(64), index=True)
    payload: Mapped[dict[str, Any]] = mapped_column(JSON)
    key: Mapped[str | None] = mapped_column(String(120), unique=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    available_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    attempts: Mapped[int] = mapped_column(default=0)
    leased_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    failed_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    last_error: Mapped[str | None] = mapped_column(Text)

    def message(self) -> Message:
        """The message as it was left; raises LookupError for a name that this version does not know."""
        if self.name not in _REGISTRY:
            raise LookupError(f"no message is named {self.name}")
        return _REGISTRY[self.name](**self.payload)


def leave(
    message: Message, *, after: timedelta | None = None, at: datetime | None = None, key: str | None = None
) -> None:
    """Leave word; with ``key`` a waiting message of the same key is not doubled, also by two at once."""
    moment = at or (now() + after if after else now())
    facts = {"name": type(message).__name__, "payload": dataclasses.asdict(message), "available_at": moment}
    if key is None:
        db.session.add(OutboxMessage(**facts))
        return
    once = insert_into(OutboxMessage).values(**facts, key=key).on_conflict_do_nothing(index_elements=["key"])
    db.session.execute(once)


def claim(limit: int = 20) -> list[OutboxMessage]:
    """Lease up to ``limit`` waiting messages, oldest first; the caller commits.

    One that was tried before comes alone: should it end the process, no other is taken along. One that was tried
    often enough is left to staff.
    """
    moment = now()
    waiting = (
        select(OutboxMessage)
        .where(OutboxMessage.done_at.is_(None), OutboxMessage.failed_at.is_(None), OutboxMessage.available_at <= moment)
        .where((OutboxMessage.leased_until.is_(None)) | (OutboxMessage.leased_until < moment))
        .order_by(OutboxMessage.available_at, OutboxMessage.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    found = list(db.session.scalars(waiting))
    rows = [row for row in found if not _given_up(row)]
    rows = rows[:1] if rows and rows[0].attempts else list(takewhile(lambda row: not row.attempts, rows))
    for row in rows:
        row.leased_until = moment + LEASE
        row.attempts += 1
    return rows


def _given_up(row: OutboxMessage) -> bool:
    if row.attempts < MAX_ATTEMPTS:
        return False
    postpone(row, row.last_error or _ENDED)
    return True


def free_leases() -> None:
    """Called by a worker that starts: what the one before held is due again. There is one worker at a time.

    At once, where it was the first try; else after a wait, so that a message that ends the process cannot end it
    again and again without a pause.
    """
    held = OutboxMessage.leased_until.is_not(None) & OutboxMessage.done_at.is_(None)
    for row in db.session.scalars(select(OutboxMessage).where(held).order_by(OutboxMessage.id)):
        if row.attempts > 1:
            postpone(row, _ENDED)
        else:
            row.leased_until = None
    db.session.flush()


def finish(row: OutboxMessage) -> None:
    """Stamp a message as done and free its key."""
    row.done_at, row.leased_until, row.key, row.last_error = now(), None, None, None


def postpone(row: OutboxMessage, error: str) -> None:
    """After a failure wait longer each time (2 s, 4 s, … at most an hour); in the end leave it to staff."""
    row.leased_until, row.last_error = None, error[:2000]
    if row.attempts >= MAX_ATTEMPTS:
        row.failed_at, row.key = now(), None
    else:
        row.available_at = now() + timedelta(seconds=min(2**row.attempts, 3600))


def try_again(row_id: int) -> None:
    """Staff sends a failed message round once more."""
    db.session.execute(
        update(OutboxMessage)
        .where(OutboxMessage.id == row_id, OutboxMessage.failed_at.is_not(None))
        .values(failed_at=None, attempts=0, available_at=now())
    )


def forget_done(before: datetime) -> None:
    """Delete finished messages older than ``before``."""
    db.session.execute(delete(OutboxMessage).where(OutboxMessage.done_at < before))


def oldest_waiting() -> datetime | None:
    """When the message that waits longest became due, or None."""
    waiting = select(OutboxMessage.available_at).where(
        OutboxMessage.done_at.is_(None), OutboxMessage.failed_at.is_(None), OutboxMessage.available_at <= now()
    )
    return db.session.scalar(waiting.order_by(OutboxMessage.available_at, OutboxMessage.id).limit(1))
