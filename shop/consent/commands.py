"""Answers of consent: a row is added, the live table follows, the worker is told."""

import dataclasses
from dataclasses import dataclass

from sqlalchemy import select

from shop.audit.commands import record
from shop.audit.types import Who
from shop.consent.messages import ConsentChanged
from shop.consent.models import Consent, LiveConsent
from shop.consent.types import LASTS, ConsentChannel, ConsentState, Purpose
from shop.lib.clock import now
from shop.platform import outbox
from shop.platform.db import db
from shop.platform.holding import hold_name

_LIVE = frozenset({ConsentState.GIVEN})
_ENDING = frozenset({ConsentState.REFUSED, ConsentState.WITHDRAWN, ConsentState.EXPIRED})


@dataclass(frozen=True, kw_only=True)
class Way:
    """How an answer was given: text and language read, channel, helper, witness, guardian, evidence."""

    text_version: str
    language: str
    channel: ConsentChannel = ConsentChannel.WEB
    assisted_by_id: int | None = None
    witness: str | None = None
    guardian: str | None = None
    evidence_key: str | None = None


def answer_consent(
    *,
    subject: str,
    purpose: Purpose,
    state: ConsentState,
    way: Way,
    actor: Who,
    item: str = "",
) -> Consent:
    """Add an answer; GIVEN makes the consent live, as long as its purpose lasts; the other answers end it at once.

    Whether the actor may answer for the subject is decided by the caller's policy.
    """
    facts = dataclasses.asdict(way)
    row = Consent(subject=subject, purpose=purpose, item=item, state=state, by_user_id=actor.user_id, **facts)
    if state in _LIVE and purpose in LASTS:
        row.until = now() + LASTS[purpose]
    hold_name(_subject(subject))
    db.session.add(row)
    db.session.flush()
    _keep_live(row)
    record(actor=actor, action=f"consent.{state}", target=row, subject=subject, purpose=str(purpose))
    return row


def _subject(subject: str) -> str:
    """The name under which all answers of a subject wait for each other: the last one counts, whatever came beside."""
    return f"consent {subject}"


def _keep_live(row: Consent) -> None:
    same = (LiveConsent.subject == row.subject, LiveConsent.purpose == row.purpose, LiveConsent.item == row.item)
    live = db.session.scalar(select(LiveConsent).where(*same).execution_options(populate_existing=True))
    if row.state in _LIVE:
        if live is None:
            db.session.add(LiveConsent(subject=row.subject, purpose=row.purpose, item=row.item, until=row.until))
        else:
            live.since, live.until = row.at, row.until
    elif row.state in _ENDING and live is not None:
        db.session.delete(live)
    db.session.flush()
    if row.state in _LIVE | _ENDING:
        outbox.leave(ConsentChanged(row.subject, row.purpose, row.item, live=row.state in _LIVE))


def end_consent(*, subject: str, purpose: Purpose, item: str = "", actor: Who) -> None:
    """End a consent without a new answer: its time is over, or what it was given to is no more."""
    last = db.session.scalars(
        select(Consent)
        .where(Consent.subject == subject, Consent.purpose == purpose, Consent.item == item)
        .order_by(Consent.id.desc())
    ).first()
    way = Way(
        text_version=last.text_version if last else "",
        language=last.language if last else "id",
        channel=last.channel if last else ConsentChannel.WEB,
    )
    answer_consent(subject=subject, purpose=purpose, item=item, state=ConsentState.EXPIRED, way=way, actor=actor)


def expire_consents() -> int:
    """End live consents whose time is over (the worker's clock); returns how many."""
    due = LiveConsent.until <= now()
    for subject in db.session.scalars(select(LiveConsent.subject).where(due).distinct().order_by(LiveConsent.subject)):
        hold_name(_subject(subject))
    still = select(LiveConsent).where(due).order_by(LiveConsent.id).execution_options(populate_existing=True)
    over = db.session.scalars(still).all()
    for live in over:
        end_consent(subject=live.subject, purpose=live.purpose, item=live.item, actor=Who(via="worker"))
    return len(over)
