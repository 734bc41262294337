"""One-time links: asked for at any time, made at the moment of sending, used once by a POST."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import update

from shop.accounts import secrets
from shop.accounts.commands.devices import Browser, Opened, end_sessions, open_device
from shop.accounts.commands.notices import leave_notice
from shop.accounts.commands.tries import take_try
from shop.accounts.messages import LinkWanted
from shop.accounts.models import OneTimeLink, User
from shop.accounts.policies import may_manage_users, reads_mail
from shop.accounts.queries import link_user, live_link, live_memberships, read_login, user_by_login
from shop.accounts.types import Actor, LinkPurpose, UserStatus
from shop.audit.commands import record
from shop.audit.types import Who
from shop.lib.clock import now
from shop.lib.errors import Conflict, Invalid, NotFound, WrongState, require
from shop.lib.ids import new_token, token_hash
from shop.platform import outbox
from shop.platform.db import db, reading

LASTS = {
    LinkPurpose.SIGN_IN: timedelta(hours=1),
    LinkPurpose.SET_SECRET: timedelta(hours=1),
    LinkPurpose.CONFIRM_EMAIL: timedelta(days=3),
}
HANDED_OVER = timedelta(days=3)  # given by a companion or an office, who first have to reach the person
LINKS_PER_LOGIN = 4
LINKS_PER_ADDRESS = 60
WAIT = timedelta(hours=1)


@dataclass(frozen=True, kw_only=True)
class IssuedLink:
    """A link ready to be sent; ``email`` is where it goes, None when somebody has to hand it over."""

    token: str
    purpose: LinkPurpose
    user: User
    email: str | None


def ask_for_link(*, login: str, purpose: LinkPurpose, browser: Browser) -> None:
    """Have a link sent to whoever signs in with this login; silent when there is nobody or it was asked too often.

    The worker sends it by e-mail; for a maker without one it asks the companion or the office to help.
    """
    phone, email = read_login(login)
    near = take_try("link_address", browser.address, limit=LINKS_PER_ADDRESS, wait=WAIT)
    if not take_try("link", phone or email or "", limit=LINKS_PER_LOGIN, wait=WAIT) or not near:
        return
    user = user_by_login(phone, email)
    if user is None or user.status is UserStatus.DISABLED:
        return
    if user.status is UserStatus.UNCONFIRMED and purpose is LinkPurpose.SIGN_IN:
        purpose = LinkPurpose.CONFIRM_EMAIL
    outbox.leave(LinkWanted(user.id, purpose), key=f"link:{user.id}:{purpose}")


def issue_link(*, user_id: int, purpose: LinkPurpose) -> IssuedLink | None:
    """Make a link now, for the worker that sends it; None for an account that is closed or gone."""
    user = db.session.get(User, user_id)
    if user is None or user.status is UserStatus.DISABLED:
        return None
    return _made(user, purpose)


def _made(user: User, purpose: LinkPurpose, issued_by: Who | None = None) -> IssuedLink:
    email = user.new_email or user.email if purpose is LinkPurpose.CONFIRM_EMAIL else user.email
    token = new_token()
    link = OneTimeLink(
        user_id=user.id,
        purpose=purpose,
        token_hash=token_hash(token),
        params={"email": None if issued_by else email},
        issued_by_id=issued_by.user_id if issued_by else None,
        expires_at=now() + (HANDED_OVER if issued_by else LASTS[purpose]),
    )
    db.session.add(link)
    db.session.flush()
    record(actor=issued_by or Who(via="worker"), action=f"link.issued.{purpose}", target=link)
    return IssuedLink(token=token, purpose=purpose, user=user, email=email)


def hand_over_link(*, user: User, purpose: LinkPurpose, actor: Actor) -> IssuedLink:
    """A link that the actor gives to the person; earlier ones end. Whether the actor may, the caller knows.

    Never into an account with a role, nor where the mail can bring one: whoever reads the link could use it. The person
    is told that one was made.
    """
    if user.status is not UserStatus.ACTIVE:
        raise WrongState("account_closed")
    if live_memberships(user.id):
        raise WrongState("link_by_email_only")
    if reads_mail(user):
        raise WrongState("link_to_own_email")
    end_links(user.id)
    issued = _made(user, purpose, actor)
    leave_notice("link_handed_over", {}, user=user)
    return issued


def mail_secret_link(*, user: User, actor: Actor) -> None:
    """Have a link to choose a new secret mailed to a user's own address; the actor never sees it."""
    require(may_manage_users(actor))
    if user.status is not UserStatus.ACTIVE or user.email is None:
        raise WrongState("account_closed" if user.email else "account_without_email")
    record(actor=actor, action="link.wanted", target=user)
    want_secret(user)


def want_secret(user: User) -> None:
    """Have a link sent with which the user chooses a secret."""
    outbox.leave(LinkWanted(user.id, LinkPurpose.SET_SECRET), key=f"link:{user.id}:{LinkPurpose.SET_SECRET}")


