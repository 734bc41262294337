"""The people of a maker: members who sign in, and companions who help."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import or_, select

from shop.accounts.commands import create_user, leave_notice
from shop.accounts.commands.users import NewUser, free_phone
from shop.accounts.models import User
from shop.accounts.queries import read_phone, user_by_login
from shop.accounts.types import Actor, UserStatus
from shop.audit.commands import record
from shop.lib.clock import now, today_wib
from shop.lib.errors import Conflict, Invalid, require
from shop.lib.nik import refuse_nik
from shop.platform.db import db
from shop.platform.holding import hold
from shop.producers.invitations import INVITATION_LASTS
from shop.producers.models import Companion, CompanionAssignment, Producer, ProducerMember
from shop.producers.policies import may_keep_producer
from shop.producers.types import ALL_RIGHTS, MEMBER_RIGHTS, MemberRole, Right


@dataclass(frozen=True, kw_only=True)
class MemberFacts:
    """A person of a maker; with a phone or an e-mail they sign in."""

    name: str
    role: MemberRole = MemberRole.LEADER
    phone: str = ""
    email: str = ""


def invite_member(*, producer: Producer, facts: MemberFacts, actor: Actor) -> ProducerMember:
    """Add a person to a maker. Somebody new is sent a link to choose a PIN; the owner of an account that is there
    already is asked, and holds no right here until they accept."""
    require(may_keep_producer(actor, producer))
    refuse_nik({"name": facts.name})
    if not facts.name:
        raise Invalid("required", "name")
    hold(producer)
    invited = _account(facts, actor) if facts.phone or facts.email else None
    if invited is not None and _belongs(producer, invited):
        raise Conflict("member_already", "phone" if facts.phone else "email")
    wanted = NewUser(name=facts.name, phone=facts.phone, email=facts.email)
    made = create_user(wanted=wanted, actor=actor) if invited is None and (facts.phone or facts.email) else None
    leads = facts.role is MemberRole.LEADER
    member = ProducerMember(
        producer=producer,
        user=made,
        account_made=made is not None,
        invited=invited,
        name=facts.name,
        role=facts.role,
        rights=sorted(ALL_RIGHTS if leads else MEMBER_RIGHTS),
        starts_on=today_wib(),
    )
    db.session.add(member)
    db.session.flush()
    if invited is not None:
        leave_notice("stall_invitation", {"maker": producer.stall_name}, user=invited)
    action = "member.invited" if invited else "member.added"
    record(actor=actor, action=action, target=member, region_code=producer.regency_code)
    return member


def _account(facts: MemberFacts, actor: Actor) -> User | None:
    """The account whose owner is to be asked: that of a phone that was proved, or of the e-mail.

    A phone that was only ever typed may be anybody's: it is taken from who typed it, for somebody new.
    """
    phone = read_phone(facts.phone) if facts.phone else None
    known = user_by_login(phone, None if phone else facts.email.strip().lower())
    if known is None or known.status is not UserStatus.ACTIVE:
        return None
    if phone and known.phone_proved_at is None:
        free_phone(user=known, actor=actor)
        return None
    return known


def _belongs(producer: Producer, user: User) -> bool:
    """Whether an account is a member already, or was asked and may still answer."""
    asked = (ProducerMember.invited_id == user.id) & (ProducerMember.starts_on > today_wib() - INVITATION_LASTS)
    stays = ProducerMember.ends_on.is_(None) | (ProducerMember.ends_on >= today_wib())
    wanted = (ProducerMember.producer_id == producer.id, or_(ProducerMember.user_id == user.id, asked), stays)
    return db.session.scalar(select(ProducerMember.id).where(*wanted)) is not None


def assign_companion(
    *,
    producer: Producer,
    companion: Companion,
    scopes: Collection[Right],
    granted: bool,
    ends_on: date | None = None,
    actor: Actor,
) -> CompanionAssignment:
    """Have a companion help a maker. Only what the maker grants counts: until then the companion may do nothing."""
    require(may_keep_producer(actor, producer))
    if not scopes:
        raise Invalid("scope_missing", "scopes")
    if ends_on is not None and ends_on < today_wib():
        raise Invalid("date_past", "ends_on")
    hold(producer)
    if any(_live(one) for one in _assignments(producer, companion)):
        raise Conflict("companion_already", "companion")
    row = CompanionAssignment(
        producer=producer,
        companion=companion,
        scopes=sorted(map(str, scopes)),
        starts_on=today_wib(),
        ends_on=ends_on,
        granted_at=now() if granted else None,
    )
    db.session.add(row)
    db.session.flush()
    record(actor=actor, action="companion.assigned", target=row, region_code=producer.regency_code, granted=granted)
    return row


def end_assignment(*, assignment: CompanionAssignment, actor: Actor) -> None:
    """The companion's rights over the maker are gone with the next request."""
    require(may_keep_producer(actor, assignment.producer))
    yesterday = today_wib() - timedelta(days=1)
    assignment.starts_on = min(assignment.starts_on, yesterday)
    assignment.ends_on = yesterday
    db.session.flush()
    region = assignment.producer.regency_code
    record(actor=actor, action="companion.ended", target=assignment, region_code=region)


def _assignments(producer: Producer, companion: Companion) -> list[CompanionAssignment]:
    wanted = (CompanionAssignment.producer_id == producer.id, CompanionAssignment.companion_id == companion.id)
    return list(db.session.scalars(select(CompanionAssignment).where(*wanted).order_by(CompanionAssignment.id)))


def _live(row: CompanionAssignment) -> bool:
    return row.ends_on is None or row.ends_on >= today_wib()
