"""Write in a part's thread: the maker asks, the buyer answers, either adds a word, the buyer asks again."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from sqlalchemy import select

from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.inquiries.commands.parts import move
from shop.inquiries.messages import AskedAgain, InfoGiven, InfoWanted, ThreadWritten
from shop.inquiries.models import Attachment, InquiryPart, ThreadMessage
from shop.inquiries.policies import may_answer, may_follow
from shop.inquiries.rules import LONGEST_MESSAGE, MOST_FILES
from shop.inquiries.types import MAKERS_TURN, WAITING, Author, MessageKind, PartState, StoredFile
from shop.lib.clock import now
from shop.lib.errors import Conflict, Invalid, WrongState, require
from shop.lib.ids import refuse_key
from shop.lib.nik import refuse_nik
from shop.platform import outbox
from shop.platform.db import db
from shop.platform.holding import hold, refusing_twins


@dataclass(frozen=True, kw_only=True)
class Word:
    """Something written in a thread; the key makes a double tap one message."""

    body: str
    key: str | None = None
    files: tuple[StoredFile, ...] = ()


def ask_buyer(*, part: InquiryPart, word: Word, actor: Actor) -> ThreadMessage:
    """The maker wants to know more before it answers."""
    require(may_answer(actor, part))
    return _said(part, word, actor, MessageKind.QUESTION, PartState.INFO_WANTED)


def buyer_reply(*, part: InquiryPart, word: Word, actor: Actor, organisations: Collection[int] = ()) -> ThreadMessage:
    """The buyer writes: an answer where something was asked, else a note."""
    require(may_follow(actor, part.inquiry, organisations))
    if part.state is PartState.INFO_WANTED:
        return _said(part, word, actor, MessageKind.ANSWER, PartState.INFO_GIVEN)
    return _said(part, word, actor, MessageKind.NOTE, None)


def write_message(*, part: InquiryPart, word: Word, actor: Actor) -> ThreadMessage:
    """The maker writes without asking anything."""
    require(may_answer(actor, part))
    return _said(part, word, actor, MessageKind.NOTE, None)


def ask_again(*, part: InquiryPart, word: Word, actor: Actor, organisations: Collection[int] = ()) -> ThreadMessage:
    """The buyer wants another quote than the one it has or had."""
    require(may_follow(actor, part.inquiry, organisations))
    return _said(part, word, actor, MessageKind.NOTE, PartState.INFO_GIVEN, again=True)


def _said(
    part: InquiryPart, word: Word, actor: Actor, kind: MessageKind, state: PartState | None, *, again: bool = False
) -> ThreadMessage:
    body = _checked(word)
    hold(part)
    earlier = _by_key(word.key, part)
    if earlier is not None:
        return earlier
    _refuse_closed(part, state)
    message = _added(part, word, _message(part, body, actor, kind))
    if state is not None and state is not part.state:
        move(part, state)
    elif part.state not in WAITING:
        part.waiting_since = part.waiting_since or now() if message.author is Author.BUYER else None
    told = AskedAgain if again else _TOLD.get(state, ThreadWritten)
    record(actor=actor, action=f"part.{kind}", target=part, region_code=part.producer.regency_code)
    outbox.leave(told(part.id, message.id))
    db.session.flush()
    return message


_TOLD: dict[PartState | None, Callable[[int, int], outbox.Message]] = {
    PartState.INFO_WANTED: InfoWanted,
    PartState.INFO_GIVEN: InfoGiven,
}


def _message(part: InquiryPart, body: str, actor: Actor, kind: MessageKind) -> ThreadMessage:
    author = _author(actor, part)
    if author is not Author.BUYER:
        part.first_answer_at = part.first_answer_at or now()
        part.seen_at = part.seen_at or now()
    return ThreadMessage(
        part_id=part.id,
        author=author,
        kind=kind,
        author_user_id=actor.user_id,
        author_name=part.inquiry.name if author is Author.BUYER else part.producer.stall_name,
        body=body,
    )


def _checked(word: Word) -> str:
    body = word.body.strip()
    if not body and not word.files:
        raise Invalid("message_missing", "body")
    if len(body) > LONGEST_MESSAGE:
        raise Invalid("too_long", "body", most=LONGEST_MESSAGE)
    refuse_nik({"body": body})
    if len(word.files) > MOST_FILES:
        raise Invalid("too_many_files", "files", most=MOST_FILES)
    refuse_key(word.key)
    return body


def _by_key(key: str | None, part: InquiryPart) -> ThreadMessage | None:
    if key is None:
        return None
    earlier = db.session.scalar(select(ThreadMessage).where(ThreadMessage.key == key))
    if earlier is not None and earlier.part_id != part.id:
        raise Conflict("key_reused", "key")
    return earlier


def _refuse_closed(part: InquiryPart, state: PartState | None) -> None:
    """A thread stays open while there is something to talk about: not after decline or withdrawal."""
    if part.state in {PartState.DECLINED, PartState.WITHDRAWN}:
        raise WrongState("part_moved_on", state=str(part.state))
    if state is not None and part.agreed_at is not None:
        raise WrongState("part_agreed")
    if state is PartState.INFO_GIVEN and part.state in MAKERS_TURN:
        raise WrongState("part_moved_on", state=str(part.state))
    if state is PartState.INFO_WANTED and part.state not in WAITING:
        raise WrongState("part_moved_on", state=str(part.state))


def _author(actor: Actor, part: InquiryPart) -> Author:
    if may_answer(actor, part):
        return Author.COMPANION if actor.on_behalf_of else Author.PRODUCER
    return Author.BUYER


def _added(part: InquiryPart, word: Word, message: ThreadMessage) -> ThreadMessage:
    """The message with its files; raises Conflict try_again when the same key just came in by another way."""
    message.key = word.key
    with refusing_twins(Conflict("try_again")):
        db.session.add(message)
    for file in word.files:
        db.session.add(
            Attachment(
                inquiry_id=part.inquiry_id,
                part_id=part.id,
                message_id=message.id,
                key=file.key,
                name=file.name,
                media_type=file.media_type,
                size=file.size,
            )
        )
    return message
