"""Somebody who keeps a stall, signed in, with things that lie on her desk."""

from io import BytesIO
from typing import Any

from PIL import Image

from shop.accounts.models import User
from shop.inquiries.models import Inquiry, InquiryPart
from shop.lib.clock import now, today_wib
from shop.platform.db import db
from shop.producers.models import Companion, CompanionAssignment, Producer, ProducerMember
from shop.producers.types import CompanionType, MemberRole, Right
from tests.factories import make_office, make_producer, make_user
from tests.inquiries.makers import an_inquiry
from tests.person import Page, Person
from tests.web.signing_in import stay_signed_in


def make_member(producer: Producer, user: User, *rights: Right) -> ProducerMember:
    """A user who leads a stall; with ``rights`` a member who holds only those."""
    role = MemberRole.MEMBER if rights else MemberRole.LEADER
    member = ProducerMember(
        producer=producer, user_id=user.id, name=user.name, role=role, rights=list(rights), starts_on=today_wib()
    )
    db.session.add(member)
    db.session.flush()
    return member


def keep_stall(person: Person, *rights: Right, **facts: Any) -> Producer:
    """A maker whose leader (or member with these rights) is signed in."""
    producer = make_producer(**{"stall_name": "Konveksi Cisadane", **facts})
    user = make_user(name="Sri Rahayu")
    make_member(producer, user, *rights)
    stay_signed_in(person, user)
    return producer


def help_stall(person: Person, *rights: Right, **facts: Any) -> Producer:
    """A maker whose companion is signed in, with these rights."""
    producer, user = make_producer(**{"stall_name": "Konveksi Cisadane", **facts}), make_user(name="Bu Pendamping")
    companion = Companion(user=user, office_id=make_office().id, type=CompanionType.PENDAMPING)
    terms = {"scopes": list(rights), "starts_on": today_wib(), "granted_at": now()}
    db.session.add(CompanionAssignment(companion=companion, producer=producer, **terms))
    db.session.flush()
    stay_signed_in(person, user)
    return producer


def part_of(inquiry: Inquiry) -> InquiryPart:
    return inquiry.parts[0]


def asked(*products: Any, **facts: Any) -> InquiryPart:
    """An inquiry that has just come in; its first part."""
    return part_of(an_inquiry(*products, **facts))


def a_picture(width: int = 800, height: int = 800, kind: str = "JPEG") -> bytes:
    """A photo as a phone would send it."""
    out = BytesIO()
    Image.new("RGB", (width, height), (200, 90, 40)).save(out, kind)
    return out.getvalue()


def errors_of(page: Page) -> list[str]:
    """What the page says beside its boxes."""
    return page.texts(".field__error")
