"""Limits against spam, in the database so that every process counts the same: generous, by contact and address."""

from datetime import timedelta

from shop.accounts.tries import take_try
from shop.inquiries.types import Contact
from shop.lib.errors import Invalid

MOST_BY_CONTACT = 30
MOST_BY_ADDRESS = 600  # whole districts share one address of a mobile network
WAIT = timedelta(minutes=30)


def count_inquiry(contact: Contact, address: str | None) -> None:
    """Count one more inquiry; raises Invalid too_many_inquiries. Without an address nothing is counted."""
    if address is None:
        return
    by_contact = take_try("inquiry_contact", contact.phone or contact.email or "", limit=MOST_BY_CONTACT, wait=WAIT)
    if not by_contact or not take_try("inquiry_address", address, limit=MOST_BY_ADDRESS, wait=WAIT):
        raise Invalid("too_many_inquiries", minutes=WAIT // timedelta(minutes=1))
