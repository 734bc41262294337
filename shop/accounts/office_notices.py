"""Word left for an office: read by the people who work there, and once by one of them is read for all."""

from sqlalchemy import ColumnElement, func, select

from shop.accounts.models import Notice
from shop.accounts.notices import notices_where
from shop.accounts.policies import NOTICE_READERS
from shop.accounts.types import Actor
from shop.lib.pages import Page
from shop.platform.db import db


def office_notices_page(actor: Actor, cursor: str | None = None, *, unread: bool = False) -> Page[Notice]:
    """Notices of the actor's offices, newest first; ``unread`` only those that nobody has read."""
    own = left_for(actor)
    return notices_where(own & Notice.read_at.is_(None) if unread else own, cursor)


def office_unread_count(actor: Actor) -> int:
    """How many notices of the actor's offices nobody has read."""
    return db.session.scalar(select(func.count(Notice.id)).where(left_for(actor), Notice.read_at.is_(None))) or 0


def left_for(actor: Actor) -> ColumnElement[bool]:
    """SQL condition: left for an office in which the actor reads such word."""
    return Notice.office_id.in_([held.office_id for held in actor.roles if held.role in NOTICE_READERS])
