"""Setting up and taking away the second factor."""

from shop.accounts import totp
from shop.accounts.commands.devices import end_sessions
from shop.accounts.commands.notices import leave_notice
from shop.accounts.commands.owner import Proof, own_user, prove_owner, take_code_try
from shop.accounts.commands.tries import forget_tries
from shop.accounts.models import User
from shop.accounts.policies import may_manage_users
from shop.accounts.queries import live_memberships
from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.lib.clock import now
from shop.lib.errors import Forbidden, Invalid, WrongState, require
from shop.platform.db import db


def draft_totp(*, actor: Actor) -> None:
    """Make a new secret to be scanned; the one in use stays until the new one is confirmed by a code."""
    user = own_user(actor)
    if user.totp_secret is not None:
        raise WrongState("totp_already_set")
    user.totp_draft = totp.new_secret()


def confirm_totp(*, actor: Actor, proof: Proof) -> None:
    """The first code of the new secret: the second factor is set, this session has passed it, all others end."""
    user = own_user(actor)
    if user.totp_draft is None:
        raise WrongState("totp_not_started")
    prove_owner(actor=actor, proof=proof)
    take_code_try(user.id)
    step = totp.matching_step(user.totp_draft, proof.code, None)
    if step is None:
        raise Invalid("code_wrong", "code")
    user.totp_secret, user.totp_draft, user.totp_last_step = user.totp_draft, None, step
    proof.device.second_factor_at = now()
    forget_tries("code", f"{user.id} setup")
    db.session.flush()
    end_sessions(user.id, but=proof.device.token_hash)
    record(actor=actor, action="totp.set", target=user)
    leave_notice("totp_set", {}, user=user)


def remove_totp(*, actor: Actor, proof: Proof) -> None:
    """Do without the second factor from now on; not where a role asks for it."""
    user = own_user(actor)
    if live_memberships(user.id):
        raise Forbidden("totp_needed")
    if user.totp_secret is None:
        raise WrongState("totp_not_set")
    prove_owner(actor=actor, proof=proof)
    _remove(user, actor)


def remove_lost_totp(*, actor: Actor, user: User) -> None:
    """An administrator takes away the second factor of a lost phone."""
    require(may_manage_users(actor))
    if user.id == actor.user_id:
        raise Forbidden("totp_needed")
    _remove(user, actor)


def _remove(user: User, actor: Actor) -> None:
    user.totp_secret = user.totp_draft = user.totp_last_step = None
    end_sessions(user.id)
    record(actor=actor, action="totp.removed", target=user)
    leave_notice("totp_removed", {}, user=user)
