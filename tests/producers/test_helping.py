"""A companion counts once the maker granted the help: for the number that buyers get and for who is told."""

from datetime import timedelta
from typing import Any

import pytest

from shop.accounts.types import UserStatus
from shop.consent.types import Purpose
from shop.lib.clock import now, today_wib
from shop.platform.db import db
from shop.producers.contact import contact_of
from shop.producers.helping import companion_name, companion_of
from shop.producers.models import Companion, CompanionAssignment, Producer
from shop.producers.offices import office_of
from shop.producers.types import CompanionType
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
    assert contact_of(maker).number == OFFICE
    assert companion_of(maker) is None
    assert companion_name(maker) is None


def test_a_companion_whom_the_maker_granted_help_answers_for_it() -> None:
    maker = helped(granted_at=now())
    assert contact_of(maker).number == HELPER
    found = companion_of(maker)
    assert found is not None
    assert (found.user.phone, companion_name(maker)) == (HELPER, found.user.name)


def test_of_two_companions_the_one_granted_help_last_counts_and_one_without_an_account_does_not() -> None:
    maker = helped(granted_at=now(), starts_on=today_wib() - 30 * DAY)
    later = make_user(phone="+6281311113333")
    companion = Companion(user_id=later.id, office_id=make_office().id, type=CompanionType.TKSK)
    db.session.add(companion)
    db.session.flush()
    granted = {"granted_at": now(), "starts_on": today_wib(), "scopes": ["answer"]}
    db.session.add(CompanionAssignment(companion_id=companion.id, producer_id=maker.id, **granted))
    db.session.flush()
    assert contact_of(maker).number == "+6281311113333"
    later.status = UserStatus.DISABLED
    db.session.flush()
    assert contact_of(maker).number == HELPER


def test_a_maker_without_an_office_of_its_own_belongs_to_that_of_its_regency_else_of_its_province() -> None:
    maker = make_producer(regency_code="35.22")
    assert office_of(maker) is None
    province = make_office(region_code="35", phone="+62318000000")
    assert (office_of(maker), contact_of(maker).number) == (province, "+62318000000")
    regency = make_office(region_code="35.22", parent_id=province.id, phone=None)
    assert (office_of(maker), contact_of(maker).number) == (regency, "+62318000000")
    maker.office = province
    assert office_of(maker) == province


def test_a_maker_who_allows_contact_is_reached_itself() -> None:
    maker = helped(granted_at=now())
    give_consent(maker, Purpose.CONTACT)
    assert contact_of(maker).number == "+6281234567890"
