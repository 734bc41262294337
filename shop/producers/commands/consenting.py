"""A maker's answers about what may be seen of it, as the office writes them down for it."""

from dataclasses import replace

from sqlalchemy import select

from shop.accounts.types import Actor
from shop.consent.commands import Way, answer_consent
from shop.consent.models import Consent
from shop.consent.types import ConsentChannel, ConsentState, Purpose
from shop.lib.errors import Invalid, WrongState, require
from shop.lib.nik import refuse_nik
from shop.platform.db import db
from shop.producers.models import Producer, RecordLink
from shop.producers.policies import may_note_consent

ANSWERS = frozenset({ConsentState.GIVEN, ConsentState.REFUSED, ConsentState.WITHDRAWN})


def note_consent(
    *, producer: Producer, purpose: Purpose, state: ConsentState, way: Way, item: str = "", actor: Actor
) -> Consent:
    """Write down what a maker answered on paper, by voice, by sign or before a witness, who is named."""
    require(may_note_consent(actor, producer))
    if state not in ANSWERS:
        raise Invalid("choose_one", "state")
    if state is ConsentState.GIVEN and not producer.is_adult:
        raise WrongState("consent_wants_adult")
    if way.channel is ConsentChannel.WEB:
        raise Invalid("consent_channel_missing", "channel")
    if state is ConsentState.GIVEN and not (way.witness or "").strip():
        raise Invalid("witness_missing", "witness")
    if state is ConsentState.GIVEN and purpose is Purpose.DISABILITY and producer.own_words is None:
        raise Invalid("own_words_missing", "purpose")
    refuse_nik({"witness": way.witness, "guardian": way.guardian})
    assisted = replace(way, assisted_by_id=actor.user_id)
    _check_item(producer, purpose, item)
    behalf = replace(actor, on_behalf_of=producer.public_id)
    return answer_consent(
        subject=producer.public_id, purpose=purpose, state=state, way=assisted, actor=behalf, item=item
    )


def _check_item(producer: Producer, purpose: Purpose, item: str) -> None:
    """A programme line is answered one by one; nothing else has items."""
    if (purpose is Purpose.PROGRAMME_LINE) != bool(item) or (item and not _is_link(producer, item)):
        raise Invalid("consent_line_missing", "item")


def _is_link(producer: Producer, public_id: str) -> bool:
    wanted = (RecordLink.producer_id == producer.id, RecordLink.public_id == public_id)
    return db.session.scalar(select(RecordLink.id).where(*wanted)) is not None
