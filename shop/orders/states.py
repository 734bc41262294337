"""The state of a whole inquiry, derived from its parts and orders; pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from shop.inquiries.types import FINISHED, PartState
from shop.orders.types import InquiryState, OrderState


@dataclass(frozen=True)
class PartFacts:
    """Where one part stands: its state, its order's state, and whether the buyer declined the newest quote."""

    state: PartState
    order: OrderState | None = None
    quote_declined: bool = False


_PROGRESS = {
    OrderState.ACCEPTED: InquiryState.AGREED,
    OrderState.IN_PRODUCTION: InquiryState.IN_PRODUCTION,
    OrderState.READY: InquiryState.IN_PRODUCTION,
    OrderState.HANDED_OVER: InquiryState.HANDED_OVER,
    OrderState.CHANGES_ASKED: InquiryState.HANDED_OVER,
    OrderState.DONE: InquiryState.DONE,
}
_RANK = {state: rank for rank, state in enumerate(InquiryState)}
_TALKING = frozenset({PartState.INFO_WANTED, PartState.INFO_GIVEN})


def inquiry_state(parts: Iterable[PartFacts]) -> InquiryState:
    """Live orders decide, the slowest of them; else open quotes, else talk, else how the last part ended."""
    facts = list(parts)
    progress = [_PROGRESS[part.order] for part in facts if part.order in _PROGRESS]
    if progress:
        return min(progress, key=_RANK.__getitem__)
    loose = [part for part in facts if part.order is None]
    if any(part.state is PartState.QUOTED and not part.quote_declined for part in loose):
        return InquiryState.QUOTED
    waiting = [part for part in loose if part.state not in FINISHED and part.state is not PartState.QUOTED]
    if waiting:
        return InquiryState.ANSWERED if any(part.state in _TALKING for part in waiting) else InquiryState.NEW
    return _ended(facts)


def _ended(facts: list[PartFacts]) -> InquiryState:
    states = {part.state for part in facts if part.order is None}
    if PartState.EXPIRED in states:
        return InquiryState.EXPIRED
    if states & {PartState.DECLINED, PartState.QUOTED}:
        return InquiryState.DECLINED
    return InquiryState.CANCELLED
