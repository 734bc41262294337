"""Reads of notices: word left for one reader, worded when it is read or sent."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, func, select

from shop.accounts.models import Notice, Office, User
from shop.lib.pages import Page, decode_cursor, encode_cursor
from shop.platform.db import db

PAGE = 20
_FAR = 2**55  # microseconds: a thousand years
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def wants_email(user: User) -> bool:
    """Whether the user wants notices by e-mail; yes unless switched off."""
    return bool(user.notice_settings.get("email", True))


def notice_by_id(notice_id: int) -> Notice | None:
    """A notice that is to be mailed, unless it went with its reader."""
    return db.session.get(Notice, notice_id)


def address_of(notice: Notice) -> str | None:
    """Where the reader of a notice has mail; None for who has none, or none that arrives."""
    if notice.user_id is not None:
        user = db.session.get_one(User, notice.user_id)
        return user.email if user.email_bounced_at is None else None
    if notice.office_id is not None:
        return db.session.get_one(Office, notice.office_id).email
    return notice.email


def unread_notices(user: User, *, limit: int = PAGE) -> list[Notice]:
    """The user's unread notices, newest first."""
    statement = select(Notice).where(Notice.user_id == user.id, Notice.read_at.is_(None))
    return list(db.session.scalars(statement.order_by(Notice.id.desc()).limit(limit)))


def unread_count(user_id: int) -> int:
    """How many notices the user has not read."""
    statement = select(func.count(Notice.id)).where(Notice.user_id == user_id, Notice.read_at.is_(None))
    return db.session.scalar(statement) or 0


def notices_page(user_id: int, cursor: str | None = None) -> Page[Notice]:
    """The notices of a user, by the time of their event, newest first, by cursor."""
    return notices_where(Notice.user_id == user_id, cursor)


def notices_where(wanted: ColumnElement[bool], cursor: str | None) -> Page[Notice]:
    """Those of one reader, by the time of their event, newest first, by cursor."""
    statement = select(Notice).where(wanted)
    after = decode_cursor(cursor, int, int)
    if after and 0 <= int(after[0]) < _FAR:
        moment, last = _EPOCH + timedelta(microseconds=int(after[0])), after[1]
        earlier = (Notice.created_at < moment) | ((Notice.created_at == moment) & (Notice.id < last))
        statement = statement.where(earlier)
    rows = list(db.session.scalars(statement.order_by(Notice.created_at.desc(), Notice.id.desc()).limit(PAGE + 1)))
    further = _cursor(rows[PAGE - 1]) if len(rows) > PAGE else None
    return Page(rows[:PAGE], further)


def _cursor(notice: Notice) -> str:
    return encode_cursor([(notice.created_at - _EPOCH) // timedelta(microseconds=1), notice.id])
