"""Another e-mail address counts when the link that went to it is used."""

import pytest
from sqlalchemy import select

from shop.accounts import commands, queries
from shop.accounts.commands import EmailChange
from shop.accounts.commands.devices import Browser
from shop.accounts.commands.sign_in import TRIES
from shop.accounts.models import Notice
from shop.accounts.types import LinkPurpose
from shop.lib.errors import Conflict, NotFound
from shop.platform.db import db
from tests.accounts.making import HERE, change_profile, make_user
from tests.accounts.test_links import confirm, token_for, wanted

pytestmark = pytest.mark.usefixtures("db_session")


def test_another_address_counts_when_its_link_is_used() -> None:
    user = make_user(email="sri@contoh.example")
    assert change_profile(user, email="Rahayu@contoh.example") is EmailChange.WANTED
    assert wanted() == [(user.id, "confirm_email")]
    issued = commands.issue_link(user_id=user.id, purpose=LinkPurpose.CONFIRM_EMAIL)
    assert issued is not None
    assert issued.email == "rahayu@contoh.example"
    db.session.commit()
    assert commands.use_confirm_link(token=issued.token, secret="", browser=Browser()) is None
    assert (user.email, user.new_email) == ("rahayu@contoh.example", None)


def test_a_first_address_counts_when_its_link_is_used_and_no_address_before_is_told() -> None:
    user = make_user()
    change_profile(user, email="rahayu@contoh.example")
    confirm(user)
    assert user.email == "rahayu@contoh.example"
    assert db.session.scalars(select(Notice)).all() == []


def test_an_address_is_not_changed_again_and_again() -> None:
    user = make_user()
    for number in range(TRIES):
        change_profile(user, email=f"sri{number}@contoh.example")
    with pytest.raises(Conflict, match="too_many_changes"):
        change_profile(user, email="sri@contoh.example")


def test_an_address_that_somebody_else_took_meanwhile_is_refused() -> None:
    user = make_user(email="sri@contoh.example")
    change_profile(user, email="rahayu@contoh.example")
    make_user(phone="", email="rahayu@contoh.example")
    with pytest.raises(Conflict):
        confirm(user)


def test_a_confirming_link_for_an_address_no_longer_wanted_is_over() -> None:
    user = make_user(email="sri@contoh.example")
    change_profile(user, email="rahayu@contoh.example")
    token = token_for(user, LinkPurpose.CONFIRM_EMAIL)
    change_profile(user, email="sri@contoh.example")
    db.session.commit()
    with pytest.raises(NotFound):
        commands.use_confirm_link(token=token, secret="", browser=HERE)


def test_whoever_reads_the_address_before_is_out_once_another_counts() -> None:
    user = make_user(email="sri@contoh.example")
    elsewhere, here = (commands.open_device(user=user, browser=HERE).token for _ in range(2))
    old_link = token_for(user, LinkPurpose.SET_SECRET)
    change_profile(user, email="rahayu@contoh.example")
    token = token_for(user, LinkPurpose.CONFIRM_EMAIL)
    commands.use_confirm_link(token=token, secret="", browser=Browser(old_token=here))
    assert (queries.live_link(old_link), queries.signed_in(elsewhere)) == (None, None)
    assert queries.signed_in(here) is not None
