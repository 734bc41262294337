"""Accounts as an administrator finds them: staff by name, anybody by the exact phone or e-mail."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import joinedload

from shop.accounts.models import Membership, User
from shop.accounts.policies import may_manage_users
from shop.accounts.queries import read_login
from shop.accounts.types import Actor
from shop.lib.clock import today_wib
from shop.lib.errors import Invalid, NotFound, require
from shop.lib.pages import Page, decode_cursor, encode_cursor
from shop.platform.db import db

PAGE = 30


def users_page(actor: Actor, words: str = "", cursor: str | None = None) -> Page[User]:
    """Everybody with a role today by name; with words those who fit, and whoever has just this login."""
    require(may_manage_users(actor))
    wanted: ColumnElement[bool] = User.id.in_(select(Membership.user_id).where(*_live()))
    if words:
        wanted = wanted & func.lower(User.name).contains(words.lower(), autoescape=True) | _login(words)
    query = select(User).where(wanted)
    after = decode_cursor(cursor, int)  # the name itself stands in no address
    last = db.session.scalar(query.where(User.id == after[0])) if after else None
    if last is not None:
        query = query.where((User.name > last.name) | (User.name == last.name) & (User.id > last.id))
    rows = list(db.session.scalars(query.order_by(User.name, User.id).limit(PAGE + 1)))
    further = encode_cursor([rows[PAGE - 1].id]) if len(rows) > PAGE else None
    return Page(rows[:PAGE], further)


def roles_of(users: Iterable[User]) -> dict[int, list[Membership]]:
    """The roles in force of each user, with office and agency."""
    found: dict[int, list[Membership]] = {user.id: [] for user in users}
    query = select(Membership).where(Membership.user_id.in_(found), *_live())
    query = query.options(joinedload(Membership.office), joinedload(Membership.partner))
    for membership in db.session.scalars(query.order_by(Membership.id)):
        found[membership.user_id].append(membership)
    return found


def membership_for(actor: Actor, user: User, membership_id: int) -> Membership:
    """A role in force of one account, for an administrator; raises NotFound."""
    require(may_manage_users(actor))
    wanted = (Membership.id == membership_id, Membership.user_id == user.id)
    found = db.session.scalar(select(Membership).where(*wanted, *_live()))
    if found is None:
        raise NotFound("not_found")
    return found


def user_for(actor: Actor, public_id: str) -> User:
    """One account for an administrator; raises NotFound."""
    require(may_manage_users(actor))
    user = db.session.scalar(select(User).where(User.public_id == public_id))
    if user is None:
        raise NotFound("not_found")
    return user


def _live() -> tuple[ColumnElement[bool], ...]:
    day = today_wib()
    return Membership.starts_on <= day, or_(Membership.ends_on.is_(None), Membership.ends_on >= day)


def _login(words: str) -> ColumnElement[bool]:
    try:
        phone, email = read_login(words)
    except Invalid:
        return User.email == words
    return or_(User.phone == phone, User.new_phone == phone) if phone else User.email == email
