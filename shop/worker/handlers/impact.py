"""Complaints are told to those who answer them, and answered to who complains."""

from typing import Any

from shop.accounts.commands import leave_notice
from shop.accounts.offices import administrators
from shop.impact.messages import ComplaintOpened, ComplaintPassedOn, ComplaintReplied
from shop.impact.models import Complaint
from shop.impact.queries import complaint_by_id, reply_by_id
from shop.text.formats import date_long
from shop.text.language import using
from shop.worker.handling import handles


@handles(ComplaintOpened)
def tell_of_complaint(message: ComplaintOpened) -> None:
    """Those who answer hear of it; who complains gets number and dates."""
    complaint = complaint_by_id(message.complaint_id)
    _tell_answerers("complaint.opened", complaint, f"complaint:{complaint.id}")
    if complaint.email:
        _tell_sender("complaint.received", complaint, f"complaint:{complaint.id}:sender")


@handles(ComplaintPassedOn)
def tell_next_office(message: ComplaintPassedOn) -> None:
    """The office whose complaint it is now hears of it."""
    complaint = complaint_by_id(message.complaint_id)
    _tell_answerers("complaint.passed_on", complaint, f"complaint:{complaint.id}:{message.moment}")


@handles(ComplaintReplied)
def tell_of_reply(message: ComplaintReplied) -> None:
    """The words of staff reach who complains, where an e-mail was left."""
    reply = reply_by_id(message.reply_id)
    complaint = complaint_by_id(reply.complaint_id)
    if not complaint.email:
        return
    kind = "complaint.closed" if reply.final else "complaint.replied"
    _tell_sender(kind, complaint, f"complaint:reply:{reply.id}", words=reply.body)


def _tell_answerers(kind: str, complaint: Complaint, key: str) -> None:
    """Number and days only: what was written, and by whom, is read where it is answered."""
    if complaint.office is not None:
        leave_notice(kind, _params(complaint), office=complaint.office, key=f"{key}:office")
        return
    for user in administrators():
        leave_notice(kind, _params(complaint, user.language), user=user, key=f"{key}:user:{user.id}")


def _tell_sender(kind: str, complaint: Complaint, key: str, **more: Any) -> None:
    params = {**_params(complaint, complaint.language), **more}
    leave_notice(kind, params, email=complaint.email, language=complaint.language, key=key)


def _params(complaint: Complaint, language: str = "id") -> dict[str, Any]:
    with using(language):
        return {
            "number": complaint.number,
            "complaint": complaint.public_id,
            "reply": date_long(complaint.reply_due_at),
            "due": date_long(complaint.due_at),
        }
