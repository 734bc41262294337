"""Limits against spam, in the database so that every process counts the same: generous, by contact and address."""

from datetime import timedelta

from shop.accounts.commands import take_try
from shop.inquiries.types import Contact
from shop.lib.errors import Invalid

MOST_BY_CONTACT = 30
MOST_BY_ADDRESS = 600  # whole districts share one address of a mobile network
WAIT = timedelta(minutes=30)
KIB = 1024
MOST_UPLOADED_BY_NETWORK = 300 * KIB  # in KiB: a dozen forms with as much as one takes, two hundred photos of phones
MOST_UPLOADED_ABOUT_ONE = 100 * KIB
UPLOADS_WAIT = timedelta(hours=1)


def count_inquiry(contact: Contact, address: str | None) -> None:
    """Count one more inquiry; raises Invalid too_many_inquiries. Without an address nothing is counted."""
    if address is None:
        return
    by_contact = take_try("inquiry_contact", contact.phone or contact.email or "", limit=MOST_BY_CONTACT, wait=WAIT)
    if not by_contact or not take_try("inquiry_address", address, limit=MOST_BY_ADDRESS, wait=WAIT):
        raise Invalid("too_many_inquiries", minutes=WAIT // timedelta(minutes=1))


def count_upload(size: int, *, network: str | None, about: str | None) -> None:
    """Count bytes that are about to be kept, by network and by what they belong to; raises Invalid too_many_uploads.

    Without a network (a site of this machine alone) or a thing that they are about, that one is not counted.
    """
    weight = -(-size // KIB)
    limits = (("upload_network", network, MOST_UPLOADED_BY_NETWORK), ("upload_about", about, MOST_UPLOADED_ABOUT_ONE))
    taken = [
        take_try(scope, key, limit=most, wait=UPLOADS_WAIT, weight=weight)
        for scope, key, most in limits
        if key is not None
    ]
    if not all(taken):
        raise Invalid("too_many_uploads", "files", minutes=UPLOADS_WAIT // timedelta(minutes=1))
