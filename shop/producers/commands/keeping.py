"""What a maker changes of its own stall: profile, story, consents; a companion within its scopes."""

from dataclasses import dataclass

from sqlalchemy import func, select

from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.consent.commands import Way, answer_consent
from shop.consent.models import Consent
from shop.consent.texts import consent_text
from shop.consent.types import ConsentState, Purpose
from shop.lib.clock import today_wib
from shop.lib.errors import Invalid, NotFound, WrongState, require
from shop.lib.nik import refuse_nik
from shop.lib.phone import refuse_phone
from shop.platform import outbox
from shop.platform.db import db
from shop.platform.holding import hold
from shop.producers.commands.own_words import check_words_read
from shop.producers.commands.telling import tell_of_help, tell_of_new_contact
from shop.producers.limits import LONGEST, check_number, check_people, check_texts
from shop.producers.messages import ProducerChanged
from shop.producers.models import Producer, RecordLink, Story
from shop.producers.policies import may_show
from shop.producers.types import ContactVia, Right, StoryState
from shop.regions.models import Region

LONGEST_QUOTE = 240
LONGEST_STORY = 4000
FIRST_YEAR = 1950


@dataclass(frozen=True, kw_only=True)
class Profile:
    """Everything of a stall that its maker may write."""

    stall_name: str
    about: str = ""
    skills: str = ""
    workers: int = 1
    helpers: int = 0
    started_year: int | None = None
    district_code: str | None = None
    phone: str | None = None
    contact_via: ContactVia = ContactVia.SELF
    deposit_percent: int | None = None


@dataclass(frozen=True, kw_only=True)
class StoryWords:
    """A story as it is written down: one sentence that stands out, the whole, who tells it."""

    quote: str
    body: str
    told_by: str = ""
    language: str = "id"


def edit_profile(*, producer: Producer, profile: Profile, actor: Actor) -> None:
    """Change what people read of a stall; its address stays. Raises Invalid with the field."""
    require(actor.may_for(producer.public_id, Right.PROFILE))
    check_texts({name: getattr(profile, name) for name in LONGEST})
    check_people(profile.workers, profile.helpers)
    check_number("started_year", profile.started_year, FIRST_YEAR, today_wib().year)
    check_number("deposit_percent", profile.deposit_percent, 0, 100)
    if profile.district_code is not None:
        district = db.session.get(Region, profile.district_code)
        if district is None or district.parent_code != producer.regency_code:
            raise Invalid("choose_one", "district_code")
    if profile.contact_via is ContactVia.SELF and profile.phone is None:
        raise Invalid("contact_phone_missing", "phone")
    changed = [name for name in profile.__dataclass_fields__ if getattr(producer, name) != getattr(profile, name)]
    for name in changed:
        setattr(producer, name, getattr(profile, name))
    db.session.flush()
    record(actor=actor, action="producer.edited", target=producer, region_code=producer.regency_code, changed=changed)
    outbox.leave(ProducerChanged(producer.id))
    if actor.on_behalf_of and {"phone", "contact_via"} & set(changed):
        tell_of_new_contact(producer, actor)


def save_story(*, producer: Producer, words: StoryWords, actor: Actor) -> Story:
    """Write the draft of a story; a published version stays as it is and gets a successor."""
    require(actor.may_for(producer.public_id, Right.PROFILE))
    for name, text, most in (("quote", words.quote, LONGEST_QUOTE), ("body", words.body, LONGEST_STORY)):
        if not text:
            raise Invalid("story_missing", name)
        if len(text) > most:
            raise Invalid("too_long", name, most=most)
    refuse_nik({"quote": words.quote, "body": words.body})
    refuse_phone({"quote": words.quote, "body": words.body, "told_by": words.told_by})
    hold(producer)
    story = _draft(producer) or _next_version(producer)
    for name in words.__dataclass_fields__:
        setattr(story, name, getattr(words, name))
    story.written_on = today_wib()
    db.session.flush()
    record(actor=actor, action="story.saved", target=story, region_code=producer.regency_code)
    return story


