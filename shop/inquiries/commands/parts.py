"""Move a part: seen, declined, withdrawn; and what stayed unmet."""

from collections.abc import Collection, Sequence

from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.inquiries.clocks import PART_LIVES
from shop.inquiries.messages import PartDeclined, PartWithdrawn
from shop.inquiries.models import Demand, Inquiry, InquiryLine, InquiryPart
from shop.inquiries.policies import may_answer, may_follow, may_quote
from shop.inquiries.types import FINISHED, NEXT_PART, WAITING, DeclineReason, DemandCause, PartState
from shop.lib.clock import now
from shop.lib.errors import Invalid, WrongState, require
from shop.lib.nik import refuse_nik
from shop.platform import outbox
from shop.platform.db import db
from shop.platform.holding import hold

LONGEST_DECLINE_NOTE = 300


def move(part: InquiryPart, state: PartState) -> None:
    """Bring a part into its next state and start its clocks anew; raises WrongState part_moved_on."""
    if state not in NEXT_PART[part.state]:
        raise WrongState("part_moved_on", state=str(part.state))
    part.state = state
    if state in WAITING and state is not PartState.SEEN:
        part.waiting_since, part.expires_at = now(), now() + PART_LIVES
        part.nudged_at = part.escalated_at = None
        part.inquiry.closed_at = None
    elif state not in WAITING:
        part.waiting_since = part.expires_at = None


def mark_seen(*, part: InquiryPart, actor: Actor) -> bool:
    """The maker's side has opened the part for the first time; says whether anything changed."""
    if part.seen_at is not None or not (may_answer(actor, part) or may_quote(actor, part)):
        return False
    hold(part)
    part.seen_at = now()
    if part.state is PartState.SENT:
        move(part, PartState.SEEN)
    db.session.flush()
    return True


def decline_part(*, part: InquiryPart, reason: DeclineReason, actor: Actor, note: str = "") -> None:
    """The maker cannot; the lines become unmet demand. Declining twice changes nothing."""
    require(may_quote(actor, part))
    hold(part)
    if part.state is PartState.DECLINED:
        return
    if part.agreed_at is not None:
        raise WrongState("part_agreed")
    if len(note) > LONGEST_DECLINE_NOTE:
        raise Invalid("too_long", "note", most=LONGEST_DECLINE_NOTE)
    refuse_nik({"note": note})
    part.decline_reason, part.decline_note = reason, note.strip()
    move(part, PartState.DECLINED)
    part.first_answer_at = part.first_answer_at or now()
    note_demand(part, DemandCause.DECLINED, str(reason))
    record(actor=actor, action="part.declined", target=part, region_code=part.producer.regency_code, reason=str(reason))
    outbox.leave(PartDeclined(part.id))
    db.session.flush()


def withdraw_part(*, part: InquiryPart, actor: Actor, organisations: Collection[int] = ()) -> None:
    """The buyer wants nothing more of this maker. Twice changes nothing."""
    require(may_follow(actor, part.inquiry, organisations))
    hold(part)
    if part.state is PartState.WITHDRAWN:
        return
    if part.agreed_at is not None:
        raise WrongState("part_agreed")
    move(part, PartState.WITHDRAWN)
    record(actor=actor, action="part.withdrawn", target=part, region_code=part.producer.regency_code)
    outbox.leave(PartWithdrawn(part.id))
    db.session.flush()


def withdraw_inquiry(*, inquiry: Inquiry, actor: Actor, organisations: Collection[int] = ()) -> int:
    """The buyer withdraws every part that is still open and not agreed; returns how many."""
    require(may_follow(actor, inquiry, organisations))
    open_parts = [part for part in inquiry.parts if part.state not in FINISHED and part.agreed_at is None]
    for part in open_parts:
        withdraw_part(part=part, actor=actor, organisations=organisations)
    return len(open_parts)


def note_demand(
    part: InquiryPart, cause: DemandCause, reason: str, missing: Sequence[tuple[InquiryLine, int]] | None = None
) -> None:
    """Remember what of a part (without ``missing`` all of it) stayed unmet, by kind and place."""
    wanted = [(share.line, share.quantity) for share in part.shares] if missing is None else missing
    for line, quantity in wanted:
        db.session.add(
            Demand(
                cause=cause,
                reason=reason,
                kind_id=line.kind_id,
                words=line.words[:120],
                region_code=part.inquiry.region_code,
                quantity=quantity * max(1, line.base_quantity // line.quantity),
                inquiry_id=part.inquiry_id,
                producer_id=part.producer_id,
            )
        )
