"""A part moves as its states allow, each side sees its own, and a double tap is one deed."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session, scoped_session

from shop.accounts.types import VISITOR
from shop.inquiries.commands import (
    Word,
    ask_again,
    ask_buyer,
    buyer_reply,
    decline_part,
    mark_seen,
    withdraw_inquiry,
    withdraw_part,
    write_message,
)
from shop.inquiries.models import Attachment, Demand, InquiryPart, ThreadMessage
from shop.inquiries.types import Author, DeclineReason, DemandCause, MessageKind, PartState, StoredFile
from shop.lib.clock import now
from shop.lib.errors import Conflict, Forbidden, Invalid, ShopError, WrongState
from shop.platform.outbox import OutboxMessage
from shop.producers.types import Right
from tests.inquiries.makers import a_product, a_quote, an_inquiry, buyer, maker

pytestmark = pytest.mark.usefixtures("db_session")
Db = scoped_session[Session]


def told(db_session: Db) -> list[str]:
    return [row.name for row in db_session.scalars(select(OutboxMessage).order_by(OutboxMessage.id))]


def a_part() -> InquiryPart:
    return an_inquiry().parts[0]


def test_the_first_look_of_the_maker_is_remembered_once() -> None:
    part = a_part()
    assert not mark_seen(part=part, actor=VISITOR)
    assert not mark_seen(part=part, actor=buyer(part.inquiry))
    assert mark_seen(part=part, actor=maker(part))
    assert not mark_seen(part=part, actor=maker(part))
    assert part.state is PartState.SEEN
    assert part.seen_at is not None


def test_looking_again_after_an_answer_changes_no_state() -> None:
    part = a_part()
    a_quote(part)
    part.seen_at = None
    assert mark_seen(part=part, actor=maker(part))
    assert part.state is PartState.QUOTED


def test_a_question_and_its_answer_go_back_and_forth(db_session: Db) -> None:
    part = a_part()
    asked = ask_buyer(part=part, word=Word(body=" Logonya berapa warna? "), actor=maker(part))
    assert (part.state, asked.body, asked.author) == (PartState.INFO_WANTED, "Logonya berapa warna?", Author.PRODUCER)
    ask_buyer(part=part, word=Word(body="Dan ukurannya?"), actor=maker(part, on_behalf=True))
    answer = buyer_reply(part=part, word=Word(body="Satu warna."), actor=buyer(part.inquiry))
    assert (part.state, answer.kind, answer.author_name) == (PartState.INFO_GIVEN, MessageKind.ANSWER, "Ratna Widuri")
    note = buyer_reply(part=part, word=Word(body="Putih."), actor=buyer(part.inquiry))
    assert (part.state, note.kind) == (PartState.INFO_GIVEN, MessageKind.NOTE)
    assert told(db_session)[1:] == ["InfoWanted", "InfoWanted", "InfoGiven", "ThreadWritten"]
    authors = db_session.scalars(select(ThreadMessage.author).order_by(ThreadMessage.id)).all()
    assert authors == [Author.PRODUCER, Author.COMPANION, Author.BUYER, Author.BUYER]


def test_a_word_tapped_twice_is_one_message_with_its_file(db_session: Db) -> None:
    part = a_part()
    word = Word(body="", key="w1", files=(StoredFile("files/a", "contoh.jpg", "image/jpeg", 9),))
    first = write_message(part=part, word=word, actor=maker(part))
    assert write_message(part=part, word=word, actor=maker(part)) is first
    assert db_session.scalars(select(Attachment.message_id)).all() == [first.id]
    other = a_part()
    with pytest.raises(Conflict, match="key_reused"):
        write_message(part=other, word=word, actor=maker(other))


def test_a_word_that_comes_in_by_two_ways_at_once_is_not_doubled(monkeypatch: pytest.MonkeyPatch) -> None:
    part = a_part()
    word = Word(body="Siap.", key="w1")
    write_message(part=part, word=word, actor=maker(part))
    monkeypatch.setattr("shop.inquiries.commands.threads._by_key", lambda *_: None)
    with pytest.raises(Conflict, match="try_again"):
        write_message(part=part, word=word, actor=maker(part))


@pytest.mark.parametrize(
    ("word", "code"),
    [
        (Word(body=" "), "message_missing"),
        (Word(body="x" * 2001), "too_long"),
        (Word(body="a", key="k" * 81), "key_invalid"),
        (Word(body="a", files=(StoredFile("k", "a.pdf", "application/pdf", 1),) * 6), "too_many_files"),
    ],
)
def test_a_word_that_is_none_is_refused(word: Word, code: str) -> None:
    part = a_part()
    with pytest.raises(Invalid, match=code):
        write_message(part=part, word=word, actor=maker(part))


def test_nobody_else_writes_asks_or_declines() -> None:
    part, other = a_part(), a_part()
    word = Word(body="Halo")
    for stranger in (VISITOR, buyer(other.inquiry), maker(other)):
        for deed in (write_message, ask_buyer, buyer_reply, ask_again):
            with pytest.raises(Forbidden):
                deed(part=part, word=word, actor=stranger)
        with pytest.raises(Forbidden):
            withdraw_part(part=part, actor=stranger)
        with pytest.raises(Forbidden):
            withdraw_inquiry(inquiry=part.inquiry, actor=stranger)
    for lesser in (VISITOR, buyer(part.inquiry), maker(part, Right.ANSWER)):
        with pytest.raises(Forbidden):
            decline_part(part=part, reason=DeclineReason.FULL, actor=lesser)


def test_declining_says_why_and_leaves_unmet_demand(db_session: Db) -> None:
    part = an_inquiry(a_product(unit="kodi", moq=1), quantity=3).parts[0]
    for _ in range(2):
        decline_part(part=part, reason=DeclineReason.FULL, actor=maker(part), note="Penuh sampai Januari")
    assert (part.state, part.decline_reason, part.waiting_since) == (PartState.DECLINED, DeclineReason.FULL, None)
    wanted = db_session.scalars(select(Demand)).one()
    assert (wanted.cause, wanted.reason, wanted.quantity) == (DemandCause.DECLINED, "full", 60)
    with pytest.raises(WrongState, match="part_moved_on"):
        write_message(part=part, word=Word(body="Maaf"), actor=maker(part))


def test_a_long_reason_is_refused() -> None:
    part = a_part()
    with pytest.raises(Invalid, match="too_long"):
        decline_part(part=part, reason=DeclineReason.OTHER, actor=maker(part), note="x" * 301)


def test_the_buyer_withdraws_what_is_open(db_session: Db) -> None:
    inquiry = an_inquiry(a_product(), a_product(), a_product())
    declined, agreed, waiting = inquiry.parts
    decline_part(part=declined, reason=DeclineReason.FULL, actor=maker(declined))
    agreed.agreed_at = now()
    assert withdraw_inquiry(inquiry=inquiry, actor=buyer(inquiry)) == 1
    withdraw_part(part=waiting, actor=buyer(inquiry))
    assert [part.state for part in inquiry.parts] == [PartState.DECLINED, PartState.SENT, PartState.WITHDRAWN]
    assert db_session.scalar(select(func.count()).where(OutboxMessage.name == "PartWithdrawn")) == 1


def test_what_is_agreed_is_neither_declined_nor_withdrawn_nor_asked_about() -> None:
    part = a_part()
    a_quote(part)
    part.agreed_at = now()
    with pytest.raises(WrongState, match="part_agreed"):
        decline_part(part=part, reason=DeclineReason.FULL, actor=maker(part))
    with pytest.raises(WrongState, match="part_agreed"):
        withdraw_part(part=part, actor=buyer(part.inquiry))
    with pytest.raises(WrongState, match="part_agreed"):
        ask_again(part=part, word=Word(body="Lebih murah?"), actor=buyer(part.inquiry))
    assert write_message(part=part, word=Word(body="Mulai Senin."), actor=maker(part)).id


def test_asking_again_makes_it_the_makers_turn_anew(db_session: Db) -> None:
    part = a_part()
    a_quote(part)
    part.nudged_at = now()
    part.inquiry.closed_at = now()
    ask_again(part=part, word=Word(body="Bisa 35.000?"), actor=buyer(part.inquiry))
    assert (part.state, part.nudged_at, part.inquiry.closed_at) == (PartState.INFO_GIVEN, None, None)
    assert told(db_session)[-1] == "AskedAgain"


def test_steps_that_the_state_does_not_allow_are_refused() -> None:
    part = a_part()
    with pytest.raises(ShopError, match="part_moved_on"):
        ask_again(part=part, word=Word(body="Lagi"), actor=buyer(part.inquiry))
    a_quote(part)
    with pytest.raises(ShopError, match="part_moved_on"):
        ask_buyer(part=part, word=Word(body="Apa?"), actor=maker(part))
    withdraw_part(part=part, actor=buyer(part.inquiry))
    with pytest.raises(ShopError, match="part_moved_on"):
        decline_part(part=part, reason=DeclineReason.FULL, actor=maker(part))
