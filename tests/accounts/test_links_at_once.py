"""A one-time link that is pressed in two places at the same moment signs in once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import func, select

from shop.accounts import commands
from shop.accounts.models import Device, OneTimeLink
from shop.accounts.types import LinkPurpose
from shop.platform.db import db
from tests.accounts.making import make_user
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


def opened(app: Flask, address: str) -> Form:
    person = app.test_client()
    assert isinstance(person, Person)
    return person.visit(address).form()
