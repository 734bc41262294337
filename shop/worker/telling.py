"""Who is told, on screen and by mail: the members of a maker, their companion or office, and the buyer."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from shop.accounts.models import Office, User
from shop.accounts.notices import leave_notice
from shop.accounts.types import UserStatus
from shop.inquiries.models import Inquiry, InquiryPart
from shop.lib.clock import today_wib
from shop.platform.db import db
from shop.producers.helping import helps_today
from shop.producers.models import Companion, CompanionAssignment, Producer, ProducerMember
from shop.producers.types import Right
from shop.text.formats import number
from shop.text.language import gettext, ngettext, using
from shop.text.notices import word_notice


def tell_maker(kind: str, part: InquiryPart, key: str, **params: Any) -> None:
    """Tell the members who answer for a maker; where none has e-mail, its companion or office is asked to call."""
    members = answering_members(part.producer)
    for user in members:
        leave_notice(kind, _params(part, user.language, params), user=user, key=f"{key}:{user.id}")
    if not any(reachable(user) for user in members):
        tell_helper(kind, part, key, **params)


def tell_helper(kind: str, part: InquiryPart, key: str, **params: Any) -> None:
    """Ask the active companion, else the office of the region, to call the maker."""
    helper = companion_of(part.producer)
    language = helper.user.language if helper else "id"
    facts = _params(part, language, params)
    with using(language):
        facts["news"] = word_notice(kind, facts).subject
    if helper is not None:
        leave_notice("maker.please_call", facts, user=helper.user, key=f"{key}:help")
    elif (office := office_of(part.producer)) is not None:
        leave_notice("maker.please_call", facts, office=office, key=f"{key}:help")


def tell_buyer(kind: str, part: InquiryPart, key: str, **params: Any) -> None:
    """Tell the buyer of a part: in the account where there is one, else by the e-mail that was left."""
    tell_asker(kind, part.inquiry, key, _params(part, part.inquiry.language, params))


def tell_asker(kind: str, inquiry: Inquiry, key: str, params: dict[str, Any]) -> None:
    """Tell who asked; somebody with only a phone keeps the link."""
    if inquiry.buyer is not None:
        leave_notice(kind, params, user=inquiry.buyer, key=f"{key}:buyer")
    elif inquiry.email:
        leave_notice(kind, params, email=inquiry.email, language=inquiry.language, key=f"{key}:buyer")


def answering_members(producer: Producer) -> list[User]:
    """Live members with a user who may answer buyers."""
    today = today_wib()
    found = db.session.scalars(
        select(ProducerMember)
        .join(ProducerMember.user)
        .where(ProducerMember.producer_id == producer.id, ProducerMember.starts_on <= today)
        .where((ProducerMember.ends_on.is_(None)) | (ProducerMember.ends_on >= today))
        .where(User.status == UserStatus.ACTIVE)
        .options(joinedload(ProducerMember.user))
        .order_by(ProducerMember.id)
    )
    return [member.user for member in found if member.user and Right.ANSWER in member.rights]


def companion_of(producer: Producer) -> Companion | None:
    """The companion whom the maker granted the latest help, or None."""
    return db.session.scalars(
        select(Companion)
        .join(CompanionAssignment, CompanionAssignment.companion_id == Companion.id)
        .where(*helps_today(producer))
        .options(joinedload(Companion.user))
        .order_by(CompanionAssignment.starts_on.desc(), CompanionAssignment.id.desc())
    ).first()


def office_of(producer: Producer) -> Office | None:
    """The maker's own office, else the one of its regency, else of its province."""
    if producer.office is not None:
        return producer.office
    codes = [producer.regency_code, producer.regency_code.partition(".")[0]]
    found = {one.region_code: one for one in db.session.scalars(select(Office).where(Office.region_code.in_(codes)))}
    return next((found[code] for code in codes if code in found), None)


def reachable(user: User) -> bool:
    """Whether mail reaches a person."""
    return user.email is not None and user.email_bounced_at is None


def things(lines: Iterable[tuple[int, str, str]]) -> str:
    """What is asked for in a few words: the first of (quantity, unit, name), and how many more."""
    listed = list(lines)
    quantity, unit, name = listed[0]
    first = f"{number(quantity)} {unit} {name}"
    if len(listed) == 1:
        return first
    return gettext(
        "%(first)s dan %(more)s",
        first=first,
        more=ngettext("%(num)s barang lain", "%(num)s barang lain", len(listed) - 1),
    )


def things_of_part(part: InquiryPart) -> str:
    """What one maker is asked for."""
    return things((share.quantity, share.line.unit_code, share.line.name) for share in part.shares)


def facts_of_part(part: InquiryPart) -> dict[str, Any]:
    """What every notice about one maker's part of an inquiry is worded with, in the current language."""
    return {
        "inquiry": part.inquiry.public_id,
        "part": part.public_id,
        "number": part.inquiry.number,
        "buyer": part.inquiry.organisation or part.inquiry.name,
        "maker": part.producer.stall_name,
        "things": things_of_part(part),
    }


def _params(part: InquiryPart, language: str, more: dict[str, Any]) -> dict[str, Any]:
    with using(language):
        return {
            **facts_of_part(part),
            **{name: value() if callable(value) else value for name, value in more.items()},
        }
