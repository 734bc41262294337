"""What users change of their own account."""

import enum
from dataclasses import dataclass

from shop.accounts import secrets
from shop.accounts.commands.devices import end_sessions
from shop.accounts.commands.links import end_links
from shop.accounts.commands.notices import leave_notice
from shop.accounts.commands.owner import Proof, check_own_secret, own_user, prove_owner
from shop.accounts.commands.sign_in import TRIES, WAIT
from shop.accounts.commands.tries import forget_tries, take_try
from shop.accounts.messages import LinkWanted
from shop.accounts.models import User
from shop.accounts.policies import may_act_for_user
from shop.accounts.queries import live_memberships, read_phone
from shop.accounts.types import Actor, LinkPurpose
from shop.audit.commands import record
from shop.lib.errors import Conflict, Invalid, require
from shop.lib.ids import token_hash
from shop.platform import outbox
from shop.platform.db import db, reading


class EmailChange(enum.StrEnum):
    """What saving a profile did with its e-mail."""

    NONE = "none"
    WANTED = "wanted"  # it counts when the link sent there is used
    DROPPED = "dropped"


@dataclass(frozen=True, kw_only=True)
class OwnProfile:
    """Everything of an account that its owner writes; what is empty is taken away."""

    name: str
    phone: str = ""
    email: str = ""


def change_secret(*, actor: Actor, old: str, new: str, token: str) -> None:
    """Choose another PIN or password; the old one is asked for, and all other sessions and sent links end."""
    with reading():
        user = own_user(actor)
        stored, strong = user.secret_hash, bool(live_memberships(user.id))
        user_id, phone, email = user.id, user.phone, user.email
    check_own_secret(user_id, stored, old, field="old")
    kind = secrets.check_secret(new, phone=phone, email=email, strong=strong, field="new")
    hashed = secrets.make_hash(new)
    user = own_user(actor)
    user.secret_hash, user.secret_kind = hashed, kind
    forget_tries("change", f"{user_id}")
    end_sessions(user.id, but=token_hash(token))
    end_links(user.id)
    record(actor=actor, action="secret.changed", target=user)
    leave_notice("secret_changed", {}, user=user)


def change_profile(*, actor: Actor, wanted: OwnProfile, proof: Proof) -> EmailChange:
    """Change name, phone and e-mail; for the last two, which are ways in, the owner is asked for.

    Another phone only waits (see `prove_phone`) and another e-mail counts when the link sent there is used, so nothing
    is told of other accounts. Raises Invalid phone_… for one that cannot be, or when no way to sign in would be left.
    """
    user = own_user(actor)
    number = read_phone(wanted.phone) if wanted.phone.strip() else None
    email = wanted.email.strip().lower() or None
    if (number, email) != (user.new_phone or user.phone, user.new_email or user.email):
        prove_owner(actor=actor, proof=proof)
    if number is None:
        if user.email is None:
            raise Invalid("phone_or_email_needed", "phone")
        user.phone = user.phone_proved_at = None
    user.new_phone = number if number != user.phone else None
    user.name = wanted.name
    db.session.flush()
    record(actor=actor, action="user.changed", target=user)
    return _want_email(user, email, actor) if email else _drop_email(user, actor)


def _want_email(user: User, wanted: str, actor: Actor) -> EmailChange:
    """Ask for another address, or once more for one that waits. Says nothing about other accounts."""
    if wanted == user.email and user.email_confirmed_at:
        user.new_email = None
        return EmailChange.NONE
    if not take_try("email_change", f"{user.id}", limit=TRIES, wait=WAIT * 4):
        raise Conflict("too_many_changes", "email")
    user.new_email = wanted if wanted != user.email else None
    db.session.flush()
    record(actor=actor, action="email.wanted", target=user)
    outbox.leave(LinkWanted(user.id, LinkPurpose.CONFIRM_EMAIL), key=f"link:{user.id}:{LinkPurpose.CONFIRM_EMAIL}")
    return EmailChange.WANTED


def _drop_email(user: User, actor: Actor) -> EmailChange:
    """Do without e-mail; the address that goes is told.

    Raises Invalid email_still_needed where it is the only way to sign in: a phone that waits to be proved is none yet.
    """
    if not (user.email or user.new_email):
        return EmailChange.NONE
    if user.email and user.phone is None:
        raise Invalid("email_still_needed", "email")
    if user.email and user.email_confirmed_at:
        leave_notice("email_dropped", {}, email=user.email, language=user.language)
    user.email = user.new_email = user.email_confirmed_at = user.email_bounced_at = None
    end_links(user.id)
    db.session.flush()
    record(actor=actor, action="email.dropped", target=user)
    return EmailChange.DROPPED


def set_notice_settings(*, actor: Actor, by_email: bool, language: str) -> None:
    """Whether notices also come by e-mail, and the language of all messages."""
    user = own_user(actor)
    require(may_act_for_user(actor, user.id))
    user.notice_settings = {**user.notice_settings, "email": by_email}
    user.language = language
    record(actor=actor, action="user.settings_changed", target=user)
