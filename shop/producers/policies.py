"""Who may register and change makers, link them to records, speak for them and write down their consent; pure."""

from shop.accounts.types import Actor, Role
from shop.producers.models import Producer
from shop.producers.types import Right
from shop.programmes.models import Beneficiary
from shop.programmes.policies import KEEPERS, may_keep_record

REGISTRARS = (Role.CURATOR, Role.OFFICER, Role.PROVINCIAL)
_LINKERS = (Role.OFFICER, Role.PROVINCIAL)


def may_open_producers(actor: Actor) -> bool:
    """Open the office's pages of makers at all."""
    return actor.has_role(*REGISTRARS)


def may_register_in(actor: Actor, region_code: str | None) -> bool:
    """Register makers of a region."""
    return actor.is_system or actor.reaches(region_code, *REGISTRARS)


def may_keep_producer(actor: Actor, producer: Producer) -> bool:
    """Change a maker's facts, invite its people, assign its companion."""
    return may_register_in(actor, producer.regency_code)


def may_link_record(actor: Actor, producer: Producer, beneficiary: Beneficiary) -> bool:
    """Link a maker to a record: who keeps both."""
    return actor.reaches(producer.regency_code, *_LINKERS) and may_keep_record(actor, beneficiary)


def may_keep_links(actor: Actor, producer: Producer) -> bool:
    """Verify and end the links of a maker."""
    return actor.reaches(producer.regency_code, *_LINKERS)


def may_note_consent(actor: Actor, producer: Producer) -> bool:
    """Write down an answer that a maker gave on paper or before a witness."""
    return may_keep_producer(actor, producer)


def may_read_own_words(actor: Actor, producer: Producer) -> bool:
    """Read what a person says of a disability, and write down the answer to it: who reads the specific data there."""
    return actor.reaches(producer.regency_code, *KEEPERS)


def may_show(actor: Actor, producer: Producer) -> bool:
    """Bring words or a face before readers under a consent that stands: a companion only who may also consent."""
    return not actor.on_behalf_of or actor.may_for(producer.public_id, Right.CONSENT)
