"""A companion counts once the maker granted the help: for the number that buyers get and for who is told."""

from datetime import timedelta
from typing import Any

import pytest

from shop.consent.types import Purpose
from shop.lib.clock import now, today_wib
from shop.platform.db import db
from shop.producers.contact import contact_number
from shop.producers.models import Companion, CompanionAssignment, Producer
from shop.producers.readers import notice_readers
from shop.producers.types import CompanionType
from shop.worker.telling import companion_of
from tests.factories import give_consent, make_office, make_producer, make_user

pytestmark = pytest.mark.usefixtures("db_session")
HELPER = "+6281311112222"
OFFICE = "+62353123456"
DAY = timedelta(days=1)


def helped(**facts: Any) -> Producer:
    """A maker of an office with a companion who was assigned on these terms."""
    office = make_office(phone=OFFICE)
    maker = make_producer(office_id=office.id, phone="+6281234567890")
    user = make_user(phone=HELPER)
    companion = Companion(user_id=user.id, office_id=office.id, type=CompanionType.PENDAMPING)
    db.session.add(companion)
    db.session.flush()
    terms = {"starts_on": today_wib() - DAY, "scopes": ["answer"], **facts}
    db.session.add(CompanionAssignment(companion_id=companion.id, producer_id=maker.id, **terms))
    db.session.flush()
    return maker


@pytest.mark.parametrize(
    "terms",
    [
        {"granted_at": None},
        {"granted_at": now(), "ends_on": today_wib() - DAY},
        {"granted_at": now(), "starts_on": today_wib() + DAY},
    ],
)
def test_a_companion_without_a_grant_for_today_is_passed_over_for_the_office(terms: dict[str, Any]) -> None:
    maker = helped(**terms)
    assert contact_number(maker) == OFFICE
    assert companion_of(maker) is None
    assert notice_readers(maker).users == ()


def test_a_companion_whom_the_maker_granted_help_answers_for_it() -> None:
    maker = helped(granted_at=now())
    assert contact_number(maker) == HELPER
    assert companion_of(maker) is not None
    assert [user.phone for user in notice_readers(maker).users] == [HELPER]


def test_a_maker_who_allows_contact_is_reached_itself() -> None:
    maker = helped(granted_at=now())
    give_consent(maker, Purpose.CONTACT)
    assert contact_number(maker) == "+6281234567890"
