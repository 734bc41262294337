"""A way into an account changes by its owner's hand: an open session alone does not show who sits at it."""

from dataclasses import dataclass
from datetime import timedelta

from shop.accounts import secrets
from shop.accounts.commands.sign_in import TRIES, WAIT, check_code
from shop.accounts.commands.tries import forget_tries, take_try, waits_until
from shop.accounts.models import Device, User
from shop.accounts.types import Actor
from shop.lib.clock import now
from shop.lib.errors import Invalid, NotFound
from shop.platform.db import db

LINK_IS_FRESH = timedelta(minutes=15)


@dataclass(frozen=True, kw_only=True)
class Proof:
    """What somebody at an open session gives to show that the account is theirs."""

    device: Device
    secret: str = ""
    code: str = ""


def own_user(actor: Actor) -> User:
    """The row of who acts."""
    user = db.session.get(User, actor.user_id) if actor.user_id else None
    if user is None:
        raise NotFound("user_not_found")
    return user


def prove_owner(*, actor: Actor, proof: Proof) -> None:
    """Raise Invalid unless the secret is right, and the code where one is set.

    Somebody without a secret came by a link: for a short time its session is enough. Wants to be called before
    anything is written, as the tries that it counts are committed.
    """
    user = own_user(actor)
    if user.secret_hash is not None:
        check_own_secret(user.id, user.secret_hash, proof.secret, field="secret")
        forget_tries("change", f"{user.id}")
    elif proof.device.created_at < now() - LINK_IS_FRESH:
        raise Invalid("session_not_fresh")
    if user.totp_secret is not None:
        _check_own_code(user, proof.code)


def check_own_secret(user_id: int, stored: str | None, typed: str, *, field: str) -> None:
    """Compare what was typed with the secret of who is signed in; commits the try before it looks."""
    if not typed:
        raise Invalid("secret_missing", field)
    if not take_try("change", f"{user_id}", limit=TRIES, wait=WAIT):
        raise Invalid("sign_in_locked", field, until=waits_until("change", f"{user_id}"))
    db.session.commit()
    if not secrets.is_secret(stored, secrets.read_secret(typed)):
        raise Invalid("secret_wrong", field)


def _check_own_code(user: User, code: str) -> None:
    if not code:
        raise Invalid("code_missing", "code")
    take_code_try(user.id)
    check_code(user, code)
    forget_tries("code", f"{user.id} setup")


def take_code_try(user_id: int) -> None:
    """Count a try at a code of who is signed in, and commit it; raises Invalid after too many."""
    if not take_try("code", f"{user_id} setup", limit=TRIES, wait=WAIT):
        raise Invalid("code_locked", "code", until=waits_until("code", f"{user_id} setup"))
    db.session.commit()
