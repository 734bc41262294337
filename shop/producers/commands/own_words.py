"""What a person wishes to say of a disability: own words, shown only with the consent given to these very words."""

from hashlib import sha256

from sqlalchemy import delete

from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.audit.types import Who
from shop.consent.commands import end_consent
from shop.consent.queries import is_allowed
from shop.consent.types import Purpose
from shop.lib.errors import Invalid, NotFound, WrongState, require
from shop.lib.nik import refuse_nik
from shop.lib.phone import refuse_phone
from shop.platform.db import db
from shop.platform.holding import hold
from shop.producers.models import OwnWords, Producer
from shop.producers.policies import may_read_own_words
from shop.producers.stall import own_words_of
from shop.producers.types import ProducerForm, Right

LONGEST_OWN_WORDS = 240


def write_own_words(*, producer: Producer, words: str, actor: Actor) -> None:
    """Keep the words of a person, hidden until consent is given to them; '' takes them away. Nobody speaks for it."""
    require(actor.may_for(producer.public_id, Right.CONSENT) and not actor.on_behalf_of)
    hold(producer)  # words and the consent to them change one after the other
    if words:
        _check(producer, words)
    _replace(producer, words or None, actor)


def take_own_words(*, producer: Producer, actor: Who) -> None:
    """Delete the words of a stall that is no longer one person's."""
    hold(producer)
    _replace(producer, None, actor)


def read_own_words(*, producer: Producer, actor: Actor) -> str | None:
    """The words for those who read specific data; the read is logged in the same transaction, as of records."""
    require(may_read_own_words(actor, producer))
    record(actor=actor, action="record.specific_read", target=producer, region_code=producer.regency_code)
    return own_words_of(producer)


def words_mark(words: str | None) -> str:
    """By which a page says later which words stood on it."""
    return sha256(words.encode()).hexdigest() if words else ""


def check_words_read(producer: Producer, mark: str) -> None:
    """Refuse a consent to words that are not there, or that are others than those that were read."""
    hold(producer)
    words = own_words_of(producer)
    if words is None:
        raise Invalid("own_words_missing", "words")
    if mark != words_mark(words):
        raise Invalid("own_words_changed", "words")


def _check(producer: Producer, words: str) -> None:
    if producer.form is not ProducerForm.PERSON:
        raise NotFound("not_found")
    if not producer.is_adult:
        raise WrongState("consent_wants_adult")
    if len(words) > LONGEST_OWN_WORDS:
        raise Invalid("too_long", "words", most=LONGEST_OWN_WORDS)
    refuse_nik({"words": words})
    refuse_phone({"words": words})


def _replace(producer: Producer, words: str | None, actor: Who) -> None:
    """A consent was to the words before, so that it ends where they change."""
    if words == own_words_of(producer):
        return
    db.session.execute(delete(OwnWords).where(OwnWords.producer_id == producer.id))
    if words is not None:
        db.session.add(OwnWords(producer_id=producer.id, words=words))
    db.session.flush()
    record(actor=actor, action="producer.own_words_written", target=producer, region_code=producer.regency_code)
    if is_allowed(producer.public_id, Purpose.DISABILITY):
        end_consent(subject=producer.public_id, purpose=Purpose.DISABILITY, actor=actor)
