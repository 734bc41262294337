"""Word is left for one reader and mailed; once read, or mailed, it is stamped."""

from typing import Any

from sqlalchemy import func, select, update

from shop.accounts.messages import NoticeLeft
from shop.accounts.models import Notice, Office, User
from shop.accounts.notices import wants_email
from shop.accounts.office_notices import left_for
from shop.accounts.types import Actor
from shop.lib.clock import now
from shop.lib.errors import NotFound
from shop.platform import outbox
from shop.platform.db import db

_LOOKED_AT = 200

# Whoever changes an account must not be able to keep its owner from hearing of it.
ALWAYS_MAILED = frozenset(
    {
        "consent_on_behalf",
        "contact_changed",
        "link_handed_over",
        "phone_freed",
        "portrait_on_behalf",
        "role_changed",
        "secret_changed",
        "stall_invitation",
        "story_on_behalf",
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


def mark_office_notices_read(actor: Actor, public_id: str | None = None) -> None:
    """One notice is read, or without an id all of them; raises NotFound for another office's."""
    own = update(Notice).where(left_for(actor))
    if public_id is None:
        db.session.execute(own.where(Notice.read_at.is_(None)).values(read_at=now()))
        return
    read = own.where(Notice.public_id == public_id).values(read_at=func.coalesce(Notice.read_at, now()))
    if db.session.execute(read.returning(Notice.id)).first() is None:
        raise NotFound("notice_not_found")


def stamp_mailed(*, notice: Notice, error: str | None = None) -> None:
    """A notice was mailed, or was refused for good: then staff see why, and the address is not written to again."""
    if error is None:
        notice.emailed_at = now()
        return
    notice.email_error = error
    user = db.session.get(User, notice.user_id) if notice.user_id else None
    if user is not None:
        user.email_bounced_at = now()


def stamp_refused(*, user: User, address: str) -> None:
    """An address refused a link for good; where it is the user's own, others are to help until it is confirmed anew."""
    if user.email == address:
        user.email_bounced_at = now()
