"""What of accounts is thrown away when its time is over; run by the worker's clock."""

from datetime import timedelta

from sqlalchemy import delete

from shop.accounts.commands.registration import forget_unconfirmed
from shop.accounts.commands.tries import forget_old_tries
from shop.accounts.models import Device, KnownDevice, Notice, OneTimeLink, User
from shop.lib.clock import now
from shop.lib.retention import Kept, kept_for
from shop.platform.db import db

KEPT = timedelta(days=30)
UNCONFIRMED_KEPT = timedelta(days=7)
KNOWN_KEPT = timedelta(days=400)


def forget_old_notices() -> int:
    """Delete the word that was left for readers long ago, with the names in it; returns how many."""
    old = delete(Notice).where(Notice.created_at < now() - kept_for(Kept.NOTICES)).returning(Notice.id)
    return len(db.session.execute(old).all())


def forget_stale_accounts() -> None:
    """Delete ended sessions and links after 30 days, unconfirmed registrations after 7, old counters and browsers."""
    moment = now()
    old = moment - KEPT
    db.session.execute(delete(Device).where((Device.expires_at < old) | (Device.revoked_at < old)))
    db.session.execute(delete(OneTimeLink).where(OneTimeLink.expires_at < old))
    db.session.execute(delete(KnownDevice).where(KnownDevice.last_used_at < moment - KNOWN_KEPT))
    forget_old_tries(old)
    forget_unconfirmed(User.created_at < moment - UNCONFIRMED_KEPT)
