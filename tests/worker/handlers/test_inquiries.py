"""Who reads of an inquiry, and in which words."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from sqlalchemy import select

from shop.accounts.models import Notice
from shop.inquiries.commands import Word, ask_buyer, expire_parts
from shop.inquiries.types import Contact
from shop.platform.db import db
from shop.text.language import using
from shop.text.notices import word_notice
from shop.worker.loop import run_all
from tests.inquiries.makers import an_inquiry, maker

pytestmark = pytest.mark.usefixtures("db_session")
MONDAY = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
BY_MAIL = Contact(name="Ratna Widuri", email="ratna@contoh.example")


@pytest.mark.parametrize(("asked_back", "kind"), [(False, "part.expired"), (True, "part.expired_unanswered")])
def test_a_buyer_who_left_a_question_open_is_not_told_that_the_maker_was_silent(asked_back: bool, kind: str) -> None:
    with time_machine.travel(MONDAY, tick=False) as time:
        [part] = an_inquiry(contact=BY_MAIL).parts
        if asked_back:
            ask_buyer(part=part, word=Word(body="Warna apa?"), actor=maker(part))
        time.shift(timedelta(days=31))
        assert expire_parts() == 1
        db.session.commit()
        run_all()
    notice = db.session.scalars(select(Notice).where(Notice.kind.like("part.expired%"))).one()
    assert notice.kind == kind
    with using("id"):
        silent = "tidak menjawab" in word_notice(notice.kind, notice.params).body
    assert silent is not asked_back


def test_a_buyer_reads_of_things_in_its_own_language() -> None:
    inquiry = an_inquiry(contact=BY_MAIL)
    inquiry.language, name = "en", inquiry.lines[0].name
    db.session.commit()
    run_all()
    notice = db.session.scalars(select(Notice).where(Notice.kind == "inquiry.sent")).one()
    assert notice.params["things"] == f"200 pieces {name}"
