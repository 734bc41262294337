"""The worker's loop: claim, handle, stamp; failures wait longer each time and end where staff see them."""

import threading
from collections.abc import Iterable, Sequence

import structlog
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from shop.lib.clock import now
from shop.platform import outbox
from shop.platform.db import db, writing
from shop.platform.marks import WORKER_STARTED, set_mark
from shop.platform.outbox import OutboxMessage
from shop.worker import handlers
from shop.worker.clocks import start_clocks
from shop.worker.handling import gatherer, handlings

log = structlog.get_logger(__name__)
PAUSE = 0.5
_BATCH = 20


def work(stop: threading.Event) -> None:
    """Handle messages until told to stop; looks at the outbox every half second."""
    handlers.load()
    begun = False
    while not stop.is_set():
        begun = begun or _begin()
        handled = run_once() if begun else None
        if handled is None:
            begun = False
        if not handled:
            stop.wait(PAUSE)


def _begin() -> bool:
    """Take over what was held before and start the clocks; False where the database is away."""
    try:
        with writing():
            outbox.free_leases()
            start_clocks()
            set_mark(WORKER_STARTED, now().isoformat())
            db.session.commit()
    except OperationalError as error:
        db.session.rollback()
        log.warning("worker_waits_for_database", error=type(error.orig).__name__)
        return False
    return True


def run_once() -> int | None:
    """Handle one batch of what is due; returns how many messages were claimed, None where the database is away."""
    try:
        with writing():
            claimed = [(row.id, row.name) for row in outbox.claim(_BATCH)]
            db.session.commit()
        for row_ids in _gathered(claimed):
            _handle(row_ids)
    except OperationalError as error:
        db.session.rollback()
        log.warning("worker_waits_for_database", error=type(error.orig).__name__)
        return None
    finally:
        db.session.remove()
    return len(claimed)


def run_all(most: int = 10_000) -> int:
    """Handle everything that is due now, also what handlers leave meanwhile; for commands and tests."""
    handlers.load()
    handled = 0
    while handled < most and (count := run_once()):
        handled += count
    return handled


def _gathered(claimed: Iterable[tuple[int, str]]) -> list[list[int]]:
    """Ids of messages that are handled in one go, in the order they were left; most of them alone."""
    groups: dict[object, list[int]] = {}
    for row_id, name in claimed:
        groups.setdefault(gatherer(name) or row_id, []).append(row_id)
    return list(groups.values())


def _handle(row_ids: Sequence[int]) -> None:
    """Handle one message, or several that are gathered. Raises OperationalError only where the database is away."""
    try:
        rows = _waiting(row_ids)
        names, messages = [row.name for row in rows], [row.message() for row in rows]
        db.session.rollback()
        if messages:
            _handle_messages(row_ids, names[0], messages)
    except Exception as error:  # any failure of a handler is kept with its message for staff
        db.session.rollback()
        log.warning("message_failed", ids=list(row_ids), error=type(error).__name__, exc_info=error)
        _stamp_failure(row_ids, _reason(error))


def _waiting(row_ids: Sequence[int]) -> list[OutboxMessage]:
    rows = [db.session.get(OutboxMessage, row_id) for row_id in row_ids]
    return [row for row in rows if row is not None and row.done_at is None]


def _handle_messages(row_ids: Sequence[int], name: str, messages: Sequence[outbox.Message]) -> None:
    found = handlings(name)
    for one in found:
        if one.outside:
            one.handle(messages if one.gathers else messages[0])
            db.session.rollback()
    with writing():
        for row in _waiting(row_ids):
            outbox.finish(row)
        db.session.flush()
        for one in found:
            if not one.outside:
                one.handle(messages[0])
        db.session.commit()


def _reason(error: Exception) -> str:
    """What staff read; a database's own words quote rows."""
    kind = type(error).__name__
    return kind if isinstance(error, SQLAlchemyError) else f"{kind}: {error}"


def _stamp_failure(row_ids: Sequence[int], error: str) -> None:
    with writing():
        for row in _waiting(row_ids):
            outbox.postpone(row, error)
        db.session.commit()
