"""What a person says of a disability by its own wish: kept encrypted, and of a person of age only."""

import pytest
from sqlalchemy import text

from shop.accounts.types import Actor
from shop.consent.queries import is_allowed
from shop.consent.texts import consent_text
from shop.consent.types import Purpose
from shop.lib.errors import Forbidden, NotFound, WrongState
from shop.platform.db import db
from shop.producers.commands import edit_producer, keeping
from shop.producers.commands.keeping import Answer, withdraw_consent
from shop.producers.commands.own_words import words_mark, write_own_words
from shop.producers.models import Producer
from shop.producers.stall import own_words_of
from shop.producers.types import ProducerForm, Right
from tests.factories import give_consent, make_producer
from tests.producers.test_office import OFFICER, changed

pytestmark = pytest.mark.usefixtures("db_session")
WORDS = "Saya menjahit dari kursi roda."


def write(maker: Producer, *rights: Right) -> None:
    actor = Actor(scopes={maker.public_id: frozenset(rights)})
    write_own_words(producer=maker, words=WORDS, actor=actor)


def test_only_who_may_answer_for_a_person_of_age_writes_them() -> None:
    with pytest.raises(Forbidden):
        write(make_producer(form=ProducerForm.PERSON), Right.PROFILE)
    with pytest.raises(WrongState, match="consent_wants_adult"):
        write(make_producer(form=ProducerForm.PERSON, is_adult=False), Right.CONSENT)
    with pytest.raises(NotFound):
        write(make_producer(form=ProducerForm.GROUP), Right.CONSENT)


def test_nobody_writes_or_allows_them_in_a_persons_name_but_a_helper_may_hide_them() -> None:
    maker = make_producer(form=ProducerForm.PERSON)
    write(maker, Right.CONSENT)
    give_consent(maker, Purpose.DISABILITY)
    scopes = {maker.public_id: frozenset({Right.CONSENT})}
    told = {"producer": maker, "actor": Actor(scopes=scopes, on_behalf_of=maker.public_id)}
    version = consent_text("disability", "id").version
    answer = Answer(purpose=Purpose.DISABILITY, text_version=version, own_words=words_mark(WORDS))
    with pytest.raises(Forbidden):
        write_own_words(words="Saya netra.", **told)
    with pytest.raises(Forbidden):
        keeping.give_consent(answer=answer, **told)
    withdraw_consent(answer=answer, **told)
    assert not is_allowed(maker.public_id, Purpose.DISABILITY)
    assert own_words_of(maker) == WORDS


def test_they_stand_in_the_database_encrypted() -> None:
    maker = make_producer(form=ProducerForm.PERSON)
    write(maker, Right.CONSENT)
    kept = db.session.scalar(text("SELECT words FROM own_words WHERE producer_id = :id"), {"id": maker.id})
    assert "kursi" not in kept
    assert own_words_of(maker) == WORDS


@pytest.mark.parametrize(("form", "kept"), [(ProducerForm.PERSON, WORDS), (ProducerForm.GROUP, None)])
def test_they_and_their_consent_go_when_the_stall_becomes_a_groups(form: ProducerForm, kept: str | None) -> None:
    maker = make_producer(form=ProducerForm.PERSON)
    write(maker, Right.CONSENT)
    give_consent(maker, Purpose.DISABILITY)
    edit_producer(producer=maker, facts=changed(form=form), actor=OFFICER)
    assert own_words_of(maker) == kept
    assert is_allowed(maker.public_id, Purpose.DISABILITY) is (kept is not None)
