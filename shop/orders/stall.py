"""The maker's desk: everything that was asked of a stall, by what it has to do, whether inquiry or order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import aliased

from shop.inquiries.clocks import NUDGE_AFTER, due_after
from shop.inquiries.models import Inquiry, InquiryPart, Quote
from shop.inquiries.queries import newest_quotes
from shop.inquiries.queries.views import parts_with_lines
from shop.inquiries.types import FINISHED, MAKERS_TURN, WAITING, PartState
from shop.lib.pages import Page, decode_cursor, encode_cursor, moment_of
from shop.orders.models import Order
from shop.orders.types import OrderState
from shop.platform.db import db
from shop.producers.closings import closings_of
from shop.producers.models import Producer

PAGE = 20
_OVER = (OrderState.DONE, OrderState.CANCELLED)
waited_from = func.coalesce(InquiryPart.waiting_since, InquiryPart.sent_at)


class Desk(StrEnum):
    """Piles on the maker's desk."""

    WAITING = "waiting"
    BUYER = "buyer"
    WORK = "work"
    OVER = "over"


@dataclass(frozen=True)
class DeskItem:
    """One inquiry's part, with its newest quote, and the order that it became, if it did."""

    part: InquiryPart
    order: Order | None
    newest: Quote | None


def desk_counts(producer: Producer) -> dict[Desk, int]:
    """How much lies on each pile; one SELECT."""
    piles = [func.count().filter(_in(pile)) for pile in Desk]
    row = db.session.execute(_joined(select(*piles), producer)).one()
    return dict(zip(Desk, (int(number) for number in row), strict=True))


def desk_page(producer: Producer, pile: Desk, cursor: str | None = None) -> Page[DeskItem]:
    """A page of one pile, newest first, but who waits for the maker longest first; as many SELECTs however many."""
    wanted = _joined(parts_with_lines(), producer).where(_in(pile))
    wanted = _by_waiting(wanted, cursor) if pile is Desk.WAITING else _by_age(wanted, cursor)
    parts = db.session.scalars(wanted.limit(PAGE + 1)).all()
    shown = parts[:PAGE]
    orders, newest = _orders(shown), newest_quotes(shown)
    items = [DeskItem(part, orders.get(part.id), newest.get(part.id)) for part in shown]
    return Page(items, _after(shown[-1], pile) if len(parts) > PAGE else None)


def _by_waiting(wanted: Select[InquiryPart], cursor: str | None) -> Select[InquiryPart]:
    """Closings move all times of one stall alike, so who waits longest is due first."""
    after = decode_cursor(cursor, str, int)
    since = moment_of(after[0]) if after else None
    if after and since:
        wanted = wanted.where(or_(waited_from > since, and_(waited_from == since, InquiryPart.id > after[1])))
    return wanted.order_by(waited_from, InquiryPart.id)


def _by_age(wanted: Select[InquiryPart], cursor: str | None) -> Select[InquiryPart]:
    after = decode_cursor(cursor, int)
    if after:
        wanted = wanted.where(InquiryPart.id < after[0])
    return wanted.order_by(InquiryPart.id.desc())


def _after(last: InquiryPart, pile: Desk) -> str:
    if pile is Desk.WAITING:
        return encode_cursor([(last.waiting_since or last.sent_at).isoformat(), last.id])
    return encode_cursor([last.id])


def dues(items: Sequence[DeskItem]) -> dict[int, datetime]:
    """When each of a stall's waiting parts wants its answer (24 open hours), by the id of the part."""
    waiting = {item.part.id: item.part.waiting_since for item in items if item.part.waiting_since}
    producers = {item.part.producer_id for item in items}
    shut = closings_of(producers) if waiting else {}
    return {
        item.part.id: due_after(waiting[item.part.id], NUDGE_AFTER, shut.get(item.part.producer_id, ()))
        for item in items
        if item.part.id in waiting
    }


def _joined(wanted: Select, producer: Producer) -> Select:  # type: ignore[type-arg]  # whatever was selected
    return (
        wanted.select_from(InquiryPart)
        .join(Inquiry, Inquiry.id == InquiryPart.inquiry_id)
        .outerjoin(Order, Order.part_id == InquiryPart.id)
        .where(InquiryPart.producer_id == producer.id, Inquiry.spam_at.is_(None))
    )


def is_let_go(part: InquiryPart, newest: Quote | None) -> bool:
    """The buyer did not take the newest quote, and nobody has spoken since: nothing is awaited of them any more."""
    if part.state is not PartState.QUOTED or part.agreed_at is not None or part.is_asked_on or newest is None:
        return False
    return newest.declined_at is not None or newest.expired_at is not None


def _let_go() -> ColumnElement[bool]:
    """``is_let_go``, as a condition."""
    newer = aliased(Quote)
    over = or_(Quote.declined_at.is_not(None), Quote.expired_at.is_not(None))
    superseded = exists().where(newer.part_id == Quote.part_id, newer.version > Quote.version)
    quoted = and_(InquiryPart.state == PartState.QUOTED, InquiryPart.agreed_at.is_(None))
    return and_(quoted, ~_asked_on(), exists().where(Quote.part_id == InquiryPart.id, over, ~superseded))


def _asked_on() -> ColumnElement[bool]:
    """``InquiryPart.is_asked_on``, as a condition."""
    return and_(InquiryPart.state.not_in(WAITING), InquiryPart.waiting_since.is_not(None))


def _in(pile: Desk) -> ColumnElement[bool]:
    free = InquiryPart.agreed_at.is_(None)
    if pile is Desk.WAITING:
        return and_(or_(InquiryPart.state.in_(MAKERS_TURN), _asked_on()), free)
    if pile is Desk.BUYER:
        silent = and_(InquiryPart.state == PartState.QUOTED, ~_asked_on(), ~_let_go())
        return and_(or_(InquiryPart.state == PartState.INFO_WANTED, silent), free)
    if pile is Desk.WORK:
        return and_(Order.id.is_not(None), Order.state.not_in(_OVER))
    finished = and_(InquiryPart.state.in_(FINISHED), ~_asked_on(), Order.id.is_(None))
    return or_(Order.state.in_(_OVER), finished, _let_go())


def _orders(parts: Sequence[InquiryPart]) -> dict[int, Order]:
    rows = db.session.scalars(select(Order).where(Order.part_id.in_([part.id for part in parts])).order_by(Order.id))
    return {order.part_id: order for order in rows}
