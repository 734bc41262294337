"""Addresses of pages for those who know no request: the worker's mails, WhatsApp texts, papers."""

from shop.inquiries.links import link_token
from shop.inquiries.models import Inquiry, InquiryPart
from shop.text.language import SOURCE_LANGUAGE, current_language

_base: dict[str, str] = {}


def configure(base_url: str) -> None:
    """Use this public address of the site, without a final slash."""
    _base["url"] = base_url


def absolute(path: str) -> str:
    """A page's full address in the current language; ``path`` is the Indonesian one."""
    language = current_language()
    prefix = "" if language == SOURCE_LANGUAGE else f"/{language}"
    return f"{_base.get('url', '')}{prefix}{path}"


def inquiry_link(inquiry: Inquiry) -> str:
    """The secret link of a buyer's inquiry."""
    return absolute(f"/permintaan/{link_token(inquiry)}")


def part_link(part: InquiryPart) -> str:
    """The maker's own page of its part, for those who may sign in to it."""
    return absolute(f"/lapak/permintaan/{part.public_id}")
