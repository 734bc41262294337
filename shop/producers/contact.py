"""Whom a buyer's WhatsApp reaches: the maker by live consent, else the companion, else an office."""

from dataclasses import dataclass

from shop.consent.queries import is_allowed
from shop.consent.types import Purpose
from shop.producers.helping import companion_of
from shop.producers.models import Producer
from shop.producers.offices import office_phone
from shop.producers.types import ContactVia


@dataclass(frozen=True)
class Reached:
    """Who answers, and the number (E.164) that may be opened for people who asked; None when there is none."""

    via: ContactVia
    number: str | None


def contact_of(producer: Producer) -> Reached:
    """Whom a buyer who asked reaches now, whatever the maker once chose."""
    own = producer.contact_via is ContactVia.SELF and producer.phone is not None
    if own and is_allowed(producer.public_id, Purpose.CONTACT):
        return Reached(ContactVia.SELF, producer.phone)
    companion = None if producer.contact_via is ContactVia.OFFICE else companion_of(producer)
    if companion is not None and companion.user.phone:
        return Reached(ContactVia.COMPANION, companion.user.phone)
    return Reached(ContactVia.OFFICE, office_phone(producer))
