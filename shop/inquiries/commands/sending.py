"""Send an inquiry: refuse, add it with one part per maker, audit, leave word; once per key."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.exc import IntegrityError

from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.catalogue.models import Product
from shop.inquiries.bodies import body_hash
from shop.inquiries.clocks import PART_LIVES
from shop.inquiries.commands.limits import count_inquiry
from shop.inquiries.messages import InquirySent
from shop.inquiries.models import Attachment, Inquiry, InquiryLine, InquiryPart, PartLine
from shop.inquiries.queries import inquiry_by_key, public_products
from shop.inquiries.rules import (
    LONGEST_DEPOSIT,
    LONGEST_MESSAGE,
    LONGEST_NOTE,
    MOST_FILES,
    MOST_LINES,
    AskedLine,
    Asking,
    check_day,
    check_quantity,
    check_sizes,
    clean_contact,
    unit_price_for,
)
from shop.inquiries.types import Contact, Source
from shop.lib.clock import now
from shop.lib.errors import Conflict, Invalid
from shop.lib.ids import new_reference, refuse_key
from shop.lib.nik import refuse_nik
from shop.lib.typed import clean, one_line
from shop.platform import outbox
from shop.platform.db import db
from shop.platform.marks import mark

ATTEMPTS = 5
DEMO_MARK = "demo"


@dataclass(frozen=True, kw_only=True)
class Origin:
    """How an inquiry came: the reader's language, the way in, and the network address (None: not limited)."""

    language: str = "id"
    source: Source = Source.WEB
    address: str | None = None
    organisation_id: int | None = None


def send_inquiry(*, asking: Asking, key: str, actor: Actor, origin: Origin | None = None) -> Inquiry:
    """Send what a buyer asks; the same key and body again answers with the first one.

    Raises Invalid with the field, or Conflict: key_reused, line_vanished (with the index of the line).
    """
    origin = origin or Origin()
    asking = _checked(asking, key)
    digest = body_hash(asking)
    first = inquiry_by_key(key)
    if first is not None:
        return _same(first, digest)
    products = _still_public(asking.lines)
    count_inquiry(asking.contact, origin.address)
    for _ in range(ATTEMPTS):
        inquiry = _built(asking, products, actor, origin)
        inquiry.idempotency_key, inquiry.body_hash = key, digest
        if _added(inquiry):
            _told(inquiry, asking, actor)
            return inquiry
        first = inquiry_by_key(key)
        if first is not None:
            return _same(first, digest)
    raise Conflict("try_again")


def cleaned(asking: Asking) -> Asking:
    """The asking with its contact in one spelling and without what nobody sees in its words."""
    contact: Contact = clean_contact(asking.contact, demo=mark(DEMO_MARK) is not None)
    return replace(asking, contact=contact, message=clean(asking.message), deposit_note=one_line(asking.deposit_note))


def _checked(asking: Asking, key: str) -> Asking:
    refuse_key(key)
    if not asking.lines:
        raise Invalid("request_empty")
    if len(asking.lines) > MOST_LINES:
        raise Invalid("request_too_long", most=MOST_LINES)
    for field, text, most in (
        ("message", asking.message, LONGEST_MESSAGE),
        ("deposit", asking.deposit_note, LONGEST_DEPOSIT),
    ):
        if len(text) > most:
            raise Invalid("too_long", field, most=most)
    if len(asking.files) > MOST_FILES:
        raise Invalid("too_many_files", "files", most=MOST_FILES)
    check_day(asking.needed_by)
    refuse_nik({"message": asking.message, "deposit": asking.deposit_note, **vars(asking.contact)})
    return cleaned(asking)


def _still_public(lines: Sequence[AskedLine]) -> dict[int, Product]:
    products = public_products([line.product.id for line in lines])
    for index, line in enumerate(lines):
        product = products.get(line.product.id)
        if product is None:
            raise Conflict("line_vanished", "lines", line=index)
        check_quantity(product, line.quantity)
        check_sizes(line)
        if len(line.note) > LONGEST_NOTE:
            raise Invalid("too_long", "note", most=LONGEST_NOTE, line=index)
        refuse_nik({"note": line.note})
    return products


def _same(first: Inquiry, digest: str) -> Inquiry:
    if first.body_hash != digest:
        raise Conflict("key_reused", "key", number=first.number)
    return first


def _built(asking: Asking, products: Mapping[int, Product], actor: Actor, origin: Origin) -> Inquiry:
    contact, by_phone = asking.contact, origin.source is Source.PHONE
    inquiry = Inquiry(
        number=new_reference(),
        buyer_id=None if by_phone else actor.user_id,
        entered_by_id=actor.user_id if by_phone else None,
        organisation_id=origin.organisation_id,
        name=contact.name,
        phone=contact.phone,
        email=contact.email,
        organisation=contact.organisation,
        buyer_type=contact.buyer_type,
        place=contact.place.strip(),
        region_code=contact.region_code,
        needed_by=asking.needed_by,
        message=asking.message,
        sample_wanted=asking.sample_wanted,
        deposit_note=asking.deposit_note,
        papers_wanted=list(asking.papers_wanted),
        language=origin.language,
        source=origin.source,
    )
    _split(inquiry, asking.lines, products)
    return inquiry


def _split(inquiry: Inquiry, lines: Sequence[AskedLine], products: Mapping[int, Product]) -> None:
    """Add the lines, and for each maker the part that holds its own."""
    parts: dict[int, InquiryPart] = {}
    for position, asked in enumerate(lines):
        product = products[asked.product.id]
        line = _line(asked, product, position)
        inquiry.lines.append(line)
        part = parts.get(product.producer_id)
        if part is None:
            part = parts[product.producer_id] = InquiryPart(
                producer_id=product.producer_id, expires_at=now() + PART_LIVES
            )
            inquiry.parts.append(part)
        part.shares.append(PartLine(line=line, quantity=asked.quantity))


def _line(asked: AskedLine, product: Product, position: int) -> InquiryLine:
    return InquiryLine(
        position=position,
        product_id=product.id,
        kind_id=product.kind_id,
        name=product.name,
        unit_code=product.unit.code,
        unit_price=unit_price_for(product, asked.quantity),
        quantity=asked.quantity,
        base_quantity=asked.quantity * product.unit.factor,
        sizes=list(asked.sizes),
        customisation=list(asked.customisation),
        note=asked.note,
        limits_understood=asked.limits_understood,
    )


def _added(inquiry: Inquiry) -> bool:
    """Whether it went in; not when the key or the number was there first."""
    try:
        with db.session.begin_nested():
            db.session.add(inquiry)
    except IntegrityError:
        return False
    return True


def _told(inquiry: Inquiry, asking: Asking, actor: Actor) -> None:
    for file in asking.files:
        db.session.add(
            Attachment(inquiry_id=inquiry.id, key=file.key, name=file.name, media_type=file.media_type, size=file.size)
        )
    record(
        actor=actor, action="inquiry.sent", target=inquiry, region_code=inquiry.region_code, parts=len(inquiry.parts)
    )
    outbox.leave(InquirySent(inquiry.id))
    db.session.flush()
