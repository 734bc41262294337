"""What users change of their own account."""

from shop.accounts import secrets
from shop.accounts.commands.devices import end_sessions
from shop.accounts.commands.links import end_links
from shop.accounts.commands.notices import leave_notice
from shop.accounts.commands.sign_in import TRIES, WAIT
from shop.accounts.commands.tries import forget_tries, take_try, waits_until
from shop.accounts.messages import LinkWanted
from shop.accounts.models import User
from shop.accounts.policies import may_act_for_user
from shop.accounts.queries import live_memberships, read_phone
from shop.accounts.types import Actor, LinkPurpose
from shop.audit.commands import record
from shop.lib.errors import Conflict, Invalid, NotFound, require
from shop.lib.ids import token_hash
from shop.platform import outbox
from shop.platform.db import db, reading


def change_secret(*, actor: Actor, old: str, new: str, token: str) -> None:
    """Choose another PIN or password; the old one is asked for, and all other sessions and sent links end."""
    with reading():
        user = own_user(actor)
        stored, strong = user.secret_hash, bool(live_memberships(user.id))
        phone, email = user.phone, user.email
    if not take_try("change", f"{actor.user_id}", limit=TRIES, wait=WAIT):
        raise Invalid("sign_in_locked", "old", until=waits_until("change", f"{actor.user_id}"))
    db.session.commit()
    if not secrets.is_secret(stored, old):
        raise Invalid("secret_wrong", "old")
    kind = secrets.check_secret(new, phone=phone, email=email, strong=strong, field="new")
    hashed = secrets.make_hash(new)
    user = own_user(actor)
    user.secret_hash, user.secret_kind = hashed, kind
    forget_tries("change", f"{actor.user_id}")
    end_sessions(user.id, but=token_hash(token))
    end_links(user.id)
    record(actor=actor, action="secret.changed", target=user)
    leave_notice("secret_changed", {}, user=user)


def own_user(actor: Actor) -> User:
    """The row of who acts."""
    user = db.session.get(User, actor.user_id) if actor.user_id else None
    if user is None:
        raise NotFound("user_not_found")
    return user


def change_profile(*, actor: Actor, name: str, phone: str) -> None:
    """Change name and phone; another phone only waits (see `prove_phone`), so nothing is told of other accounts.

    Raises Invalid phone_… for one that cannot be, or when no way to sign in would be left.
    """
    user = own_user(actor)
    number = read_phone(phone) if phone.strip() else None
    if number is None:
        if user.email is None:
            raise Invalid("phone_or_email_needed", "phone")
        user.phone = user.phone_proved_at = None
    user.new_phone = number if number != user.phone else None
    user.name = name
    db.session.flush()
    record(actor=actor, action="user.changed", target=user)


def want_email(*, actor: Actor, email: str) -> bool:
    """Ask for another address, which counts when the link sent there is used; False when it is the user's already.

    Says nothing about other accounts.
    """
    user = own_user(actor)
    wanted = email.strip().lower()
    if wanted == user.email and user.email_confirmed_at:
        user.new_email = None
        return False
    if not take_try("email_change", f"{user.id}", limit=TRIES, wait=WAIT * 4):
        raise Conflict("too_many_changes", "email")
    user.new_email = wanted if wanted != user.email else None
    db.session.flush()
    record(actor=actor, action="email.wanted", target=user)
    outbox.leave(LinkWanted(user.id, LinkPurpose.CONFIRM_EMAIL), key=f"link:{user.id}:{LinkPurpose.CONFIRM_EMAIL}")
    return True


def drop_email(*, actor: Actor) -> bool:
    """Do without e-mail; the address that goes is told. False when there was none.

    Raises Invalid email_still_needed where it is the only way to sign in: a phone that waits to be proved is none yet.
    """
    user = own_user(actor)
    had = user.email or user.new_email
    if user.email and user.phone is None:
        raise Invalid("email_still_needed", "email")
    if user.email and user.email_confirmed_at:
        leave_notice("email_dropped", {}, email=user.email, language=user.language)
    user.email = user.new_email = user.email_confirmed_at = user.email_bounced_at = None
    end_links(user.id)
    db.session.flush()
    record(actor=actor, action="email.dropped", target=user)
    return had is not None


def set_notice_settings(*, actor: Actor, by_email: bool, language: str) -> None:
    """Whether notices also come by e-mail, and the language of all messages."""
    user = own_user(actor)
    require(may_act_for_user(actor, user.id))
    user.notice_settings = {**user.notice_settings, "email": by_email}
    user.language = language
    record(actor=actor, action="user.settings_changed", target=user)
