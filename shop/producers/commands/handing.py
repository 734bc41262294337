"""An office helps a person of a maker to sign in: a link that is handed over, a number seen to be theirs."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from shop.accounts.commands import hand_over_link, prove_phone
from shop.accounts.commands.links import IssuedLink, want_secret
from shop.accounts.models import User
from shop.accounts.queries import live_memberships, organisations_of
from shop.accounts.types import Actor, LinkPurpose
from shop.audit.commands import record
from shop.lib.clock import today_wib
from shop.lib.errors import WrongState, require
from shop.platform.db import db
from shop.producers.models import ProducerMember
from shop.producers.policies import may_keep_producer
from shop.producers.scopes import is_companion, own_stalls


def hand_over_members_link(
    *, member: ProducerMember, purpose: LinkPurpose, has_inquiries: bool, actor: Actor
) -> IssuedLink:
    """A one-time link for a person of a maker, which the actor sees and could use.

    So only into an account that an invitation of the actor's region made, that lives by its phone alone and holds
    nothing else: no right elsewhere, no buying organisation, no inquiries (of which the caller knows).
    """
    user = _only_here(member, actor)
    if user.email is not None:
        raise WrongState("link_to_own_email")
    if has_inquiries or organisations_of(user.id) or not _made_here(user, actor):
        raise WrongState("link_not_ours")
    return hand_over_link(user=user, purpose=purpose, actor=actor)


def mail_members_link(*, member: ProducerMember, actor: Actor) -> None:
    """Have a link to choose a new secret mailed to the person's own address; the actor never sees it."""
    require(may_keep_producer(actor, member.producer))
    user = _who_signs_in(member)
    if user.email is None:
        raise WrongState("account_without_email")
    record(actor=actor, action="link.wanted", target=user)
    want_secret(user)


def prove_members_phone(*, member: ProducerMember, actor: Actor) -> None:
    """The number that the person typed is theirs: the actor saw it."""
    prove_phone(user=_only_here(member, actor), actor=actor)


def _only_here(member: ProducerMember, actor: Actor) -> User:
    """The user, whose every right lies in the actor's region."""
    require(may_keep_producer(actor, member.producer))
    user = _who_signs_in(member)
    elsewhere = any(not may_keep_producer(actor, stall) for stall in own_stalls(user.id))
    if elsewhere or is_companion(user.id) or live_memberships(user.id):
        raise WrongState("link_for_others_too")
    return user


def _who_signs_in(member: ProducerMember) -> User:
    user = member.user
    if user is None or (member.ends_on is not None and member.ends_on < today_wib()):
        raise WrongState("member_cannot_sign_in")
    return user


def _made_here(user: User, actor: Actor) -> bool:
    """Whether the account was made by an invitation to a maker that the actor keeps."""
    wanted = (ProducerMember.user_id == user.id, ProducerMember.account_made.is_(True))
    made = select(ProducerMember).where(*wanted).options(joinedload(ProducerMember.producer))
    return any(may_keep_producer(actor, row.producer) for row in db.session.scalars(made))
