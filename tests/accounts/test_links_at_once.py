"""A one-time link that is pressed in two places at the same moment acts once, on what it was made for."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import func, select, update

from shop.accounts import commands
from shop.accounts.commands import links
from shop.accounts.models import Device, OneTimeLink, User
from shop.accounts.types import LinkPurpose
from shop.lib.errors import Invalid, NotFound
from shop.platform.db import db
from tests.accounts.making import HERE, PIN, make_user
from tests.accounts.test_links import sign_in, token_for, unconfirmed
from tests.person import Form, Person

AT_ONCE = 4


@pytest.mark.parametrize(
    ("purpose", "typed"), [(LinkPurpose.SIGN_IN, {}), (LinkPurpose.SET_SECRET, {"secret": "508263"})]
)
def test_a_link_that_is_pressed_at_once_signs_in_once(app: Flask, purpose: LinkPurpose, typed: dict[str, str]) -> None:
    with app.app_context():
        issued = commands.issue_link(user_id=make_user().id, purpose=purpose)
        db.session.commit()
    assert issued is not None
    forms = [opened(app, f"/tautan/{issued.token}").fill(**typed) for _ in range(AT_ONCE)]
    together = Barrier(AT_ONCE)

    def press(form: Form) -> int:
        together.wait()
        return form.person.post(str(form.tag["action"]), data=form.values).status_code

    with ThreadPoolExecutor(AT_ONCE) as hands:
        answers = sorted(hands.map(press, forms))
    assert answers == [302, *[404] * (AT_ONCE - 1)]
    with app.app_context():
        assert db.session.scalar(select(func.count(Device.id))) == 1
        assert db.session.scalars(select(OneTimeLink.used_at)).one() is not None


@pytest.mark.usefixtures("db_session")
def test_a_link_that_was_used_a_moment_ago_does_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    user = make_user()
    token = token_for(user)
    sign_in(token)
    monkeypatch.setattr(links, "_looked_at", lambda _token, _purpose: user)
    with pytest.raises(NotFound):
        sign_in(token)


@pytest.mark.usefixtures("db_session")
def test_a_secret_that_changes_while_an_address_is_confirmed_is_asked_for_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    user = unconfirmed()
    token = token_for(user, LinkPurpose.CONFIRM_EMAIL)

    def registered_again(*_arguments: object) -> bool:
        db.session.execute(update(User).values(secret_hash="another"))
        return True

    monkeypatch.setattr(links.secrets, "is_secret", registered_again)
    with pytest.raises(Invalid, match="sign_in_failed"):
        commands.use_confirm_link(token=token, secret=PIN, browser=HERE)


def opened(app: Flask, address: str) -> Form:
    person = app.test_client()
    assert isinstance(person, Person)
    return person.visit(address).form()
