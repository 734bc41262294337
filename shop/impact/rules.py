"""What a complaint is and by when it is answered; pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from shop.impact.types import ComplaintAbout
from shop.lib.clock import working_days_after
from shop.lib.holidays import holidays_between

ANSWER_WORKING_DAYS = 10
PRIVACY_HOURS = 72
LONGEST = 4000


@dataclass(frozen=True, kw_only=True)
class Complainant:
    """Who complains and how to answer; phone (E.164) or e-mail."""

    name: str = ""
    phone: str | None = None
    email: str | None = None


def complaint_due(about: ComplaintAbout, opened: datetime) -> datetime:
    """Ten working days; 72 hours where personal data is at stake (UU PDP)."""
    if about is ComplaintAbout.PRIVACY:
        return opened + timedelta(hours=PRIVACY_HOURS)
    span = holidays_between(opened.date(), (opened + timedelta(days=60)).date())
    return working_days_after(opened, ANSWER_WORKING_DAYS, span)