def use_sign_in_link(*, token: str, browser: Browser) -> Opened:
    """Sign in by a link; a second factor is still asked for. Always works, whatever is locked."""
    link, user = _take(token, LinkPurpose.SIGN_IN)
    if user.status is not UserStatus.ACTIVE:
        raise NotFound("link_over")
    _proves_email(user, link)
    return open_device(user=user, browser=browser)


def use_secret_link(*, token: str, secret: str, browser: Browser) -> Opened:
    """Choose a new PIN or password by a link: all other sessions end, and this browser is signed in."""
    with reading():
        user = _looked_at(token, LinkPurpose.SET_SECRET)
        facts = {"phone": user.phone, "email": user.email, "strong": bool(live_memberships(user.id))}
    kind = secrets.check_secret(secret, **facts)  # type: ignore[arg-type]  # the values fit their names
    hashed = secrets.make_hash(secret)
    link, user = _take(token, LinkPurpose.SET_SECRET)
    user.secret_hash, user.secret_kind = hashed, kind
    _proves_email(user, link)
    if user.status is not UserStatus.ACTIVE and user.email_confirmed_at is None:
        raise NotFound("link_over")
    user.status = UserStatus.ACTIVE
    end_sessions(user.id)
    end_links(user.id)
    record(actor=Who(user_id=user.id, via="link"), action="secret.changed", target=user)
    leave_notice("secret_changed", {}, user=user)
    return open_device(user=user, browser=browser)


def use_confirm_link(*, token: str, secret: str, browser: Browser) -> Opened | None:
    """Confirm an e-mail address. A new account also wants the secret chosen at registration, then is signed in.

    Without that, whoever registers a stranger's address would know the secret of the account the stranger confirms.
    """
    with reading():
        user = _looked_at(token, LinkPurpose.CONFIRM_EMAIL)
        new, stored = user.status is UserStatus.UNCONFIRMED, user.secret_hash
    if new:
        _check_chosen(token, stored, secret)
    link, user = _take(token, LinkPurpose.CONFIRM_EMAIL)
    if new and user.secret_hash != stored:
        raise Invalid("sign_in_failed", "secret")
    _take_over_email(user, link, browser)
    if not new:
        return None
    user.status = UserStatus.ACTIVE
    record(actor=Who(user_id=user.id, via="link"), action="user.confirmed", target=user)
    return open_device(user=user, browser=browser)


def _check_chosen(token: str, stored: str | None, secret: str) -> None:
    allowed = take_try("confirm", token, limit=5, wait=timedelta(hours=1))
    db.session.commit()
    if not secrets.is_secret(stored, secret) or not allowed:
        raise Invalid("secret_not_as_registered", "secret")


def _take_over_email(user: User, link: OneTimeLink, browser: Browser) -> None:
    """The address that the link went to becomes the user's own, unless somebody else has it by now.

    Where it replaces another, whoever reads that one is out: its links die, and sessions but that of this browser end.
    """
    email = link.params.get("email")
    if email is None or email not in (user.email, user.new_email):
        raise NotFound("link_over")
    if email != user.email:
        other = user_by_login(None, email)
        if other is not None:
            raise Conflict("email_not_usable")
        if user.email and user.email_confirmed_at:
            leave_notice("email_changed", {}, email=user.email, language=user.language)
        if user.email:
            end_links(user.id)
            end_sessions(user.id, but=token_hash(browser.old_token or ""))
        user.email, user.new_email = email, None
    user.email_confirmed_at, user.email_bounced_at = now(), None
    db.session.flush()
    record(actor=Who(user_id=user.id, via="link"), action="email.confirmed", target=user)


def _proves_email(user: User, link: OneTimeLink) -> None:
    """A link that went to the user's address and came back shows that the address is right."""
    if link.params.get("email") and link.params["email"] == user.email:
        user.email_confirmed_at = user.email_confirmed_at or now()


def _looked_at(token: str, purpose: LinkPurpose) -> User:
    link = live_link(token)
    user = link_user(link) if link and link.purpose is purpose else None
    if user is None:
        raise NotFound("link_over")
    return user


def _take(token: str, purpose: LinkPurpose) -> tuple[OneTimeLink, User]:
    """Use a link up; of two at once only one gets it. Raises NotFound when it is used, over or for something else."""
    user = _looked_at(token, purpose)
    unused = (OneTimeLink.token_hash == token_hash(token), OneTimeLink.used_at.is_(None))
    taken = db.session.scalars(update(OneTimeLink).where(*unused).values(used_at=now()).returning(OneTimeLink)).first()
    if taken is None:
        raise NotFound("link_over")
    return taken, user


def end_links(user_id: int) -> None:
    """Links already sent die, as when a secret or an account changes."""
    waiting = (OneTimeLink.user_id == user_id, OneTimeLink.used_at.is_(None))
    db.session.execute(update(OneTimeLink).where(*waiting).values(used_at=now()))
