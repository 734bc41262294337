"""Complaints are told to the office and answered to who complains."""

from shop.accounts.models import Office
from shop.accounts.notices import leave_notice
from shop.impact.messages import ComplaintOpened
from shop.impact.models import Complaint
from shop.platform.db import db
from shop.text.formats import date_long
from shop.worker.handling import handles


@handles(ComplaintOpened)
def tell_of_complaint(message: ComplaintOpened) -> None:
    """The office hears of it; who complains gets number and date."""
    complaint = db.session.get(Complaint, message.complaint_id)
    if complaint is None:
        return
    params, key = {"number": complaint.number, "due": date_long(complaint.due_at)}, f"complaint:{complaint.id}"
    office = db.session.get(Office, complaint.office_id) if complaint.office_id else None
    if office is not None:
        leave_notice("complaint.opened", params, office=office, key=f"{key}:office")
    if complaint.email:
        leave_notice("complaint.received", params, email=complaint.email, key=f"{key}:sender")
