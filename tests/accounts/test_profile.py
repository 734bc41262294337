"""Another e-mail address counts when the link that went to it is used."""

import pytest
from sqlalchemy import select

from shop.accounts import commands
from shop.accounts.commands.devices import Browser
from shop.accounts.commands.sign_in import TRIES
from shop.accounts.models import Notice
from shop.accounts.types import Actor, LinkPurpose
from shop.lib.errors import Conflict, NotFound
from shop.platform.db import db
from tests.accounts.making import HERE, make_user
from tests.accounts.test_links import confirm, token_for, wanted

pytestmark = pytest.mark.usefixtures("db_session")


def test_another_address_counts_when_its_link_is_used() -> None:
    user = make_user(email="sri@contoh.example")
    assert commands.want_email(actor=Actor(user_id=user.id), email="Rahayu@contoh.example")
    assert wanted() == [(user.id, "confirm_email")]
    issued = commands.issue_link(user_id=user.id, purpose=LinkPurpose.CONFIRM_EMAIL)
    assert issued is not None
    assert issued.email == "rahayu@contoh.example"
    db.session.commit()
    assert commands.use_confirm_link(token=issued.token, secret="", browser=Browser()) is None
    assert (user.email, user.new_email) == ("rahayu@contoh.example", None)


def test_a_first_address_counts_when_its_link_is_used_and_no_address_before_is_told() -> None:
    user = make_user()
    commands.want_email(actor=Actor(user_id=user.id), email="rahayu@contoh.example")
    confirm(user)
    assert user.email == "rahayu@contoh.example"
    assert db.session.scalars(select(Notice)).all() == []


def test_an_address_is_not_changed_again_and_again() -> None:
    actor = Actor(user_id=make_user().id)
    for number in range(TRIES):
        commands.want_email(actor=actor, email=f"sri{number}@contoh.example")
    with pytest.raises(Conflict, match="too_many_changes"):
        commands.want_email(actor=actor, email="sri@contoh.example")


def test_an_address_that_somebody_else_took_meanwhile_is_refused() -> None:
    user = make_user(email="sri@contoh.example")
    commands.want_email(actor=Actor(user_id=user.id), email="rahayu@contoh.example")
    make_user(phone="", email="rahayu@contoh.example")
    with pytest.raises(Conflict):
        confirm(user)


def test_a_confirming_link_for_an_address_no_longer_wanted_is_over() -> None:
    user = make_user(email="sri@contoh.example")
    commands.want_email(actor=Actor(user_id=user.id), email="rahayu@contoh.example")
    token = token_for(user, LinkPurpose.CONFIRM_EMAIL)
    commands.want_email(actor=Actor(user_id=user.id), email="sri@contoh.example")
    db.session.commit()
    with pytest.raises(NotFound):
        commands.use_confirm_link(token=token, secret="", browser=HERE)
