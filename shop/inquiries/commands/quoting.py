"""Make a quote: one answer a line, a computed total, a new version each time; and the buyer's no."""

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import delete, func, select

from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.inquiries.clocks import QUOTE_DAYS
from shop.inquiries.commands.parts import move, note_demand
from shop.inquiries.messages import QuoteDeclined, QuoteMade
from shop.inquiries.models import Demand, InquiryPart, PartLine, Quote, QuoteLine
from shop.inquiries.offering import offer_faults, quantity_offered
from shop.inquiries.policies import may_follow, may_quote
from shop.inquiries.types import DemandCause, LineAnswer, Offer, OfferedLine, PartState
from shop.lib.clock import now, today_wib
from shop.lib.errors import Conflict, Invalid, WrongState, require
from shop.lib.ids import refuse_key
from shop.lib.nik import refuse_nik
from shop.platform import outbox
from shop.platform.db import db
from shop.platform.holding import hold, refusing_twins

_FINAL = frozenset({PartState.DECLINED, PartState.WITHDRAWN})


def make_quote(*, part: InquiryPart, offer: Offer, key: str | None, actor: Actor) -> Quote:
    """Answer every line of a part; a newer version supersedes the older. The same key answers with the first.

    Raises Invalid with the field (``lines-<n>-unit_price`` …), WrongState part_agreed or part_moved_on.
    """
    require(may_quote(actor, part))
    hold(part)
    earlier = _by_key(key, part)
    if earlier is not None:
        return earlier
    if part.agreed_at is not None:
        raise WrongState("part_agreed")
    if part.state in _FINAL:
        raise WrongState("part_moved_on", state=str(part.state))
    lines = _answers(part, offer)
    quote = _added(part, offer, lines, key, actor)
    move(part, PartState.QUOTED)
    part.first_answer_at = part.first_answer_at or now()
    part.seen_at = part.seen_at or now()
    _note_missing(part, lines)
    record(
        actor=actor, action="quote.made", target=quote, region_code=part.producer.regency_code, version=quote.version
    )
    outbox.leave(QuoteMade(quote.id))
    db.session.flush()
    return quote


def total_of(lines: Collection[QuoteLine], delivery_cost: int | None) -> int:
    """What the buyer pays in all: every line, and delivery once."""
    return sum(line.quantity * (line.unit_price or 0) for line in lines) + (delivery_cost or 0)


def decline_quote(*, quote: Quote, actor: Actor, organisations: Collection[int] = ()) -> None:
    """The buyer does not take this quote; the maker may make another. Twice changes nothing."""
    part = quote.part
    require(may_follow(actor, part.inquiry, organisations))
    hold(part)
    db.session.refresh(quote, ["declined_at"])
    if quote.declined_at is not None:
        return
    if part.agreed_at is not None:
        raise WrongState("part_agreed")
    quote.declined_at = now()
    record(actor=actor, action="quote.declined", target=quote, region_code=part.producer.regency_code)
    outbox.leave(QuoteDeclined(quote.id))
    db.session.flush()


def _by_key(key: str | None, part: InquiryPart) -> Quote | None:
    refuse_key(key)
    if key is None:
        return None
    earlier = db.session.scalar(select(Quote).where(Quote.key == key))
    if earlier is not None and earlier.part_id != part.id:
        raise Conflict("key_reused", "key")
    return earlier


def _answers(part: InquiryPart, offer: Offer) -> list[QuoteLine]:
    offered = {line.line: line for line in offer.lines}
    shares = {share.line.public_id: share for share in part.shares}
    if len(offered) != len(offer.lines) or offered.keys() != shares.keys():
        raise Invalid("quote_lines_missing", "lines")
    ordered = replace(offer, lines=tuple(offered[line] for line in shares))
    fault = next(offer_faults(ordered, [share.quantity for share in shares.values()]), None)
    if fault is not None:
        raise fault
    refuse_nik({"note": offer.note, "lines": " / ".join(line.description for line in offer.lines)})
    return [_answer(offered[line], share) for line, share in shares.items()]


def _answer(offered: OfferedLine, share: PartLine) -> QuoteLine:
    line = share.line
    return QuoteLine(
        line_id=line.id,
        answer=offered.answer,
        description=offered.description.strip(),
        product_id=None if offered.answer is LineAnswer.ALTERNATIVE else line.product_id,
        quantity=quantity_offered(offered, share.quantity),
        unit_code=line.unit_code,
        unit_price=None if offered.answer is LineAnswer.CANNOT else offered.unit_price,
    )


def _added(part: InquiryPart, offer: Offer, lines: list[QuoteLine], key: str | None, actor: Actor) -> Quote:
    last = db.session.scalar(select(func.max(Quote.version)).where(Quote.part_id == part.id)) or 0
    quote = Quote(
        part_id=part.id,
        version=last + 1,
        lead_days=offer.lead_days,
        valid_until=offer.valid_until or today_wib() + timedelta(days=QUOTE_DAYS),
        delivery_method=offer.delivery_method,
        delivery_cost=offer.delivery_cost,
        deposit_percent=offer.deposit_percent,
        total=total_of(lines, offer.delivery_cost),
        note=offer.note.strip(),
        key=key,
        made_by_id=actor.user_id,
        on_behalf=actor.on_behalf_of is not None,
        lines=lines,
    )
    with refusing_twins(Conflict("try_again")):
        db.session.add(quote)
    return quote


def _note_missing(part: InquiryPart, lines: list[QuoteLine]) -> None:
    """What the newest quote leaves out is unmet demand; that of older versions is forgotten."""
    db.session.execute(
        delete(Demand).where(
            Demand.inquiry_id == part.inquiry_id,
            Demand.producer_id == part.producer_id,
            Demand.cause == DemandCause.PARTIAL,
        )
    )
    given = {line.line_id: line.quantity for line in lines}
    missing = [(share.line, share.quantity - given[share.line_id]) for share in part.shares]
    note_demand(part, DemandCause.PARTIAL, "", [(line, number) for line, number in missing if number > 0])
