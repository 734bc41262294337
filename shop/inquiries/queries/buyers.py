"""The buyer's side: an inquiry by link, key or account, and what belongs to it."""

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload, selectinload

from shop.accounts.models import User
from shop.accounts.queries import organisation_ids
from shop.inquiries.links import link_token, split_token, token_fits
from shop.inquiries.models import Attachment, Inquiry, InquiryLine, InquiryPart, PartLine, Quote
from shop.inquiries.queries.views import PartView, views_of
from shop.lib.clock import today_wib
from shop.lib.errors import NotFound
from shop.lib.pages import Page, decode_cursor, encode_cursor
from shop.platform.db import db
from shop.producers.models import Producer

PAGE = 20


def inquiry_by_key(key: str) -> Inquiry | None:
    """The inquiry that was sent with an idempotency key."""
    return db.session.scalar(select(Inquiry).where(Inquiry.idempotency_key == key))


def inquiry_by_token(token: str) -> Inquiry:
    """The inquiry of a secret link, with parts and lines; raises NotFound link_ended."""
    public_id, signature = split_token(token)
    inquiry = db.session.scalar(_whole().where(Inquiry.public_id == public_id))
    if inquiry is None or not token_fits(inquiry, signature):
        raise NotFound("link_ended")
    return inquiry


def inquiry_by_public_id(public_id: str) -> Inquiry:
    """An inquiry by its public id, for those whom a policy lets in; raises NotFound inquiry_unknown."""
    inquiry = db.session.scalar(_whole().where(Inquiry.public_id == public_id))
    if inquiry is None:
        raise NotFound("inquiry_unknown")
    return inquiry


def token_of(public_id: str) -> str:
    """The token of the present secret link of an inquiry, for the mail that carries it."""
    return link_token(db.session.scalars(select(Inquiry).where(Inquiry.public_id == public_id)).one())


def _whole() -> Select[Inquiry]:
    return select(Inquiry).options(
        selectinload(Inquiry.lines).joinedload(InquiryLine.product),
        selectinload(Inquiry.parts).joinedload(InquiryPart.producer).joinedload(Producer.regency),
        selectinload(Inquiry.parts).selectinload(InquiryPart.shares).joinedload(PartLine.line),
    )


def inquiry_for_buyer(inquiry: Inquiry) -> list[PartView]:
    """Every part of an inquiry with thread, files and quotes; three SELECTs however many parts."""
    return views_of(inquiry.parts)


def part_of_inquiry(inquiry: Inquiry, public_id: str) -> InquiryPart:
    """A part of this inquiry; raises NotFound part_unknown."""
    for part in inquiry.parts:
        if part.public_id == public_id:
            return part
    raise NotFound("part_unknown")


def quote_of_inquiry(inquiry: Inquiry, public_id: str) -> Quote:
    """A quote of this inquiry; raises NotFound quote_unknown."""
    found = db.session.scalar(
        select(Quote)
        .join(Quote.part)
        .where(Quote.public_id == public_id, InquiryPart.inquiry_id == inquiry.id)
        .options(joinedload(Quote.part).joinedload(InquiryPart.producer))
    )
    if found is None:
        raise NotFound("quote_unknown")
    return found


def attachment_of_inquiry(inquiry: Inquiry, public_id: str) -> Attachment:
    """A file of this inquiry; raises NotFound file_unknown. Which parts a maker may read is the policy's business."""
    found = db.session.scalar(
        select(Attachment).where(Attachment.public_id == public_id, Attachment.inquiry_id == inquiry.id)
    )
    if found is None:
        raise NotFound("file_unknown")
    return found


def buyer_inquiries(user: User, cursor: str | None = None) -> Page[Inquiry]:
    """A page of the inquiries of a signed-in buyer and its organisations, newest first."""
    mine = or_(Inquiry.buyer_id == user.id, Inquiry.organisation_id.in_(organisation_ids(user.id)))
    wanted = _whole().where(mine)
    after = decode_cursor(cursor, int)
    if after:
        wanted = wanted.where(Inquiry.id < after[0])
    rows = db.session.scalars(wanted.order_by(Inquiry.id.desc()).limit(PAGE + 1)).all()
    return Page(rows[:PAGE], encode_cursor([rows[PAGE - 1].id]) if len(rows) > PAGE else None)


def keeps_inquiries(user_id: int) -> bool:
    """Whether a user asked for something as a buyer."""
    return db.session.scalar(select(Inquiry.id).where(Inquiry.buyer_id == user_id).limit(1)) is not None


def newest_quote(part: InquiryPart) -> Quote | None:
    """The newest version for a part."""
    return db.session.scalars(
        select(Quote).where(Quote.part_id == part.id).order_by(Quote.version.desc()).limit(1)
    ).first()


def is_open(quote: Quote, newest: Quote | None) -> bool:
    """Whether a quote can still be accepted: the newest version, in time, not declined."""
    in_time = quote.expired_at is None and today_wib() <= quote.valid_until
    return newest is not None and quote.id == newest.id and in_time and quote.declined_at is None
