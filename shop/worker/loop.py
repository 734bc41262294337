"""The worker's loop: claim, handle, stamp; failures wait longer each time and end where staff see them."""

import threading

import structlog
from sqlalchemy.exc import IntegrityError, OperationalError, SQLAlchemyError

from shop.platform import outbox
from shop.platform.db import db, writing
from shop.platform.outbox import OutboxMessage
from shop.worker import handlers
from shop.worker.clocks import start_clocks
from shop.worker.handling import Handling, handlings

log = structlog.get_logger(__name__)
PAUSE = 0.5
_BATCH = 20


def work(stop: threading.Event) -> None:
    """Handle messages until told to stop; looks at the outbox every half second."""
    handlers.load()
    _begin()
    while not stop.is_set():
        if not run_once():
            stop.wait(PAUSE)


def _begin() -> None:
    try:
        with writing():
            outbox.free_leases()
            start_clocks()
            db.session.commit()
    except (IntegrityError, OperationalError) as error:
        db.session.rollback()
        log.warning("clocks_started_by_another", error=type(error.orig).__name__)


def run_once() -> int:
    """Handle one batch of what is due; returns how many messages were claimed. A database fault waits and heals."""
    try:
        with writing():
            claimed = [row.id for row in outbox.claim(_BATCH)]
            db.session.commit()
        for row_id in claimed:
            _handle(row_id)
    except OperationalError as error:
        db.session.rollback()
        log.warning("worker_waits_for_database", error=type(error.orig).__name__)
        return 0
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


def _handle(row_id: int) -> None:
    row = db.session.get(OutboxMessage, row_id)
    if row is None or row.done_at is not None:
        db.session.rollback()
        return
    name, message = row.name, row.message()
    db.session.rollback()
    try:
        found = handlings(name)
        for handling in found:
            if handling.outside:
                handling.handle(message)
                db.session.rollback()
        _handle_inside(row_id, message, [one for one in found if not one.outside])
    except OperationalError:
        raise
    except Exception as error:  # any failure of a handler is kept with its message for staff
        db.session.rollback()
        log.warning("message_failed", name=name, error=type(error).__name__, exc_info=error)
        _stamp_failure(row_id, _reason(error))


def _reason(error: Exception) -> str:
    """What staff read; a database's own words quote rows."""
    kind = type(error).__name__
    return kind if isinstance(error, SQLAlchemyError) else f"{kind}: {error}"


def _handle_inside(row_id: int, message: outbox.Message, inside: list[Handling]) -> None:
    with writing():
        row = db.session.get(OutboxMessage, row_id)
        if row is not None:
            outbox.finish(row)
            db.session.flush()
        for handling in inside:
            handling.handle(message)
        db.session.commit()


def _stamp_failure(row_id: int, error: str) -> None:
    with writing():
        row = db.session.get(OutboxMessage, row_id)
        if row is not None:
            outbox.postpone(row, error)
        db.session.commit()
