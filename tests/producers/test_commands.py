"""What commands about makers refuse, whoever calls them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.types import Actor, OfficeRole, Role
from shop.consent.commands import Way
from shop.consent.types import ConsentState, Purpose
from shop.lib.clock import today_wib
from shop.lib.errors import Conflict, ShopError
from shop.producers.commands import (
    MakerFacts,
    MemberFacts,
    add_companion,
    assign_companion,
    create_producer,
    invite_member,
    link_record,
    mail_members_link,
    note_consent,
    prove_members_phone,
)
from shop.producers.commands.keeping import Profile, StoryWords, edit_profile, save_story
from shop.producers.commands.own_words import write_own_words
from shop.producers.models import Companion, Producer
from shop.producers.queries import assignment_for
from shop.producers.types import Cloth, CompanionType, ProducerForm, Right
from tests.factories import make_office, make_producer, make_user
from tests.programmes.making import make_enrolment
from tests.web.selling.keeper import make_member

pytestmark = pytest.mark.usefixtures("db_session")
OFFICER = Actor(roles=(OfficeRole(Role.OFFICER, None, "35.22"),))
ADMIN = Actor(roles=(OfficeRole(Role.ADMIN, None, None),))


def owner(maker: Producer) -> Actor:
    return Actor(scopes={maker.public_id: frozenset({Right.PROFILE})})


def made_companion() -> Companion:
    return add_companion(user=make_user(), office=make_office(), kind=CompanionType.TKSK, actor=ADMIN)


def a_second_companion(_maker: Producer) -> None:
    add_companion(user=made_companion().user, office=make_office(), kind=CompanionType.TKSK, actor=ADMIN)


def assigned(maker: Producer, **facts: Any) -> None:
    told = {"scopes": [Right.LIST], "granted": True, **facts}
    assign_companion(producer=maker, companion=made_companion(), actor=OFFICER, **told)


def told_of(maker: Producer, quote: str) -> None:
    save_story(producer=maker, words=StoryWords(quote=quote, body="Sejak kecil."), actor=owner(maker))


def said_in_own_words(words: str) -> None:
    person = make_producer(form=ProducerForm.PERSON)
    scopes = {person.public_id: frozenset({Right.CONSENT})}
    write_own_words(producer=person, words=words, actor=Actor(scopes=scopes))


def moved_to(maker: Producer, district: str) -> None:
    profile = Profile(stall_name="Jahit Melati", district_code=district)
    edit_profile(producer=maker, profile=profile, actor=owner(maker))


def answered(maker: Producer, state: ConsentState) -> None:
    way = Way(text_version="2025-01-01", language="id")
    note_consent(producer=maker, purpose=Purpose.PROFILE, state=state, way=way, actor=OFFICER)


REFUSED: list[tuple[Callable[[Producer], Any], str]] = [
    (a_second_companion, "companion_there"),
    (lambda maker: assigned(maker, scopes=[]), "scope_missing"),
    (lambda maker: assigned(maker, ends_on=today_wib() - timedelta(days=1)), "date_past"),
    (lambda maker: assignment_for(maker, 1), "not_found"),
    (lambda maker: invite_member(producer=maker, facts=MemberFacts(name=""), actor=OFFICER), "required"),
    (lambda maker: prove_members_phone(member=invited(maker), actor=OFFICER), "member_cannot_sign_in"),
    (lambda maker: mail_members_link(member=member(maker), actor=OFFICER), "account_without_email"),
    (lambda maker: answered(maker, ConsentState.EXPIRED), "choose_one"),
    (lambda maker: moved_to(maker, "32.04.05"), "choose_one"),
    (lambda maker: told_of(maker, ""), "story_missing"),
    (lambda maker: told_of(maker, "x" * 241), "too_long"),
    (lambda maker: told_of(maker, "WA 081234567890"), "phone_not_public"),
    (lambda _maker: said_in_own_words("x" * 241), "too_long"),
    (lambda _maker: said_in_own_words("WA 081234567890"), "phone_not_public"),
]


def invited(maker: Producer) -> Any:
    return invite_member(producer=maker, facts=MemberFacts(name="Sri"), actor=OFFICER)


def member(maker: Producer) -> Any:
    return make_member(maker, make_user(email=None, phone="+6281234567890"))


def test_what_cannot_be_is_refused() -> None:
    for act, code in REFUSED:
        with pytest.raises(ShopError) as refused:
            act(make_producer())
        assert refused.value.code == code


def test_of_two_who_link_a_record_at_once_the_second_is_told(
    db_session: scoped_session[Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = {"producer": make_producer(), "enrolment": make_enrolment(), "training": None, "actor": OFFICER}
    link_record(**told)
    monkeypatch.setattr("shop.producers.commands.linking._link", lambda *_: None)
    with pytest.raises(Conflict, match="link_already"):
        link_record(**told)


def test_of_two_makers_of_one_name_registered_at_once_the_second_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shop.producers.commands.registering._taken", lambda _slug: False)
    facts = MakerFacts(form=ProducerForm.GROUP, stall_name="Sanggar Telaga", district_code="35.22.16", is_adult=True)
    maker = create_producer(facts=facts, office=None, actor=OFFICER)
    assert (maker.slug, maker.cloth) == ("sanggar-telaga", Cloth.of(maker.public_id))
    with pytest.raises(Conflict, match="try_again") as told:
        create_producer(facts=facts, office=None, actor=OFFICER)
    assert told.value.field == "stall_name"
