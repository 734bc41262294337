"""Make a quote: one answer a line, a computed total, a new version each time; and the buyer's no."""

from collections.abc import Collection
from datetime import timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.exc import IntegrityError

from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.inquiries.clocks import QUOTE_DAYS
from shop.inquiries.commands.parts import lock, move, note_demand
from shop.inquiries.messages import QuoteDeclined, QuoteMade
from shop.inquiries.models import Demand, InquiryPart, PartLine, Quote, QuoteLine
from shop.inquiries.policies import may_follow, may_quote
from shop.inquiries.rules import LONGEST_KEY, LONGEST_MESSAGE
from shop.inquiries.types import DemandCause, LineAnswer, Offer, OfferedLine, PartState
from shop.lib.clock import now, today_wib
from shop.lib.errors import Conflict, Invalid, WrongState, require
from shop.lib.money import MOST_RUPIAH
from shop.lib.quantities import MOST_PIECES
from shop.platform import outbox
from shop.platform.db import db

LONGEST_LEAD = 365
LONGEST_VALIDITY = timedelta(days=180)
LONGEST_DESCRIPTION = 300
WHOLE = 100
_FINAL = frozenset({PartState.DECLINED, PartState.WITHDRAWN})


def make_quote(*, part: InquiryPart, offer: Offer, key: str | None, actor: Actor) -> Quote:
    """Answer every line of a part; a newer version supersedes the older. The same key answers with the first.

    Raises Invalid with the field (``lines-<n>-unit_price`` …), WrongState part_agreed or part_moved_on.
    """
    require(may_quote(actor, part))
    lock(part)
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
    lock(part)
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
    if key is None:
        return None
    if len(key) > LONGEST_KEY:
        raise Invalid("key_invalid", "key")
    earlier = db.session.scalar(select(Quote).where(Quote.key == key))
    if earlier is not None and earlier.part_id != part.id:
        raise Conflict("key_reused", "key")
    return earlier


def _answers(part: InquiryPart, offer: Offer) -> list[QuoteLine]:
    _check_terms(offer)
    offered = {line.line: line for line in offer.lines}
    shares = {share.line.public_id: share for share in part.shares}
    if len(offered) != len(offer.lines) or offered.keys() != shares.keys():
        raise Invalid("quote_lines_missing", "lines")
    lines = [_answer(index, offered[line], share) for index, (line, share) in enumerate(shares.items())]
    if all(line.answer is LineAnswer.CANNOT for line in lines):
        raise Invalid("quote_all_cannot", "lines")
    if total_of(lines, offer.delivery_cost) > MOST_RUPIAH:
        raise Invalid("money_huge", "lines", most=MOST_RUPIAH)
    return lines


def _check_terms(offer: Offer) -> None:
    today = today_wib()
    until = offer.valid_until or today
    checks: tuple[tuple[bool, str, str, dict[str, int]], ...] = (
        (0 <= offer.lead_days <= LONGEST_LEAD, "number_range", "lead_days", {"least": 0, "most": LONGEST_LEAD}),
        (until >= today, "date_past", "valid_until", {}),
        (until <= today + LONGEST_VALIDITY, "date_far", "valid_until", {}),
        (0 <= offer.deposit_percent <= WHOLE, "number_range", "deposit_percent", {"least": 0, "most": WHOLE}),
        (0 <= (offer.delivery_cost or 0) <= MOST_RUPIAH, "money_huge", "delivery_cost", {}),
        (len(offer.note) <= LONGEST_MESSAGE, "too_long", "note", {"most": LONGEST_MESSAGE}),
    )
    for good, code, field, params in checks:
        if not good:
            raise Invalid(code, field, **params)


def _answer(index: int, offered: OfferedLine, share: PartLine) -> QuoteLine:
    field = f"lines-{index}"
    quantity = _quantity(field, offered, share)
    price = None if offered.answer is LineAnswer.CANNOT else offered.unit_price
    if offered.answer is not LineAnswer.CANNOT and price is None:
        raise Invalid("money_missing", f"{field}-unit_price")
    if price is not None and not 0 < price <= MOST_RUPIAH:
        raise Invalid("money_huge" if price > 0 else "money_missing", f"{field}-unit_price")
    description = offered.description.strip()
    if len(description) > LONGEST_DESCRIPTION:
        raise Invalid("too_long", f"{field}-description", most=LONGEST_DESCRIPTION)
    if offered.answer is LineAnswer.ALTERNATIVE and not description:
        raise Invalid("alternative_not_described", f"{field}-description")
    line = share.line
    return QuoteLine(
        line_id=line.id,
        answer=offered.answer,
        description=description,
        product_id=None if offered.answer is LineAnswer.ALTERNATIVE else line.product_id,
        quantity=quantity,
        unit_code=line.unit_code,
        unit_price=price,
    )


def _quantity(field: str, offered: OfferedLine, share: PartLine) -> int:
    if offered.answer is LineAnswer.CANNOT:
        return 0
    if offered.answer is LineAnswer.AS_ASKED:
        return share.quantity
    quantity = offered.quantity if offered.quantity is not None else share.quantity
    if quantity < 1:
        raise Invalid("quantity_zero", f"{field}-quantity")
    if quantity > MOST_PIECES:
        raise Invalid("quantity_huge", f"{field}-quantity", most=MOST_PIECES)
    if offered.answer is LineAnswer.LESS and quantity >= share.quantity:
        raise Invalid("quantity_not_less", f"{field}-quantity", asked=share.quantity)
    return quantity


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
    try:
        with db.session.begin_nested():
            db.session.add(quote)
    except IntegrityError as error:
        raise Conflict("try_again") from error
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
