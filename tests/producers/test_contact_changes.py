"""A companion who changes how buyers reach a maker does not do so unseen."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from shop.accounts.models import Notice, User
from shop.accounts.types import Actor
from shop.audit.models import AuditEvent
from shop.platform.db import db
from shop.producers.commands.keeping import Profile, edit_profile
from shop.producers.models import Producer
from shop.producers.types import Right
from tests.factories import make_office, make_producer, make_user
from tests.web.selling.keeper import make_member

pytestmark = pytest.mark.usefixtures("db_session")
OLD, NEW = "+6281234567890", "+6281311112222"


def helper_of(maker: Producer) -> Actor:
    scopes = {maker.public_id: frozenset({Right.PROFILE})}
    user = make_user(name="Bu Pendamping")
    return Actor(user_id=user.id, name=user.name, scopes=scopes, on_behalf_of=maker.public_id)


def written(maker: Producer, **facts: str) -> Profile:
    return replace(Profile(stall_name=maker.stall_name, phone=OLD), **facts)


def test_the_maker_and_its_office_hear_of_a_number_that_a_companion_wrote() -> None:
    maker = make_producer(phone=OLD, office=make_office())
    leader = make_user(notice_settings={"email": False})
    make_member(maker, leader)
    edit_profile(producer=maker, profile=written(maker, phone=NEW), actor=helper_of(maker))
    to_maker, to_office = db.session.scalars(select(Notice).order_by(Notice.id)).all()
    assert (to_maker.kind, to_maker.user_id, to_maker.by_email) == ("contact_changed", leader.id, True)
    assert (to_office.kind, to_office.office_id) == ("contact_changed_to_office", maker.office_id)
    assert db.session.scalars(select(AuditEvent.details)).one() == {"changed": ["phone"]}


def test_other_changes_and_the_makers_own_tell_nobody() -> None:
    maker = make_producer(phone=OLD, office=make_office())
    helper = helper_of(maker)
    edit_profile(producer=maker, profile=written(maker, about="Menjahit rompi"), actor=helper)
    edit_profile(producer=maker, profile=written(maker, phone=NEW), actor=replace(helper, on_behalf_of=None))
    assert db.session.scalars(select(Notice)).all() == []


def test_a_companion_who_is_one_of_the_maker_s_people_is_not_told_of_itself() -> None:
    maker = make_producer(phone=OLD)
    helper = helper_of(maker)
    make_member(maker, db.session.get_one(User, helper.user_id))
    edit_profile(producer=maker, profile=written(maker, phone=NEW), actor=helper)
    assert db.session.scalars(select(Notice)).all() == []
