"""Whom a buyer's WhatsApp reaches: the maker by live consent, else the companion, else an office."""

from shop.consent.queries import is_allowed
from shop.consent.types import Purpose
from shop.producers.helping import companion_of
from shop.producers.models import Producer
from shop.producers.offices import office_phone
from shop.producers.types import ContactVia


def contact_number(producer: Producer) -> str | None:
    """The number (E.164) that may be opened for people who asked; None when there is none."""
    own = producer.contact_via is ContactVia.SELF and producer.phone is not None
    if own and is_allowed(producer.public_id, Purpose.CONTACT):
        return producer.phone
    companion = None if producer.contact_via is ContactVia.OFFICE else companion_of(producer)
    return (companion.user.phone if companion else None) or office_phone(producer)
