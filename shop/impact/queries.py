"""Reads of complaints for those who answer them."""

import enum
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from shop.accounts.models import Office
from shop.accounts.reach import within
from shop.accounts.types import Actor, Role
from shop.impact.models import Complaint, ComplaintReply
from shop.impact.policies import ANSWERERS, may_pass_on_complaint
from shop.impact.types import CaseState, ComplaintAbout
from shop.lib.clock import now
from shop.lib.errors import NotFound
from shop.lib.pages import Page, decode_cursor, encode_cursor, moment_of
from shop.platform.db import db

PAGE = 30


class ComplaintView(enum.StrEnum):
    """Which complaints a list shows."""

    WAITING = "menunggu"
    LATE = "lewat"
    CLOSED = "selesai"


def complaints_page(
    actor: Actor, view: ComplaintView, about: ComplaintAbout | None = None, cursor: str | None = None
) -> Page[Complaint]:
    """What the actor answers: those that wait by their next day, closed ones newest first."""
    query = _complaints(actor).where(_shown(view)).options(joinedload(Complaint.office))
    if about is not None:
        query = query.where(Complaint.about == about)
    query = _closed_behind(query, cursor) if view is ComplaintView.CLOSED else _waiting_behind(query, cursor)
    rows = db.session.scalars(query.limit(PAGE + 1)).all()
    last = rows[PAGE - 1] if len(rows) > PAGE else None
    return Page(rows[:PAGE], encode_cursor([last.next_due.isoformat(), last.id]) if last else None)


def complaints_count(actor: Actor, view: ComplaintView = ComplaintView.WAITING) -> int:
    """How many of a list there are."""
    rows = _complaints(actor).where(_shown(view)).subquery()
    return db.session.scalar(select(func.count()).select_from(rows)) or 0


def complaint_for(actor: Actor, public_id: str) -> Complaint:
    """One complaint that the actor answers, with what was written to its sender; raises NotFound."""
    found = db.session.scalar(
        _complaints(actor)
        .where(Complaint.public_id == public_id)
        .options(joinedload(Complaint.office), joinedload(Complaint.follows), joinedload(Complaint.inquiry))
        .options(joinedload(Complaint.product), selectinload(Complaint.replies))
    )
    if found is None:
        raise NotFound("not_found")
    return found


def complaint_by_id(complaint_id: int) -> Complaint:
    """A complaint that something is told of."""
    return db.session.get_one(Complaint, complaint_id)


def reply_by_id(reply_id: int) -> ComplaintReply:
    """What was answered to a complaint."""
    return db.session.get_one(ComplaintReply, reply_id)


def offices_to_pass_to(actor: Actor, complaint: Complaint) -> Sequence[Office]:
    """The other offices that may be given a complaint, by name."""
    offices = db.session.scalars(select(Office).order_by(Office.name, Office.id))
    return [one for one in offices if one.id != complaint.office_id and may_pass_on_complaint(actor, complaint, one)]


def _complaints(actor: Actor) -> Select[Complaint]:
    """Those of the actor's offices and of the offices in its province; administrators those of no office."""
    own = [held.office_id for held in actor.roles if held.role in ANSWERERS and held.office_id is not None]
    province = (Complaint.office_id.is_not(None)) & within(Office.region_code, actor, Role.PROVINCIAL)
    reached: list[ColumnElement[bool]] = [Complaint.office_id.in_(own), province]
    if actor.has_role(Role.ADMIN):
        reached.append(Complaint.office_id.is_(None))
    return select(Complaint).outerjoin(Office, Office.id == Complaint.office_id).where(or_(*reached))


def _next_due() -> ColumnElement[datetime]:
    return case((Complaint.replied_at.is_(None), Complaint.reply_due_at), else_=Complaint.due_at)


def _shown(view: ComplaintView) -> ColumnElement[bool]:
    if view is ComplaintView.CLOSED:
        return Complaint.state == CaseState.CLOSED
    waiting = Complaint.state != CaseState.CLOSED
    return and_(waiting, _next_due() < now()) if view is ComplaintView.LATE else waiting


def _waiting_behind(query: Select[Complaint], cursor: str | None) -> Select[Complaint]:
    after = decode_cursor(cursor, str, int)
    moment = moment_of(after[0]) if after else None
    if after and moment:
        query = query.where((_next_due() > moment) | (_next_due() == moment) & (Complaint.id > after[1]))
    return query.order_by(_next_due(), Complaint.id)


def _closed_behind(query: Select[Complaint], cursor: str | None) -> Select[Complaint]:
    after = decode_cursor(cursor, str, int)
    if after:
        query = query.where(Complaint.id < after[1])
    return query.order_by(Complaint.id.desc())
