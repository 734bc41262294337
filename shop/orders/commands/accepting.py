"""A quote is accepted once, in time, and takes its share of what the maker can make."""

from collections.abc import Collection

from sqlalchemy import select

from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.catalogue.capacity import spread
from shop.catalogue.commands.capacity import reserve_capacity
from shop.catalogue.models import Product
from shop.inquiries.models import InquiryPart, Quote
from shop.inquiries.policies import may_follow
from shop.inquiries.queries import is_open, newest_quote
from shop.inquiries.types import PartState
from shop.lib.clock import now, today_wib
from shop.lib.errors import Conflict, WrongState, require
from shop.orders.commands.moving import add_event
from shop.orders.messages import QuoteAccepted
from shop.orders.models import Order
from shop.platform import outbox
from shop.platform.db import db
from shop.platform.holding import hold, refusing_twins

_FINAL_PARTS = frozenset({PartState.DECLINED, PartState.WITHDRAWN})


def accept_quote(*, quote: Quote, actor: Actor, organisations: Collection[int] = (), note: str = "") -> Order:
    """Take a quote: only the newest one in time, once; the same one again answers with the same order.

    Raises WrongState quote_superseded, quote_expired, quote_declined, part_moved_on; Conflict part_agreed.
    Other parts of the same lines stay open.
    """
    part = quote.part
    require(may_follow(actor, part.inquiry, organisations))
    hold(part)
    earlier = _earlier(part)
    if earlier is not None:
        if earlier.quote_id != quote.id:
            raise Conflict("part_agreed")
        return earlier
    _refuse_stale(quote)
    order = _ordered(quote)
    part.agreed_at, part.waiting_since, part.expires_at = now(), None, None
    order.reserved = _reserved(quote)
    add_event(order, actor, note)
    record(actor=actor, action="quote.accepted", target=quote, region_code=part.producer.regency_code)
    outbox.leave(QuoteAccepted(order.id))
    db.session.flush()
    return order


def _earlier(part: InquiryPart) -> Order | None:
    return db.session.scalar(select(Order).where(Order.part_id == part.id))


def _refuse_stale(quote: Quote) -> None:
    db.session.refresh(quote, ["declined_at", "expired_at"])
    newest = newest_quote(quote.part)
    if quote.part.state in _FINAL_PARTS:
        raise WrongState("part_moved_on", state=str(quote.part.state))
    if newest is None or newest.id != quote.id:
        raise WrongState("quote_superseded")
    if quote.declined_at is not None:
        raise WrongState("quote_declined")
    if not is_open(quote, newest):
        raise WrongState("quote_expired")


def _ordered(quote: Quote) -> Order:
    order = Order(quote=quote, part_id=quote.part_id, producer_id=quote.part.producer_id, total=quote.total)
    with refusing_twins(Conflict("part_agreed")):
        db.session.add(order)
    return order


def _reserved(quote: Quote) -> list[list[object]]:
    """Take capacity month by month for every line that names a product."""
    taken: list[list[object]] = []
    for line in quote.lines:
        product = db.session.get(Product, line.product_id) if line.product_id and line.quantity else None
        if product is None:
            continue
        for month, quantity in spread(product, line.quantity, today_wib()):
            reserve_capacity(product=product, quantity=quantity, month=month)
            taken.append([product.id, month.isoformat(), quantity])
    return taken
