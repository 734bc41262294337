"""One maker's part of an inquiry while its rows are being made."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from shop.demo.buyers import Buyer
from shop.demo.plans import End, Share
from shop.inquiries.clocks import PART_LIVES
from shop.inquiries.types import MAKERS_TURN, WAITING, DeclineReason, PartState
from shop.orders.types import OrderState

_NUDGED, _ESCALATED = timedelta(hours=25), timedelta(days=5)


@dataclass
class Part:
    """What is known of a part so far; ``closed_at`` is set when nothing is open in it any more."""

    id: int
    public_id: str
    inquiry_id: int
    number: str
    line_id: int
    share: Share
    buyer: Buyer
    sent_at: datetime
    end: End
    order: OrderState | None
    state: PartState = PartState.SENT
    seen_at: datetime | None = None
    first_answer_at: datetime | None = None
    waiting_since: datetime | None = None
    agreed_at: datetime | None = None
    decline_reason: DeclineReason | None = None
    decline_note: str = ""
    nudged_at: datetime | None = None
    escalated_at: datetime | None = None
    closed_at: datetime | None = None

    def columns(self) -> dict[str, Any]:
        """What the row tells beyond who asked whom."""
        waits = self.state in WAITING
        return {
            "state": self.state,
            "seen_at": self.seen_at,
            "first_answer_at": self.first_answer_at,
            "waiting_since": self.waiting_since if waits else None,
            "nudged_at": self.nudged_at,
            "escalated_at": self.escalated_at,
            "agreed_at": self.agreed_at,
            "decline_reason": self.decline_reason,
            "decline_note": self.decline_note,
            "expires_at": self.waiting_since + PART_LIVES if waits and self.waiting_since else None,
        }

    def remind(self, moment: datetime) -> None:
        """What the clocks did to a part that waits, up to a moment."""
        if self.waiting_since is None or self.state not in MAKERS_TURN:
            return
        if moment - self.waiting_since > _NUDGED:
            self.nudged_at = self.waiting_since + _NUDGED
        if moment - self.waiting_since > _ESCALATED:
            self.escalated_at = self.waiting_since + _ESCALATED
