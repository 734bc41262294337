"""Buyers register, and nobody learns who has an account."""

import pytest
from sqlalchemy import func, select

from shop.accounts import commands, queries
from shop.accounts.commands import registration, users
from shop.accounts.commands.registration import Registration
from shop.accounts.models import BuyingOrganisation, TryCounter, User
from shop.accounts.types import BuyerType, UserStatus
from shop.lib.errors import Conflict, Invalid
from shop.platform.db import db
from shop.platform.outbox import OutboxMessage
from tests.accounts.making import HERE, PHONE, PIN, make_user

pytestmark = pytest.mark.usefixtures("db_session")
EMAIL = "beli@contoh.example"


def register(**typed: str) -> None:
    facts = {"name": "Bu Ratna", "secret": PIN, **typed}
    commands.register_buyer(wanted=Registration(**facts), address="192.0.2.7")
    db.session.commit()


def purposes() -> list[str]:
    rows = db.session.scalars(select(OutboxMessage).where(OutboxMessage.name == "LinkWanted").order_by("id"))
    return [row.payload["purpose"] for row in rows]


def test_by_email_the_account_waits_for_its_link() -> None:
    register(email="Beli@contoh.example", phone=PHONE)
    user = db.session.scalars(select(User)).one()
    assert (user.email, user.phone, user.status) == (EMAIL, PHONE, UserStatus.UNCONFIRMED)
    assert purposes() == ["confirm_email"]
    with pytest.raises(Invalid):
        commands.start_sign_in(login=EMAIL, secret=PIN, browser=HERE)


def test_a_known_address_gets_a_sign_in_link_and_keeps_its_secret() -> None:
    user = make_user(phone="", email=EMAIL)
    before = user.secret_hash
    register(email=EMAIL, secret="508263")
    assert purposes() == ["sign_in"]
    assert db.session.scalars(select(User.secret_hash)).one() == before


def test_registering_again_before_confirming_counts_as_typed_last() -> None:
    register(email=EMAIL)
    register(email=EMAIL, name="Ratna Dewi", secret="508263", organisation="SDN 1 Blora")
    user = db.session.scalars(select(User)).one()
    assert user.name == "Ratna Dewi"
    assert [one.name for one in queries.organisations_of(user.id)] == ["SDN 1 Blora"]


def test_by_phone_the_account_is_ready() -> None:
    register(phone="0812 3456 7890")
    assert commands.start_sign_in(login=PHONE, secret=PIN, browser=HERE).user.name == "Bu Ratna"
    assert purposes() == []


def test_a_known_phone_changes_nothing_and_says_nothing() -> None:
    make_user()
    register(phone=PHONE, secret="508263")
    assert db.session.scalar(select(func.count(User.id))) == 1
    with pytest.raises(Invalid):
        commands.start_sign_in(login=PHONE, secret="508263", browser=HERE)


def test_a_phone_is_not_held_by_somebody_who_never_confirmed() -> None:
    register(email=EMAIL, phone=PHONE)
    register(phone=PHONE, name="Pemilik Nomor")
    holder = queries.user_by_login(PHONE, None)
    assert holder is not None
    assert holder.name == "Pemilik Nomor"


def test_a_phone_of_another_account_is_left_out_silently() -> None:
    make_user()
    register(email=EMAIL, phone=PHONE)
    user = queries.user_by_login(None, EMAIL)
    assert user is not None
    assert user.phone is None


def test_an_organisation_is_founded_with_its_buyer() -> None:
    register(phone=PHONE, organisation="SMP 2 Tuban", buyer_type=BuyerType.SCHOOL)
    made = db.session.scalars(select(BuyingOrganisation)).one()
    assert (made.name, made.kind) == ("SMP 2 Tuban", BuyerType.SCHOOL)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({}, "phone_or_email_needed"),
        ({"phone": "12"}, "phone_not_mobile"),
        ({"phone": PHONE, "secret": "123456"}, "pin_too_common"),
    ],
)
def test_what_cannot_be_is_refused(typed: dict[str, str], code: str) -> None:
    with pytest.raises(Invalid) as refusal:
        register(**typed)
    assert refusal.value.code == code


def test_one_network_cannot_register_without_end() -> None:
    register(phone=PHONE)
    counter = db.session.scalars(select(TryCounter).where(TryCounter.scope == "register")).one()
    counter.tries = 30
    db.session.commit()
    with pytest.raises(Conflict):
        register(phone="0813 1111 2222")


def test_a_closed_account_gets_no_mail() -> None:
    user = make_user(phone="", email=EMAIL)
    user.status = UserStatus.DISABLED
    db.session.commit()
    register(email=EMAIL)
    assert purposes() == []


def test_of_two_who_take_a_login_at_the_same_moment_one_gets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    make_user(email=EMAIL)
    for module in (registration, users):
        monkeypatch.setattr(module, "user_by_login", lambda _phone, _email: None)
    register(phone=PHONE)
    register(email=EMAIL)
    assert purposes() == []
    with pytest.raises(Conflict, match="login_taken"):
        make_user(email=EMAIL)
