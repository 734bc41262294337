"""What a person wishes to say of a disability: own words, shown only with the consent given to these very words."""

from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.audit.types import Who
from shop.consent.commands import end_consent
from shop.consent.queries import is_allowed
from shop.consent.types import Purpose
from shop.lib.errors import Invalid, NotFound, WrongState, require
from shop.lib.nik import refuse_nik
from shop.platform.db import db
from shop.producers.models import Producer
from shop.producers.types import ProducerForm, Right

LONGEST_OWN_WORDS = 240


def write_own_words(*, producer: Producer, words: str, actor: Actor) -> None:
    """Keep the words of a person, hidden until consent is given to them; '' takes them away."""
    require(actor.may_for(producer.public_id, Right.CONSENT))
    if words:
        _check(producer, words)
    _replace(producer, words or None, actor)


def take_own_words(*, producer: Producer, actor: Who) -> None:
    """Delete the words of a stall that is no longer one person's."""
    _replace(producer, None, actor)


def check_words_read(producer: Producer, words: str) -> None:
    """Refuse a consent to words that are not there, or that are others than those that were read."""
    if producer.own_words is None:
        raise Invalid("own_words_missing", "words")
    if words != producer.own_words:
        raise Invalid("own_words_changed", "words")


def _check(producer: Producer, words: str) -> None:
    if producer.form is not ProducerForm.PERSON:
        raise NotFound("not_found")
    if not producer.is_adult:
        raise WrongState("consent_wants_adult")
    if len(words) > LONGEST_OWN_WORDS:
        raise Invalid("too_long", "words", most=LONGEST_OWN_WORDS)
    refuse_nik({"words": words})


def _replace(producer: Producer, words: str | None, actor: Who) -> None:
    """A consent was to the words before, so that it ends where they change."""
    if words == producer.own_words:
        return
    producer.own_words = words
    db.session.flush()
    record(actor=actor, action="producer.own_words_written", target=producer, region_code=producer.regency_code)
    if is_allowed(producer.public_id, Purpose.DISABILITY):
        end_consent(subject=producer.public_id, purpose=Purpose.DISABILITY, actor=actor)
