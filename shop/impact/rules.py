"""What a complaint is and by when it is answered; pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from shop.impact.types import ComplaintAbout
from shop.lib.clock import working_days_after
from shop.lib.holidays import holidays_between

REPLY_WORKING_DAYS = 2
ANSWER_WORKING_DAYS = 10
PRIVACY_HOURS = 72
LONGEST = 4000


@dataclass(frozen=True, kw_only=True)
class Complainant:
    """Who complains and how to answer; phone (E.164) or e-mail."""

    name: str = ""
    phone: str | None = None
    email: str | None = None


def reply_due(about: ComplaintAbout, opened: datetime) -> datetime:
    """By when who complains hears from somebody: two working days, and never later than the result."""
    return min(_after(opened, REPLY_WORKING_DAYS), complaint_due(about, opened))


def complaint_due(about: ComplaintAbout, opened: datetime) -> datetime:
    """By when there is a result: ten working days; 72 hours where personal data is at stake (UU PDP)."""
    if about is ComplaintAbout.PRIVACY:
        return opened + timedelta(hours=PRIVACY_HOURS)
    return _after(opened, ANSWER_WORKING_DAYS)


def _after(opened: datetime, days: int) -> datetime:
    span = holidays_between(opened.date(), (opened + timedelta(days=60)).date())
    return working_days_after(opened, days, span)
