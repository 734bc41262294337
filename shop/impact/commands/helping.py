"""Help tasks: somebody needs help, and somebody is asked to give it."""

from sqlalchemy import select, update

from shop.accounts.models import Office
from shop.impact.models import HelpTask
from shop.impact.types import HelpCause
from shop.inquiries.models import InquiryPart
from shop.inquiries.types import MAKERS_TURN
from shop.lib.clock import now
from shop.platform.db import db
from shop.producers.models import Companion


def open_help_task(*, part: InquiryPart, companion: Companion | None, office: Office | None) -> HelpTask:
    """The task that a part is not answered; one open task a part, for the companion, else the office."""
    found = db.session.scalar(
        select(HelpTask).where(
            HelpTask.part_id == part.id, HelpTask.cause == HelpCause.NO_ANSWER, HelpTask.done_at.is_(None)
        )
    )
    if found is None:
        found = HelpTask(
            producer_id=part.producer_id,
            cause=HelpCause.NO_ANSWER,
            part_id=part.id,
            companion_id=companion.id if companion else None,
            office_id=office.id if office and companion is None else None,
        )
        db.session.add(found)
        db.session.flush()
    return found


def end_help_task(*, part: InquiryPart) -> None:
    """The task is done once the maker owes no word; when it is its turn again and it stays silent, one opens anew."""
    if part.state in MAKERS_TURN:
        return
    waiting = (HelpTask.part_id == part.id, HelpTask.cause == HelpCause.NO_ANSWER, HelpTask.done_at.is_(None))
    db.session.execute(update(HelpTask).where(*waiting).values(done_at=now()))
