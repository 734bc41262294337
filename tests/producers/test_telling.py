"""What a helper does in a maker's name is not done unseen."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from shop.accounts.models import Notice, User
from shop.accounts.types import Actor
from shop.audit.models import AuditEvent
from shop.consent.queries import is_allowed
from shop.consent.texts import consent_text
from shop.consent.types import Purpose
from shop.lib.errors import Forbidden
from shop.platform.db import db
from shop.producers.commands import keeping
from shop.producers.commands.keeping import Answer, Profile, StoryWords, edit_profile, publish_story, save_story
from shop.producers.commands.portraits import set_portrait
from shop.producers.models import Producer
from shop.producers.types import Right
from tests.factories import give_consent, make_office, make_producer, make_user
from tests.web.selling.keeper import make_member

pytestmark = pytest.mark.usefixtures("db_session")
OLD, NEW = "+6281234567890", "+6281311112222"


def helper_of(maker: Producer, *rights: Right) -> Actor:
    scopes = {maker.public_id: frozenset({Right.PROFILE, *rights})}
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


def shown_by(maker: Producer, helper: Actor) -> None:
    """Everything that a companion who may consent brings before readers."""
    give_consent(maker, Purpose.PHOTO)
    save_story(producer=maker, words=StoryWords(quote="Sejak kecil.", body="Kami menjahit."), actor=helper)
    publish_story(producer=maker, actor=helper)
    set_portrait(producer=maker, key="0123456789abcdefghjkmnpqrs", actor=helper)
    place = Answer(purpose=Purpose.PLACE, text_version=consent_text("place", "id").version)
    keeping.give_consent(producer=maker, answer=place, actor=helper)


def test_what_a_companion_shows_in_a_makers_name_is_told_to_its_people() -> None:
    maker = make_producer(office=make_office())
    leader = make_user(notice_settings={"email": False})
    make_member(maker, leader)
    shown_by(maker, helper_of(maker, Right.CONSENT))
    told = db.session.scalars(select(Notice).order_by(Notice.id)).all()
    assert [one.kind for one in told] == ["story_on_behalf", "portrait_on_behalf", "consent_on_behalf"]
    assert {(one.user_id, one.by_email) for one in told} == {(leader.id, True)}
    assert is_allowed(maker.public_id, Purpose.PHOTO)


def test_where_mail_reaches_nobody_of_a_maker_its_office_hears_of_it_too() -> None:
    maker = make_producer(office=make_office())
    make_member(maker, make_user(email=None, phone="+6281234567890"))
    shown_by(maker, helper_of(maker, Right.CONSENT))
    told = [one.kind for one in db.session.scalars(select(Notice).order_by(Notice.id))]
    assert told[1::2] == ["spoken_for_to_office"] * 3
    assert told[::2] == ["story_on_behalf", "portrait_on_behalf", "consent_on_behalf"]


def test_a_helper_who_may_not_consent_puts_no_words_and_no_face_under_a_consent_that_stands() -> None:
    maker = make_producer(regency_code="11.01")  # where no office is
    give_consent(maker, Purpose.PHOTO)
    helper = helper_of(maker)
    for _again in range(2):
        set_portrait(producer=maker, key="0123456789abcdefghjkmnpqrs", actor=helper)
        assert not is_allowed(maker.public_id, Purpose.PHOTO)
    save_story(producer=maker, words=StoryWords(quote="Sejak kecil.", body="Kami menjahit."), actor=helper)
    with pytest.raises(Forbidden):
        publish_story(producer=maker, actor=helper)
    give_consent(maker, Purpose.PHOTO)
    own = replace(helper, on_behalf_of=None)
    publish_story(producer=maker, actor=own)
    set_portrait(producer=maker, key="1123456789abcdefghjkmnpqrs", actor=own)
    assert is_allowed(maker.public_id, Purpose.PHOTO)
    assert db.session.scalars(select(Notice)).all() == []
