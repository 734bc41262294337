"""Setting up and taking away the second factor."""

from shop.accounts import totp
from shop.accounts.commands.devices import end_sessions
from shop.accounts.commands.notices import leave_notice
from shop.accounts.commands.profile import own_user
from shop.accounts.commands.sign_in import TRIES, WAIT, check_code
from shop.accounts.commands.tries import forget_tries, take_try, waits_until
from shop.accounts.models import Device, User
from shop.accounts.policies import may_act_for_user, may_manage_users
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


def confirm_totp(*, actor: Actor, code: str, device: Device) -> None:
    """The first code of the new secret: the second factor is set, this session has passed it, all others end."""
    user = own_user(actor)
    if user.totp_draft is None:
        raise WrongState("totp_not_started")
    allowed = take_try("code", f"{user.id} setup", limit=TRIES, wait=WAIT)
    db.session.commit()
    step = totp.matching_step(user.totp_draft, code, None)
    if not allowed:
        raise Invalid("code_locked", "code", until=waits_until("code", f"{user.id} setup"))
    if step is None:
        raise Invalid("code_wrong", "code")
    user.totp_secret, user.totp_draft, user.totp_last_step = user.totp_draft, None, step
    device.second_factor_at = now()
    forget_tries("code", f"{user.id} setup")
    db.session.flush()
    end_sessions(user.id, but=device.token_hash)
    record(actor=actor, action="totp.set", target=user)
    leave_notice("totp_set", {}, user=user)


def remove_totp(*, actor: Actor, user: User, code: str | None = None) -> None:
    """Take the second factor away: users by a code, where no role asks for it; administrators for a lost phone."""
    if may_act_for_user(actor, user.id) and not actor.is_system:
        if live_memberships(user.id):
            raise Forbidden("totp_needed")
        if not take_try("code", f"{user.id} setup", limit=TRIES, wait=WAIT):
            raise Invalid("code_locked", "code", until=waits_until("code", f"{user.id} setup"))
        db.session.commit()
        check_code(user, code or "")
    else:
        require(may_manage_users(actor))
    user.totp_secret = user.totp_draft = user.totp_last_step = None
    end_sessions(user.id)
    record(actor=actor, action="totp.removed", target=user)
    leave_notice("totp_removed", {}, user=user)
