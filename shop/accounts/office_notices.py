"""Word left for an office: read by the people who work there, and once by one of them is read for all."""

from sqlalchemy import ColumnElement, func, select, update

from shop.accounts.models import Notice
from shop.accounts.notices import notices_where
from shop.accounts.policies import NOTICE_READERS
from shop.accounts.types import Actor
from shop.lib.clock import now
from shop.lib.errors import NotFound
from shop.lib.pages import Page
from shop.platform.db import db


def office_notices_page(actor: Actor, cursor: str | None = None, *, unread: bool = False) -> Page[Notice]:
    """Notices of the actor's offices, newest first; ``unread`` only those that nobody has read."""
    return notices_where(_own(actor) & Notice.read_at.is_(None) if unread else _own(actor), cursor)


def office_unread_count(actor: Actor) -> int:
    """How many notices of the actor's offices nobody has read."""
    return db.session.scalar(select(func.count(Notice.id)).where(_own(actor), Notice.read_at.is_(None))) or 0


def mark_office_notices_read(actor: Actor, public_id: str | None = None) -> None:
    """One notice is read, or without an id all of them; raises NotFound for another office's."""
    own = update(Notice).where(_own(actor))
    if public_id is None:
        db.session.execute(own.where(Notice.read_at.is_(None)).values(read_at=now()))
        return
    read = own.where(Notice.public_id == public_id).values(read_at=func.coalesce(Notice.read_at, now()))
    if db.session.execute(read.returning(Notice.id)).first() is None:
        raise NotFound("notice_not_found")


def _own(actor: Actor) -> ColumnElement[bool]:
    return Notice.office_id.in_([held.office_id for held in actor.roles if held.role in NOTICE_READERS])
