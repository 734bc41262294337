"""Files that were uploaded with a form that was never sent, or replaced since."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select

from shop.catalogue.models import Certificate
from shop.inquiries.models import Attachment
from shop.lib.clock import now
from shop.platform import storage
from shop.platform.db import db

FOLDERS = ("attachments", "files", "papers")  # of inquiries and threads, of makers before, of products
KEPT = timedelta(days=1)  # longer than anybody corrects a form; its token lives for half of it
_BATCH = 500


def forget_unsent_files() -> int:
    """Delete what lies in storage for a day and belongs to no inquiry, thread or paper; answers how many."""
    old = [key for folder in FOLDERS for key, kept_at in storage.current().listed(folder) if now() - kept_at > KEPT]
    gone = [key for start in range(0, len(old), _BATCH) for key in _unsent(old[start : start + _BATCH])]
    for key in gone:
        storage.current().delete(key)
    return len(gone)


def _unsent(keys: Sequence[str]) -> list[str]:
    sent = set(db.session.scalars(select(Attachment.key).where(Attachment.key.in_(keys))))
    sent |= set(db.session.scalars(select(Certificate.file_key).where(Certificate.file_key.in_(keys))))
    return [key for key in keys if key not in sent]
