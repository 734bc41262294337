"""Complaints are taken in: once, with a number, two days by which they are answered, and an office that answers."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from shop.accounts.commands import take_try
from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.catalogue.models import Product
from shop.impact.messages import ComplaintOpened
from shop.impact.models import Complaint
from shop.impact.rules import LONGEST, Complainant, complaint_due, reply_due
from shop.impact.types import ComplaintAbout
from shop.inquiries.commands import Origin
from shop.inquiries.models import Inquiry
from shop.lib.clock import now
from shop.lib.errors import Conflict, Invalid
from shop.lib.ids import new_reference, read_reference, refuse_key
from shop.lib.nik import refuse_nik
from shop.platform import outbox
from shop.platform.db import db
from shop.producers.models import Producer
from shop.producers.offices import office_of

_ATTEMPTS = 5
_MOST_BY_CONTACT = 10
_MOST_BY_NETWORK = 100  # whole districts share one address of a mobile network
_WAIT = timedelta(hours=1)


def open_complaint(  # noqa: PLR0913 - what is said, by whom, of what, and how it came
    *,
    about: ComplaintAbout,
    body: str,
    who: Complainant,
    concerns: str,
    key: str,
    actor: Actor,
    origin: Origin | None = None,
) -> Complaint:
    """Take a complaint in; the same key again answers with the first one.

    ``concerns`` is the number of an inquiry or of an earlier complaint, or a product's slug; it is kept only where it
    names something.
    """
    origin = origin or Origin()
    refuse_key(key)
    _check(body, who)
    first = db.session.scalar(select(Complaint).where(Complaint.key == key))
    if first is not None:
        return first
    _count(who, origin.address)
    for _ in range(_ATTEMPTS):
        complaint = _complaint(about, body, who, concerns, key)
        complaint.language = origin.language
        if _added(complaint):
            record(actor=actor, action="complaint.opened", target=complaint)
            outbox.leave(ComplaintOpened(complaint.id))
            return complaint
        first = db.session.scalar(select(Complaint).where(Complaint.key == key))
        if first is not None:
            return first
    raise Conflict("try_again")


def _check(body: str, who: Complainant) -> None:
    if not body:
        raise Invalid("complaint_missing", "body")
    if len(body) > LONGEST:
        raise Invalid("too_long", "body", most=LONGEST)
    refuse_nik({"body": body, "name": who.name})
    if who.phone is None and who.email is None:
        raise Invalid("phone_or_email_office", "phone")


def _count(who: Complainant, network: str | None) -> None:
    """One more of this contact, which the sender may invent, and of this network (None: not limited)."""
    allowed = take_try("complaint", who.phone or who.email or "", limit=_MOST_BY_CONTACT, wait=_WAIT)
    if network is not None:
        allowed = take_try("complaint_address", network, limit=_MOST_BY_NETWORK, wait=_WAIT) and allowed
    if not allowed:
        raise Invalid("too_many_complaints", minutes=_WAIT // timedelta(minutes=1))


def _complaint(about: ComplaintAbout, body: str, who: Complainant, concerns: str, key: str) -> Complaint:
    number, moment = read_reference(concerns), now()
    inquiry = db.session.scalar(select(Inquiry).where(Inquiry.number == number)) if number else None
    earlier = db.session.scalar(select(Complaint).where(Complaint.number == number)) if number else None
    product = db.session.scalar(select(Product).where(Product.slug == concerns)) if concerns else None
    maker = product.producer if product else inquiry.parts[0].producer if inquiry else None
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
        follows_id=earlier.id if earlier else None,
        office_id=earlier.office_id if earlier else _office_for(maker, above=about is ComplaintAbout.PERSON),
        opened_at=moment,
        reply_due_at=reply_due(about, moment),
        due_at=complaint_due(about, moment),
    )


def _office_for(producer: Producer | None, *, above: bool) -> int | None:
    """The office of the maker that is spoken of; ``above``: the one over it, as its own people may be meant.

    None where there is no such office, or nothing tells the maker: then those who run the site answer.
    """
    office = office_of(producer) if producer else None
    if office is None:
        return None
    return office.parent_id if above else office.id


def _added(complaint: Complaint) -> bool:
    try:
        with db.session.begin_nested():
            db.session.add(complaint)
    except IntegrityError:
        return False
    return True
