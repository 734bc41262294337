"""Who asked is forgotten two years after the end; what was asked stays."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.commands import leave_notice
from shop.accounts.models import Notice
from shop.audit.models import AuditEvent
from shop.inquiries.commands import Word, ask_buyer, buyer_reply, erase_contacts
from shop.inquiries.models import Inquiry, ThreadMessage
from shop.lib.clock import now
from shop.worker.handlers.clocks import forget_old_data
from tests.factories import make_user
from tests.inquiries.makers import an_inquiry, buyer, maker

Db = scoped_session[Session]
MONDAY = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def ended(db_session: Db) -> Inquiry:
    """A signed-in buyer's inquiry with a talk, closed now."""
    inquiry = an_inquiry(message="Untuk latihan.")
    part = inquiry.parts[0]
    ask_buyer(part=part, word=Word(body="Warna?"), actor=maker(part))
    buyer_reply(part=part, word=Word(body="Merah"), actor=buyer(inquiry))
    inquiry.buyer_id, inquiry.closed_at = make_user().id, now()
    db_session.flush()
    return inquiry


def test_name_contact_and_place_are_blank_after_two_years_and_the_rest_stays(db_session: Db) -> None:
    with time_machine.travel(MONDAY, tick=False) as time:
        inquiry, waiting = ended(db_session), an_inquiry()
        time.shift(730 * DAY - timedelta(minutes=1))
        assert erase_contacts() == 0
        time.shift(timedelta(minutes=1))
        assert (erase_contacts(), erase_contacts()) == (1, 0)
        db_session.expire_all()
        assert inquiry.contact_erased_at == now()
    gone = (inquiry.name, inquiry.organisation, inquiry.place, inquiry.body_hash)
    assert (gone, inquiry.phone, inquiry.email, inquiry.buyer_id) == (("", "", "", ""), None, None, None)
    assert (inquiry.message, waiting.name) == ("Untuk latihan.", "Ratna Widuri")
    talk = db_session.scalars(select(ThreadMessage).order_by(ThreadMessage.id)).all()
    maker_name = inquiry.parts[0].producer.stall_name
    assert [(one.author_name, one.body) for one in talk] == [(maker_name, "Warna?"), ("", "Merah")]
    assert "inquiry.contact_erased" in db_session.scalars(select(AuditEvent.action)).all()


def test_spam_is_forgotten_like_the_rest(db_session: Db) -> None:
    with time_machine.travel(MONDAY, tick=False) as time:
        inquiry = an_inquiry()
        inquiry.spam_at = now()
        db_session.flush()
        time.shift(731 * DAY)
        assert erase_contacts() == 1


def test_the_daily_clock_forgets_contacts_and_the_word_that_was_left_of_them(db_session: Db) -> None:
    with time_machine.travel(MONDAY, tick=False) as time:
        inquiry = ended(db_session)
        leave_notice("inquiry.sent", {"buyer": inquiry.name}, email="ratna@contoh.example", key="long ago")
        time.shift(700 * DAY)
        leave_notice("inquiry.sent", {"buyer": "Budi"}, email="budi@contoh.example", key="of late")
        time.shift(31 * DAY)
        forget_old_data()
    assert inquiry.name == ""
    assert db_session.scalars(select(Notice.key)).all() == ["of late"]


@pytest.fixture(autouse=True)
def _database(db_session: Db) -> None:
    """Every test of this module has the shop's database at hand."""
