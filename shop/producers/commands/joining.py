"""The owner of an account answers a maker that asks them to belong to it."""

from datetime import timedelta

from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.lib.clock import today_wib
from shop.lib.errors import WrongState, require
from shop.platform.db import db
from shop.producers.models import ProducerMember


def accept_invitation(*, member: ProducerMember, actor: Actor) -> None:
    """Belong to the maker from today, with the rights that the invitation names."""
    _answer(member, actor)
    member.user_id, member.invited_id, member.starts_on = actor.user_id, None, today_wib()
    _done(member, actor, "member.joined")


def decline_invitation(*, member: ProducerMember, actor: Actor) -> None:
    """Stay out of it; the maker's office sees that the person is not there."""
    _answer(member, actor)
    yesterday = today_wib() - timedelta(days=1)
    member.invited_id, member.starts_on, member.ends_on = None, min(member.starts_on, yesterday), yesterday
    _done(member, actor, "member.declined")


def _answer(member: ProducerMember, actor: Actor) -> None:
    if member.invited_id is None:
        raise WrongState("invitation_over")
    require(actor.user_id == member.invited_id)


def _done(member: ProducerMember, actor: Actor, action: str) -> None:
    db.session.flush()
    record(actor=actor, action=action, target=member, region_code=member.producer.regency_code)
