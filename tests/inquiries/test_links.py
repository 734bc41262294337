"""A secret link opens one inquiry until a new one is made; an account joins by link or confirmed e-mail only."""

from dataclasses import replace

import pytest

from shop.accounts.models import User
from shop.accounts.types import SYSTEM, VISITOR, Actor, SecretKind
from shop.inquiries.commands import join_by_email, join_inquiry, join_known_buyer, new_link
from shop.inquiries.links import link_token
from shop.inquiries.queries import inquiry_by_public_id, inquiry_by_token
from shop.lib.clock import now
from shop.lib.errors import Conflict, Forbidden, NotFound
from shop.platform.db import db
from tests.inquiries.makers import RATNA, an_inquiry, buyer

pytestmark = pytest.mark.usefixtures("db_session")


def a_user(email: str, *, confirmed: bool = False) -> User:
    user = User(name="Ratna", email=email, secret_kind=SecretKind.PIN, email_confirmed_at=now() if confirmed else None)
    db.session.add(user)
    db.session.flush()
    return user


def signed_in(user: User, link_to: str | None = None) -> Actor:
    return replace(VISITOR, user_id=user.id, link_to=link_to)


def test_a_link_opens_its_inquiry_and_no_other() -> None:
    inquiry, other = an_inquiry(), an_inquiry()
    token = link_token(inquiry)
    assert inquiry_by_token(token) is inquiry
    forged = other.public_id + token[26:]
    for wrong in (forged, token[:-1], token + "A", inquiry.public_id, "", "x"):
        with pytest.raises(NotFound, match="link_ended"):
            inquiry_by_token(wrong)


def test_a_new_link_ends_the_old_one() -> None:
    inquiry = an_inquiry()
    old = link_token(inquiry)
    with pytest.raises(Forbidden):
        new_link(inquiry=inquiry, actor=VISITOR)
    assert inquiry_by_token(new_link(inquiry=inquiry, actor=buyer(inquiry))) is inquiry
    with pytest.raises(NotFound):
        inquiry_by_token(old)


def test_by_public_id_only_what_is_there_is_found() -> None:
    inquiry = an_inquiry()
    assert inquiry_by_public_id(inquiry.public_id) is inquiry
    with pytest.raises(NotFound, match="inquiry_unknown"):
        inquiry_by_public_id("x")


def test_an_inquiry_joins_an_account_through_its_link() -> None:
    inquiry, user, other = an_inquiry(), a_user("a@contoh.example"), a_user("b@contoh.example")
    with pytest.raises(Forbidden):
        join_inquiry(inquiry=inquiry, user=user, actor=signed_in(user))
    with pytest.raises(Forbidden):
        join_inquiry(inquiry=inquiry, user=user, actor=signed_in(other, inquiry.public_id))
    for _ in range(2):
        join_inquiry(inquiry=inquiry, user=user, actor=signed_in(user, inquiry.public_id))
    assert inquiry.buyer_id == user.id
    with pytest.raises(Conflict, match="inquiry_has_buyer"):
        join_inquiry(inquiry=inquiry, user=other, actor=signed_in(other, inquiry.public_id))


def test_inquiries_join_by_a_confirmed_e_mail_only() -> None:
    contact = replace(RATNA, email="ratna@contoh.example")
    inquiries = [an_inquiry(contact=contact), an_inquiry(contact=contact), an_inquiry()]
    user = a_user("ratna@contoh.example")
    assert join_by_email(user=user, actor=signed_in(user)) == 0
    user.email_confirmed_at = now()
    assert join_by_email(user=user, actor=VISITOR) == 0
    assert join_by_email(user=user, actor=signed_in(user)) == 2
    assert [inquiry.buyer_id for inquiry in inquiries] == [user.id, user.id, None]


def test_what_is_sent_later_joins_the_account_that_confirmed_the_e_mail() -> None:
    contact = replace(RATNA, email="ratna@contoh.example")
    user = a_user("ratna@contoh.example")
    inquiry, by_phone = an_inquiry(contact=contact), an_inquiry()
    join_known_buyer(inquiry=inquiry, actor=SYSTEM)
    assert inquiry.buyer_id is None
    user.email_confirmed_at = now()
    for one in (inquiry, by_phone):
        join_known_buyer(inquiry=one, actor=SYSTEM)
    assert (inquiry.buyer_id, by_phone.buyer_id) == (user.id, None)
