"""Buyers register by e-mail or phone without learning whether an account exists.

By e-mail: the page says the same in every case; a new address gets a confirming link, a known one a sign-in link.
By phone nothing can be sent: the page says the same in every case and leads to the sign-in form.
"""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.exc import IntegrityError

from shop.accounts import secrets
from shop.accounts.commands.tries import take_try
from shop.accounts.messages import LinkWanted
from shop.accounts.models import BuyingMember, BuyingOrganisation, User
from shop.accounts.queries import organisations_of, read_phone, user_by_login
from shop.accounts.types import BuyerType, LinkPurpose, SecretKind, UserStatus
from shop.audit.commands import record
from shop.audit.types import Who
from shop.lib.errors import Conflict, Invalid
from shop.platform import outbox
from shop.platform.db import db, reading

REGISTRATIONS_PER_ADDRESS = 30
MAILS_PER_EMAIL = 4
WAIT = timedelta(hours=1)


@dataclass(frozen=True, kw_only=True)
class Registration:
    """What a buyer typed; at least one of phone and e-mail."""

    name: str
    secret: str
    phone: str = ""
    email: str = ""
    organisation: str = ""
    buyer_type: BuyerType = BuyerType.HOUSEHOLD
    language: str = "id"


def register_buyer(*, wanted: Registration, address: str) -> None:
    """Register a buyer; returns the same whether or not there was an account. Raises Invalid for what was typed."""
    with reading():
        phone = read_phone(wanted.phone) if wanted.phone else None
    email = wanted.email.strip().lower() or None
    if phone is None and email is None:
        raise Invalid("phone_or_email_needed", "phone")
    kind = secrets.check_secret(wanted.secret, phone=phone, email=email)
    allowed = take_try("register", address, limit=REGISTRATIONS_PER_ADDRESS, wait=WAIT)
    db.session.commit()
    hashed = secrets.make_hash(wanted.secret)
    if not allowed:
        raise Conflict("too_many_registrations")
    if email:
        _by_email(wanted, email, phone, (hashed, kind))
    elif user_by_login(phone, None) is None or release_phone(phone):
        _add(wanted, None, phone, (hashed, kind))


def _by_email(wanted: Registration, email: str, phone: str | None, secret: tuple[str, SecretKind]) -> None:
    user = user_by_login(None, email)
    if user is not None and user.status is UserStatus.UNCONFIRMED:
        user.name, user.language = wanted.name, wanted.language
        user.secret_hash, user.secret_kind = secret
        _join(user, wanted)
    elif user is None:
        free = phone is None or user_by_login(phone, None) is None or release_phone(phone)
        user = _add(wanted, email, phone if free else None, secret)
    if (
        user is None
        or user.status is UserStatus.DISABLED
        or not take_try("link", email, limit=MAILS_PER_EMAIL, wait=WAIT)
    ):
        return
    new = user.status is UserStatus.UNCONFIRMED
    purpose = LinkPurpose.CONFIRM_EMAIL if new else LinkPurpose.SIGN_IN
    outbox.leave(LinkWanted(user.id, purpose), key=f"link:{user.id}:{purpose}")


def _add(wanted: Registration, email: str | None, phone: str | None, secret: tuple[str, SecretKind]) -> User | None:
    user = User(
        name=wanted.name,
        phone=phone,
        email=email,
        secret_hash=secret[0],
        secret_kind=secret[1],
        status=UserStatus.UNCONFIRMED if email else UserStatus.ACTIVE,
        language=wanted.language,
    )
    if not add_user(user):
        return None
    _join(user, wanted)
    record(actor=Who(user_id=user.id), action="user.registered", target=user)
    return user


def _join(user: User, wanted: Registration) -> None:
    """The buyer's own buying organisation; a household with no other name has none."""
    if not wanted.organisation or organisations_of(user.id):
        return
    organisation = BuyingOrganisation(name=wanted.organisation, kind=wanted.buyer_type)
    db.session.add(organisation)
    db.session.flush()
    db.session.add(BuyingMember(organisation_id=organisation.id, user_id=user.id, is_manager=True))


def release_phone(phone: str | None) -> bool:
    """Take a phone from a registration that nobody confirmed; False when it belongs to an account."""
    holder = user_by_login(phone, None)
    if holder is None or holder.status is not UserStatus.UNCONFIRMED:
        return False
    holder.phone = holder.phone_proved_at = None
    db.session.flush()
    return True


def add_user(user: User) -> bool:
    """Add a user; False when somebody else took phone or e-mail at this very moment."""
    try:
        with db.session.begin_nested():
            db.session.add(user)
    except IntegrityError:
        return False
    return True


def forget_unconfirmed(which: ColumnElement[bool]) -> None:
    """Delete registrations that nobody confirmed, with the buying organisations made for them."""
    users = select(User.id).where(User.status == UserStatus.UNCONFIRMED, which)
    members = select(BuyingMember.organisation_id).where(BuyingMember.user_id.in_(users))
    organisations = list(db.session.scalars(members))
    db.session.execute(delete(User).where(User.id.in_(list(db.session.scalars(users)))))
    db.session.execute(delete(BuyingOrganisation).where(BuyingOrganisation.id.in_(organisations)))
