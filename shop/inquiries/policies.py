"""Who may see and move what of an inquiry; pure."""

from collections.abc import Collection

from shop.accounts.types import Actor
from shop.inquiries.models import Inquiry, InquiryPart
from shop.producers.types import Right


def may_follow(actor: Actor, inquiry: Inquiry, organisations: Collection[int] = ()) -> bool:
    """Act as the buyer: the secret link, the buyer's own account, or a colleague of its organisation."""
    if actor.link_to is not None and actor.link_to == inquiry.public_id:
        return True
    if actor.user_id is None:
        return False
    return actor.user_id == inquiry.buyer_id or inquiry.organisation_id in organisations


def may_answer(actor: Actor, part: InquiryPart) -> bool:
    """Read and write the maker's side of a thread: a member or companion with the right to answer."""
    return actor.may_for(part.producer.public_id, Right.ANSWER)


def may_quote(actor: Actor, part: InquiryPart) -> bool:
    """Make a quote or decline: a member or companion with the right to quote."""
    return actor.may_for(part.producer.public_id, Right.QUOTE)
