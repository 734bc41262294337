"""Consent is rows that are only added, and what is live follows at once."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from sqlalchemy import select

from shop.audit.types import Who
from shop.consent.commands import Way, answer_consent, expire_consents
from shop.consent.models import Consent
from shop.consent.queries import consent_history, is_allowed, latest_answers, live_consents
from shop.consent.types import ConsentChannel, ConsentState, Purpose
from shop.lib.clock import now
from shop.lib.ids import new_public_id
from shop.platform.db import Unavailable, db
from shop.platform.outbox import OutboxMessage
from tests.databases import on_postgresql

pytestmark = pytest.mark.usefixtures("db_session")
MOMENT = datetime(2026, 11, 22, 3, tzinfo=UTC)
WAY = Way(text_version="2025-01-01", language="id", channel=ConsentChannel.WITNESS, witness="Pendamping")


def answer(subject: str, state: ConsentState, purpose: Purpose = Purpose.PROFILE, way: Way = WAY) -> Consent:
    return answer_consent(subject=subject, purpose=purpose, state=state, way=way, actor=Who(user_id=1))


def test_only_a_given_consent_is_live() -> None:
    subject = new_public_id()
    answer(subject, ConsentState.ASKED)
    assert not is_allowed(subject, Purpose.PROFILE)
    answer(subject, ConsentState.GIVEN)
    assert is_allowed(subject, Purpose.PROFILE)
    assert not is_allowed(subject, Purpose.NAME)
    assert not is_allowed(new_public_id(), Purpose.PROFILE)


@pytest.mark.parametrize("ending", [ConsentState.WITHDRAWN, ConsentState.REFUSED, ConsentState.EXPIRED])
def test_an_end_stops_it_at_once_and_keeps_every_row(ending: ConsentState) -> None:
    subject = new_public_id()
    answer(subject, ConsentState.GIVEN)
    answer(subject, ending)
    assert live_consents(subject) == frozenset()
    assert [row.state for row in consent_history(subject)] == [ending, ConsentState.GIVEN]
    assert latest_answers(subject)[(Purpose.PROFILE, "")].state is ending


def test_giving_twice_keeps_one_live_consent() -> None:
    subject = new_public_id()
    answer(subject, ConsentState.GIVEN)
    answer(subject, ConsentState.GIVEN)
    answer(subject, ConsentState.WITHDRAWN)
    assert live_consents(subject) == frozenset()


def test_the_worker_is_told_in_the_same_transaction() -> None:
    subject = new_public_id()
    answer(subject, ConsentState.GIVEN)
    answer(subject, ConsentState.WITHDRAWN)
    told = db.session.scalars(select(OutboxMessage).where(OutboxMessage.name == "ConsentChanged"))
    assert [row.payload["live"] for row in told if row.payload["subject"] == subject] == [True, False]


def test_a_consent_with_an_end_is_not_live_after_it_even_before_the_clock_ran() -> None:
    subject = new_public_id()
    answer(subject, ConsentState.GIVEN, Purpose.STORY, Way(text_version="2025-01-01", language="en"))
    assert is_allowed(subject, Purpose.STORY)
    with time_machine.travel(now() + timedelta(days=366)):
        assert not is_allowed(subject, Purpose.STORY)
        assert expire_consents() == 1
        assert expire_consents() == 0
        newest = consent_history(subject)[0]
    assert (newest.state, newest.language) == (ConsentState.EXPIRED, "en")


@pytest.mark.parametrize("purpose", list(Purpose))
def test_only_a_story_is_asked_again_after_a_year_however_it_was_answered(purpose: Purpose) -> None:
    with time_machine.travel(MOMENT, tick=False):
        for way in (WAY, Way(text_version="2025-01-01", language="id")):
            row = answer(new_public_id(), ConsentState.GIVEN, purpose, way)
            assert row.until == (MOMENT + timedelta(days=365) if purpose is Purpose.STORY else None)
        assert answer(new_public_id(), ConsentState.WITHDRAWN, purpose).until is None


@on_postgresql
def test_two_answers_for_a_subject_wait_for_each_other(at_once: Callable[..., Any]) -> None:
    subject = new_public_id()
    answer(subject, ConsentState.GIVEN)
    with at_once():
        answer(new_public_id(), ConsentState.GIVEN)
        with pytest.raises(Unavailable):  # the withdrawal sees what was given, once that is over
            answer(subject, ConsentState.WITHDRAWN)
        db.session.rollback()
    db.session.commit()
    with at_once():
        answer(subject, ConsentState.WITHDRAWN)
    assert live_consents(subject) == frozenset()
