"""A maker's answers about what may be seen of it, as the office writes them down for it."""

from dataclasses import replace

from sqlalchemy import select

from shop.accounts.types import Actor
from shop.consent.commands import Way, answer_consent
from shop.consent.models import Consent
from shop.consent.texts import consent_text
from shop.consent.types import ConsentChannel, ConsentState, Purpose
from shop.lib.errors import Invalid, WrongState, require
from shop.lib.nik import refuse_nik
from shop.platform.db import db
from shop.producers.commands.own_words import check_words_read
from shop.producers.commands.telling import tell_members
from shop.producers.models import Producer, RecordLink
from shop.producers.policies import may_note_consent, may_read_own_words

ANSWERS = frozenset({ConsentState.GIVEN, ConsentState.REFUSED, ConsentState.WITHDRAWN})


def note_consent(  # noqa: PLR0913 - each is a fact of the answer
    *,
    producer: Producer,
    purpose: Purpose,
    state: ConsentState,
    way: Way,
    item: str = "",
    own_words: str = "",
    actor: Actor,
) -> Consent:
    """Write down what a maker answered on paper, by voice, by sign or before a witness, who is named.

    What was read out is named: the version of the text, and the mark of the own words that stood on the page.
    """
    require((may_read_own_words if purpose is Purpose.DISABILITY else may_note_consent)(actor, producer))
    if state not in ANSWERS:
        raise Invalid("choose_one", "state")
    if way.channel is ConsentChannel.WEB:
        raise Invalid("consent_channel_missing", "channel")
    if way.text_version != consent_text(str(purpose), way.language).version:
        raise Invalid("consent_text_changed", "texts")
    refuse_nik({"witness": way.witness, "guardian": way.guardian})
    _check_item(producer, purpose, item)
    if state is ConsentState.GIVEN:
        _check_given(producer, purpose, way, own_words)
        tell_members("consent_on_behalf", producer, actor)
    assisted = replace(way, assisted_by_id=actor.user_id)
    behalf = replace(actor, on_behalf_of=producer.public_id)
    return answer_consent(
        subject=producer.public_id, purpose=purpose, state=state, way=assisted, actor=behalf, item=item
    )


def _check_given(producer: Producer, purpose: Purpose, way: Way, own_words: str) -> None:
    """Somebody of age allowed it, before a witness; to name a disability, in the very words that were read out."""
    if not producer.is_adult:
        raise WrongState("consent_wants_adult")
    if not (way.witness or "").strip():
        raise Invalid("witness_missing", "witness")
    if purpose is Purpose.DISABILITY:
        check_words_read(producer, own_words)


def _check_item(producer: Producer, purpose: Purpose, item: str) -> None:
    """A programme line is answered one by one; nothing else has items."""
    if (purpose is Purpose.PROGRAMME_LINE) != bool(item) or (item and not _is_link(producer, item)):
        raise Invalid("consent_line_missing", "item")


def _is_link(producer: Producer, public_id: str) -> bool:
    wanted = (RecordLink.producer_id == producer.id, RecordLink.public_id == public_id)
    return db.session.scalar(select(RecordLink.id).where(*wanted)) is not None
