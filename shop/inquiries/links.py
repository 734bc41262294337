"""The secret link of an inquiry: its public id and a signature that raising ``link_version`` ends."""

from shop.inquiries.models import Inquiry
from shop.lib.ids import PUBLIC_ID_LENGTH
from shop.platform import signing

PURPOSE = "inquiry"


def link_token(inquiry: Inquiry) -> str:
    """The token of the present secret link; anybody who has it acts as the buyer."""
    return inquiry.public_id + signing.sign(PURPOSE, inquiry.public_id, str(inquiry.link_version))


def split_token(token: str) -> tuple[str, str]:
    """The public id that a token names and its signature, still unchecked."""
    return token[:PUBLIC_ID_LENGTH], token[PUBLIC_ID_LENGTH:]


def token_fits(inquiry: Inquiry, signature: str) -> bool:
    """Whether the signature is that of the present link."""
    return signing.is_signed(signature, PURPOSE, inquiry.public_id, str(inquiry.link_version))
