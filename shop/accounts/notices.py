"""Notices: word left for one reader, worded when it is read or sent."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, select, update

from shop.accounts.messages import NoticeLeft
from shop.accounts.models import Notice, Office, User
from shop.lib.clock import now
from shop.lib.errors import NotFound
from shop.lib.pages import Page, decode_cursor, encode_cursor
from shop.platform import outbox
from shop.platform.db import db

PAGE = 20
_LOOKED_AT = 200
_FAR = 2**55  # microseconds: a thousand years
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

# Whoever changes an account must not be able to keep its owner from hearing of it.
ALWAYS_MAILED = frozenset(
    {
        "contact_changed",
        "link_handed_over",
        "phone_freed",
        "role_changed",
        "secret_changed",
        "stall_invitation",
        "totp_removed",
        "totp_set",
    }
)


def leave_notice(  # noqa: PLR0913 - each is a fact of the row
    kind: str,
    params: dict[str, Any],
    *,
    user: User | None = None,
    office: Office | None = None,
    email: str | None = None,
    language: str | None = None,
    key: str | None = None,
    by_email: bool = True,
) -> Notice | None:
    """Leave word for a user, an office or an address, and have it mailed; a second one of the same key is not left.

    Users who want no e-mail are mailed only what concerns the safety of their account.
    """
    if key is not None and db.session.scalar(select(Notice.id).where(Notice.key == key)):
        return None
    notice = Notice(
        user_id=user.id if user else None,
        office_id=office.id if office else None,
        email=email,
        language=language or (user.language if user else "id"),
        kind=kind,
        params=params,
        key=key,
        by_email=by_email and (user is None or kind in ALWAYS_MAILED or wants_email(user)),
    )
    db.session.add(notice)
    db.session.flush()
    if notice.by_email:
        outbox.leave(NoticeLeft(notice.id))
    return notice


def wants_email(user: User) -> bool:
    """Whether the user wants notices by e-mail; yes unless switched off."""
    return bool(user.notice_settings.get("email", True))


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


def mark_read_about(user_id: int, public_id: str) -> None:
    """The user has opened the page of this thing: the notices that speak of it are read."""
    unread = select(Notice).where(Notice.user_id == user_id, Notice.read_at.is_(None)).order_by(Notice.id.desc())
    for notice in db.session.scalars(unread.limit(_LOOKED_AT)):
        if public_id in notice.params.values():
            notice.read_at = now()


def mark_read(user_id: int, public_id: str | None = None) -> None:
    """The user has read one notice, or without an id all of them; raises NotFound for somebody else's."""
    own = update(Notice).where(Notice.user_id == user_id)
    if public_id is None:
        db.session.execute(own.where(Notice.read_at.is_(None)).values(read_at=now()))
        return
    found = db.session.scalar(select(Notice).where(Notice.user_id == user_id, Notice.public_id == public_id))
    if found is None:
        raise NotFound("notice_not_found")
    found.read_at = found.read_at or now()
