"""Counting tries in the database: who tries too often waits. Also for limits of other features."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import case, delete, select

from shop.accounts.models import TryCounter
from shop.lib.clock import now
from shop.platform import signing
from shop.platform.db import db, insert_into


def take_try(scope: str, key: str, *, limit: int, wait: timedelta, weight: int = 1) -> bool:
    """Count one try before it is made; False when ``limit`` of them were made and ``wait`` is not over.

    What is measured and not counted, such as bytes, gives its ``weight``.

    Each allowed try prolongs the wait, a refused one does not: after the last allowed try everything waits once.
    Counting first keeps a burst of simultaneous tries within the limit. The caller commits.
    """
    moment, ends = now(), now() + wait
    fresh = TryCounter.window_ends_at <= moment
    tries = case((fresh, weight), else_=TryCounter.tries + weight)
    reaches = TryCounter.tries.between(limit - weight, limit - 1)
    statement = insert_into(TryCounter).values(
        scope=scope, key_hash=_hashed(scope, key), tries=weight, window_ends_at=ends, locked_until=None
    )
    changes: dict[str, Any] = {
        "tries": tries,
        "window_ends_at": case((fresh, ends), (TryCounter.tries < limit, ends), else_=TryCounter.window_ends_at),
        "locked_until": case((fresh, None), (reaches, ends), else_=TryCounter.locked_until),
    }
    upsert = statement.on_conflict_do_update(index_elements=["scope", "key_hash"], set_=changes)
    made = db.session.scalar(upsert.returning(TryCounter.tries))
    return made is not None and made <= limit


def waits_until(scope: str, key: str) -> datetime:
    """The full minute from which somebody who was refused may try again."""
    counter = (TryCounter.scope == scope, TryCounter.key_hash == _hashed(scope, key))
    ends = db.session.scalar(select(TryCounter.window_ends_at).where(*counter)) or now()
    return (ends + timedelta(minutes=1)).replace(second=0, microsecond=0)


def forget_tries(scope: str, key: str) -> None:
    """A try succeeded: start to count anew."""
    db.session.execute(delete(TryCounter).where(TryCounter.scope == scope, TryCounter.key_hash == _hashed(scope, key)))


def forget_old_tries(before: datetime) -> None:
    """Delete counters whose wait was over before a moment."""
    db.session.execute(delete(TryCounter).where(TryCounter.window_ends_at < before))


def _hashed(scope: str, key: str) -> str:
    """Keyed, so that the table does not give away phone numbers and addresses."""
    return signing.sign("tries", scope, key)
