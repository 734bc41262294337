"""The clocks of the shop: nudges, escalations, ends of quotes, hand-overs, consents, papers, old data."""

from datetime import timedelta

from shop.accounts.commands import forget_old_notices, forget_stale_accounts
from shop.catalogue.commands.papers import recheck_ended_papers
from shop.catalogue.messages import DayTurned
from shop.consent.commands import expire_consents
from shop.impact.commands import open_help_task
from shop.inquiries.commands import (
    erase_contacts,
    escalate_parts,
    expire_parts,
    expire_quotes,
    forget_old_drafts,
    nudge_parts,
)
from shop.inquiries.messages import UploadsAged
from shop.lib.clock import now
from shop.lib.retention import Kept, kept_for
from shop.orders.commands import accept_handovers, close_inquiries
from shop.platform import outbox
from shop.platform.db import refresh_statistics
from shop.producers.helping import companion_of
from shop.producers.offices import office_of
from shop.worker.clocks import clock

_OFTEN = timedelta(minutes=5)
_HOURLY = timedelta(hours=1)
_DAILY = timedelta(hours=24)


@clock("inquiries", every=_OFTEN)
def run_inquiry_clocks() -> None:
    """Nudge, escalate, expire; each is due only while the maker is open."""
    nudge_parts()
    for part in escalate_parts():
        open_help_task(part=part, companion=companion_of(part.producer), office=office_of(part.producer))
    expire_quotes()
    expire_parts()


@clock("orders", every=_OFTEN)
def run_order_clocks() -> None:
    """A hand-over nobody spoke against for 14 days is taken as accepted; finished inquiries are closed."""
    accept_handovers()
    close_inquiries()


@clock("consents", every=_OFTEN)
def run_consent_clock() -> None:
    """Consents with an end, such as a story's year, end."""
    expire_consents()


@clock("papers", every=_HOURLY)
def run_papers_clock() -> None:
    """Certificates that ran out since yesterday take their claims and, where compulsory, their products away."""
    recheck_ended_papers()


@clock("statistics", every=_DAILY)
def run_statistics_clock() -> None:
    """The database counts its rows anew, so that it goes on choosing the right indexes."""
    refresh_statistics()


@clock("new_day", every=None)
def run_new_day_clock() -> None:
    """What is free this month changes with the day, and with it the index; files that nobody sent go."""
    outbox.leave(DayTurned())
    outbox.leave(UploadsAged())


@clock("old_data", every=_DAILY)
def forget_old_data() -> None:
    """Drafts whose time is over, old messages and notices, accounts never confirmed, who asked long ago."""
    forget_old_drafts()
    outbox.forget_done(now() - kept_for(Kept.LOGS))
    forget_stale_accounts()
    forget_old_notices()
    erase_contacts()
