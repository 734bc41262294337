"""What the shop itself would have said of all this: findings of waiting cases, answering times, notices."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from shop.accounts.models import Notice
from shop.catalogue.models import Product
from shop.curation.findings import findings
from shop.curation.models import FeaturedProducer, ReviewCase
from shop.curation.types import ReviewState
from shop.demo.world import World
from shop.impact.models import HelpTask
from shop.impact.types import HelpCause
from shop.inquiries.models import InquiryPart, PartLine, Quote
from shop.inquiries.types import PartState
from shop.orders.models import Order
from shop.orders.types import OrderState
from shop.platform.db import db
from shop.producers.models import Companion, ProducerMember
from shop.producers.types import MemberRole
from shop.text.formats import date_long, rupiah
from shop.text.language import using
from shop.worker.handlers.answers import count_answers
from shop.worker.telling import facts_of_part

_RECENT = timedelta(days=45)
_OVER = (OrderState.DONE, OrderState.CANCELLED)


def add_aftermath(world: World) -> None:
    """Look at what was loaded as the shop would have; in Indonesian, as all readers of the example are."""
    db.session.flush()
    with using("id"):
        _look_at_cases()
        _count_answers()
        leaders = _leaders()
        _tell_of_quotes(world)
        _tell_of_orders(world, leaders)
        _tell_of_help(world)
        _tell_the_featured(world, leaders)
    db.session.flush()


def _look_at_cases() -> None:
    waiting = (
        select(ReviewCase)
        .where(ReviewCase.state == ReviewState.WAITING)
        .options(joinedload(ReviewCase.product).selectinload(Product.photos))
        .order_by(ReviewCase.id)
    )
    for case in db.session.scalars(waiting):
        case.findings = [one.stored() for one in findings(case.product)]


def _count_answers() -> None:
    asked = select(InquiryPart.producer_id).distinct().order_by(InquiryPart.producer_id)
    for producer_id in db.session.scalars(asked).all():
        count_answers(producer_id)


def _leaders() -> dict[int, int]:
    rows = db.session.execute(
        select(ProducerMember.producer_id, ProducerMember.user_id)
        .where(
            ProducerMember.role == MemberRole.LEADER,
            ProducerMember.user_id.is_not(None),
            ProducerMember.ends_on.is_(None),
        )
        .order_by(ProducerMember.id)
    )
    return {producer: user for producer, user in rows if user is not None}


_PART = (
    joinedload(InquiryPart.inquiry),
    joinedload(InquiryPart.producer),
    selectinload(InquiryPart.shares).joinedload(PartLine.line),
)


def _tell_of_quotes(world: World) -> None:
    """Buyers with an account find quotes that wait for them."""
    newest = (
        select(Quote).join(Quote.part).where(InquiryPart.state == PartState.QUOTED, Quote.created_at > _since(world))
    )
    for quote in db.session.scalars(newest.options(joinedload(Quote.part).options(*_PART)).order_by(Quote.id)):
        buyer = quote.part.inquiry.buyer_id
        if buyer is not None:
            more = {"total": rupiah(quote.total), "until": date_long(quote.valid_until)}
            _tell(world, buyer, "quote.made", {**facts_of_part(quote.part), **more}, quote.created_at)


def _tell_of_orders(world: World, leaders: dict[int, int]) -> None:
    """Makers find orders that were accepted and still run."""
    running = select(Order).where(Order.state.not_in(_OVER), Order.accepted_at > _since(world))
    asked = joinedload(Order.quote).joinedload(Quote.part).options(*_PART)
    for order in db.session.scalars(running.options(asked).order_by(Order.id)):
        user = leaders.get(order.producer_id)
        if user is not None:
            params = {**facts_of_part(order.quote.part), "total": rupiah(order.total), "order": order.public_id}
            _tell(world, user, "quote.accepted", params, order.accepted_at)


def _tell_of_help(world: World) -> None:
    """Companions find makers who have not answered."""
    tasks = (
        select(HelpTask.opened_at, HelpTask.part_id, Companion.user_id)
        .join(Companion, Companion.id == HelpTask.companion_id)
        .where(HelpTask.cause == HelpCause.NO_ANSWER, HelpTask.part_id.is_not(None))
        .order_by(HelpTask.id)
    )
    for opened_at, part_id, user in db.session.execute(tasks).all():
        part = db.session.scalars(select(InquiryPart).where(InquiryPart.id == part_id).options(*_PART)).one()
        _tell(world, user, "inquiry.help", facts_of_part(part), opened_at)


def _tell_the_featured(world: World, leaders: dict[int, int]) -> None:
    shown = select(FeaturedProducer).where(FeaturedProducer.ends_on >= world.today)
    for one in db.session.scalars(shown.options(joinedload(FeaturedProducer.producer)).order_by(FeaturedProducer.id)):
        user = leaders.get(one.producer_id)
        if user is not None:
            _tell(world, user, "maker.featured", {"maker": one.producer.stall_name}, one.created_at)


def _since(world: World) -> datetime:
    return world.now - _RECENT


def _tell(world: World, user: int, kind: str, params: dict[str, Any], at: datetime) -> None:
    """Nothing of the past is mailed."""
    public_id = world.dice.public_id()
    told = {"language": "id", "kind": kind, "params": params, "key": f"demo:{public_id}", "by_email": False}
    db.session.add(Notice(public_id=public_id, user_id=user, created_at=at, **told))
