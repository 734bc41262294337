"""Whether this process can work: the database takes writes, the disk has room, the outbox is not stuck."""

import shutil
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlalchemy import func, select, update
from sqlalchemy.exc import SQLAlchemyError

from shop.lib.clock import now
from shop.platform import search_index
from shop.platform.db import db, writing
from shop.platform.marks import WORKER_STARTED, SiteMark, mark
from shop.platform.outbox import OutboxMessage, oldest_waiting
from shop.platform.search_index import IndexUnavailable

LEAST_FREE_BYTES = 200_000_000
LONGEST_WAIT = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Health:
    """What was found; the outbox counts in seconds and messages."""

    database: bool
    disk: bool
    search: bool
    outbox_age: float
    outbox_waiting: int
    outbox_failed: int
    worker_started: bool

    @property
    def ready(self) -> bool:
        """Whether visitors should be sent here; without an index lists still answer, plainer."""
        return self.database and self.disk and self.outbox

    @property
    def outbox(self) -> bool:
        """Whether what is due does not wait too long; its clocks are among it, so a worker that ended shows here."""
        return self.outbox_age < LONGEST_WAIT.total_seconds()

    @property
    def worker(self) -> bool:
        """Whether a worker has begun on this database, and keeps up. On a fresh one nothing is due yet without it."""
        return self.worker_started and self.outbox


def look(folder: Path) -> Health:
    """Look at everything once; ``folder`` lies on the disk that fills up."""
    disk = shutil.disk_usage(folder).free >= LEAST_FREE_BYTES
    if not _takes_writes():
        return Health(False, disk, _search(), 0.0, 0, 0, worker_started=False)
    oldest = oldest_waiting()
    age = (now() - oldest).total_seconds() if oldest else 0.0
    started = mark(WORKER_STARTED) is not None
    return Health(True, disk, _search(), age, _count_waiting(), _count_failed(), worker_started=started)


def _takes_writes() -> bool:
    """Touch no row, but ask for the right to write as a change would."""
    db.session.rollback()
    try:
        with writing():
            db.session.execute(update(SiteMark).where(SiteMark.name == "").values(value=""))
    except SQLAlchemyError:
        return False
    finally:
        db.session.rollback()
    return True


def _search() -> bool:
    try:
        search_index.current().reader()
    except IndexUnavailable:
        return False
    return True


def _count_waiting() -> int:
    waiting = OutboxMessage.done_at.is_(None) & OutboxMessage.failed_at.is_(None)
    due = select(func.count()).select_from(OutboxMessage).where(waiting, OutboxMessage.available_at <= now())
    return db.session.scalar(due) or 0


def _count_failed() -> int:
    failed = select(func.count()).select_from(OutboxMessage).where(OutboxMessage.failed_at.is_not(None))
    return db.session.scalar(failed) or 0