def _draft(producer: Producer) -> Story | None:
    wanted = (Story.producer_id == producer.id, Story.state == StoryState.DRAFT)
    return db.session.scalars(select(Story).where(*wanted).order_by(Story.version.desc()).limit(1)).first()


def _next_version(producer: Producer) -> Story:
    last = db.session.scalar(select(func.max(Story.version)).where(Story.producer_id == producer.id)) or 0
    story = Story(producer=producer, version=last + 1, quote="", body="", written_on=today_wib())
    db.session.add(story)
    return story


def publish_story(*, producer: Producer, actor: Actor) -> Story:
    """Bring the draft before readers (who see it only with the consent ``story``); the version before retires."""
    require(actor.may_for(producer.public_id, Right.PROFILE) and may_show(actor, producer))
    story = _draft(producer)
    if story is None:
        raise WrongState("story_no_draft")
    _retire(producer)
    story.state = StoryState.PUBLISHED
    db.session.flush()
    record(actor=actor, action="story.published", target=story, region_code=producer.regency_code)
    outbox.leave(ProducerChanged(producer.id))
    if actor.on_behalf_of:
        tell_of_help("story_on_behalf", producer, actor)
    return story


def retire_story(*, producer: Producer, actor: Actor) -> None:
    """Take the published story down."""
    require(actor.may_for(producer.public_id, Right.PROFILE))
    for story in _retire(producer):
        record(actor=actor, action="story.retired", target=story, region_code=producer.regency_code)
    outbox.leave(ProducerChanged(producer.id))


def _retire(producer: Producer) -> list[Story]:
    wanted = (Story.producer_id == producer.id, Story.state == StoryState.PUBLISHED)
    shown = list(db.session.scalars(select(Story).where(*wanted).order_by(Story.id)))
    for story in shown:
        story.state = StoryState.RETIRED
    db.session.flush()
    return shown


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a maker says to one purpose: the words that were read, in which language, and the mark of the own words."""

    purpose: Purpose
    item: str = ""
    text_version: str = ""
    language: str = "id"
    own_words: str = ""


def give_consent(*, producer: Producer, answer: Answer, actor: Actor) -> Consent:
    """Allow one purpose; only somebody known to be 18 or over can, and to name a disability only that person."""
    require(actor.may_for(producer.public_id, Right.CONSENT))
    if not producer.is_adult:
        raise WrongState("consent_wants_adult")
    if answer.purpose is Purpose.DISABILITY:
        require(not actor.on_behalf_of)
        check_words_read(producer, answer.own_words)
    if answer.text_version != consent_text(str(answer.purpose), answer.language).version:
        raise Invalid("consent_text_changed", "text_version")
    _refuse_foreign(producer, answer)
    given = _answer(producer, answer, ConsentState.GIVEN, actor)
    if actor.on_behalf_of:
        tell_of_help("consent_on_behalf", producer, actor)
    return given


def withdraw_consent(*, producer: Producer, answer: Answer, actor: Actor) -> Consent:
    """Take one purpose back; of the profile everything hides at once."""
    require(actor.may_for(producer.public_id, Right.CONSENT))
    _refuse_foreign(producer, answer)
    return _answer(producer, answer, ConsentState.WITHDRAWN, actor)


def _answer(producer: Producer, answer: Answer, state: ConsentState, actor: Actor) -> Consent:
    way = Way(
        text_version=answer.text_version or consent_text(str(answer.purpose), answer.language).version,
        language=answer.language,
        assisted_by_id=actor.user_id if actor.on_behalf_of else None,
    )
    return answer_consent(
        subject=producer.public_id, purpose=answer.purpose, item=answer.item, state=state, way=way, actor=actor
    )


def _refuse_foreign(producer: Producer, answer: Answer) -> None:
    """An item names a record of this maker; only programme lines have items."""
    if (answer.purpose is Purpose.PROGRAMME_LINE) != bool(answer.item):
        raise NotFound("not_found")
    wanted = (RecordLink.public_id == answer.item, RecordLink.producer_id == producer.id)
    if answer.item and db.session.scalar(select(RecordLink.id).where(*wanted)) is None:
        raise NotFound("not_found")
