"""Help tasks and complaints: somebody needs help or was wronged, and somebody is asked to act."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from shop.accounts.models import Office
from shop.accounts.tries import take_try
from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.catalogue.models import Product
from shop.impact.messages import ComplaintOpened
from shop.impact.models import Complaint, HelpTask
from shop.impact.rules import LONGEST, Complainant, complaint_due
from shop.impact.types import ComplaintAbout, HelpCause
from shop.inquiries.models import Inquiry, InquiryPart
from shop.lib.clock import now
from shop.lib.errors import Conflict, Invalid
from shop.lib.ids import new_reference, read_reference
from shop.lib.nik import refuse_nik
from shop.platform import outbox
from shop.platform.db import db
from shop.producers.models import Companion

_ATTEMPTS = 5
_MOST_COMPLAINTS = 10
_WAIT = timedelta(hours=1)


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


def open_complaint(
    *, about: ComplaintAbout, body: str, who: Complainant, concerns: str, key: str, actor: Actor
) -> Complaint:
    """Take a complaint in; the same key again answers with the first one.

    ``concerns`` is an inquiry's number or a product's slug, kept only where it names something.
    """
    _check_complaint(body, who)
    first = db.session.scalar(select(Complaint).where(Complaint.key == key))
    if first is not None:
        return first
    if not take_try("complaint", who.phone or who.email or "", limit=_MOST_COMPLAINTS, wait=_WAIT):
        raise Invalid("too_many_complaints", minutes=_WAIT // timedelta(minutes=1))
    for _ in range(_ATTEMPTS):
        complaint = _complaint(about, body, who, concerns, key)
        if _added(complaint):
            record(actor=actor, action="complaint.opened", target=complaint)
            outbox.leave(ComplaintOpened(complaint.id))
            return complaint
        first = db.session.scalar(select(Complaint).where(Complaint.key == key))
        if first is not None:
            return first
    raise Conflict("try_again")


def _check_complaint(body: str, who: Complainant) -> None:
    if not body:
        raise Invalid("complaint_missing", "body")
    if len(body) > LONGEST:
        raise Invalid("too_long", "body", most=LONGEST)
    refuse_nik({"body": body, "name": who.name})
    if who.phone is None and who.email is None:
        raise Invalid("phone_or_email_office", "phone")


def _complaint(about: ComplaintAbout, body: str, who: Complainant, concerns: str, key: str) -> Complaint:
    number = read_reference(concerns)
    inquiry = db.session.scalar(select(Inquiry).where(Inquiry.number == number)) if number else None
    product = db.session.scalar(select(Product).where(Product.slug == concerns)) if concerns else None
    region = product.producer.regency_code if product else inquiry.parts[0].producer.regency_code if inquiry else None
    return Complaint(
        number=new_reference(),
        key=key,
        about=about,
        body=body,
        name=who.name,
        phone=who.phone,
        email=who.email,
        inquiry_id=inquiry.id if inquiry else None,
        product_id=product.id if product else None,
        office_id=_office_for(region),
        opened_at=now(),
        due_at=complaint_due(about, now()),
    )


def _office_for(region: str | None) -> int | None:
    """The office of the regency, else of its province."""
    codes = [region, region.partition(".")[0]] if region else []
    found = {one.region_code: one.id for one in db.session.scalars(select(Office).where(Office.region_code.in_(codes)))}
    return next((found[code] for code in codes if code in found), None)


def _added(complaint: Complaint) -> bool:
    try:
        with db.session.begin_nested():
            db.session.add(complaint)
    except IntegrityError:
        return False
    return True
