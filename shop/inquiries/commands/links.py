"""New secret links, and inquiries that join an account."""

from collections.abc import Collection

from sqlalchemy import select

from shop.accounts.models import User
from shop.accounts.queries import user_by_login
from shop.accounts.types import Actor, UserStatus
from shop.audit.commands import record
from shop.inquiries.links import link_token
from shop.inquiries.models import Inquiry
from shop.inquiries.policies import may_follow
from shop.lib.errors import Conflict, require
from shop.platform.db import db


def new_link(*, inquiry: Inquiry, actor: Actor, organisations: Collection[int] = ()) -> str:
    """End the present secret link and return the token of the next one."""
    require(may_follow(actor, inquiry, organisations))
    inquiry.link_version += 1
    record(actor=actor, action="inquiry.link_renewed", target=inquiry)
    db.session.flush()
    return link_token(inquiry)


def join_inquiry(*, inquiry: Inquiry, user: User, actor: Actor) -> None:
    """Add an earlier inquiry to the signed-in buyer's account: by its secret link or a confirmed e-mail.

    Raises Forbidden without either, Conflict inquiry_has_buyer when it belongs to somebody else.
    """
    by_link = actor.link_to == inquiry.public_id
    by_email = user.email_confirmed_at is not None and user.email == inquiry.email
    require(actor.user_id == user.id and (by_link or by_email))
    if inquiry.buyer_id == user.id:
        return
    if inquiry.buyer_id is not None:
        raise Conflict("inquiry_has_buyer")
    _join(inquiry, user, actor, "link" if by_link else "email")


def join_by_email(*, user: User, actor: Actor) -> int:
    """Add every inquiry that was sent with the user's confirmed e-mail and has no account; returns how many.

    Called when an e-mail was confirmed; what is sent with it later joins by ``join_known_buyer``.
    """
    if user.email is None or user.email_confirmed_at is None or actor.user_id != user.id:
        return 0
    waiting = select(Inquiry).where(Inquiry.email == user.email, Inquiry.buyer_id.is_(None)).order_by(Inquiry.id)
    found = db.session.scalars(waiting).all()
    for inquiry in found:
        join_inquiry(inquiry=inquiry, user=user, actor=actor)
    return len(found)


def join_known_buyer(*, inquiry: Inquiry, actor: Actor) -> None:
    """Add an inquiry that was sent without signing in to the account that confirmed its e-mail, if there is one."""
    if inquiry.buyer_id is not None or inquiry.email is None:
        return
    user = user_by_login(None, inquiry.email)
    if user is not None and user.status is UserStatus.ACTIVE and user.email_confirmed_at is not None:
        _join(inquiry, user, actor, "email")


def _join(inquiry: Inquiry, user: User, actor: Actor, by: str) -> None:
    inquiry.buyer = user
    record(actor=actor, action="inquiry.joined", target=inquiry, by=by)
    db.session.flush()
