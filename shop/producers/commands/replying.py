"""Figures of how a maker answers and what it finished, for its public page."""

from collections.abc import Sequence
from datetime import timedelta
from statistics import median

from shop.lib.clock import now
from shop.platform.db import db, insert_into
from shop.producers.models import ReplyStats


def keep_reply_stats(*, producer_id: int, asked: int, waits: Sequence[timedelta], finished_orders: int) -> None:
    """Keep what was counted anew: ``waits`` holds how long each answered part waited for the first answer."""
    seconds = [wait.total_seconds() for wait in waits]
    facts = {
        "asked": asked,
        "answered": len(seconds),
        "median_reply_minutes": round(median(seconds) / 60) if seconds else None,
        "finished_orders": finished_orders,
        "updated_at": now(),
    }
    row = insert_into(ReplyStats).values(producer_id=producer_id, **facts)
    db.session.execute(row.on_conflict_do_update(index_elements=["producer_id"], set_=facts))
