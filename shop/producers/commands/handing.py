"""An office helps a person of a maker to sign in: a link that is handed over, a number seen to be theirs."""

from shop.accounts.commands import hand_over_link, prove_phone
from shop.accounts.commands.links import IssuedLink
from shop.accounts.models import User
from shop.accounts.queries import live_memberships
from shop.accounts.types import Actor, LinkPurpose
from shop.lib.clock import today_wib
from shop.lib.errors import WrongState, require
from shop.producers.models import ProducerMember
from shop.producers.policies import may_keep_producer
from shop.producers.scopes import is_companion, own_stalls


def hand_over_members_link(*, member: ProducerMember, purpose: LinkPurpose, actor: Actor) -> IssuedLink:
    """A one-time link for a person of a maker; only one whose every right lies in the actor's region."""
    return hand_over_link(user=_only_here(member, actor), purpose=purpose, actor=actor)


def prove_members_phone(*, member: ProducerMember, actor: Actor) -> None:
    """The number that the person typed is theirs: the actor saw it."""
    prove_phone(user=_only_here(member, actor), actor=actor)


def _only_here(member: ProducerMember, actor: Actor) -> User:
    require(may_keep_producer(actor, member.producer))
    user = member.user
    if user is None or (member.ends_on is not None and member.ends_on < today_wib()):
        raise WrongState("member_cannot_sign_in")
    elsewhere = any(not may_keep_producer(actor, stall) for stall in own_stalls(user.id))
    if elsewhere or is_companion(user.id) or live_memberships(user.id):
        raise WrongState("link_for_others_too")
    return user
