"""Ready texts for WhatsApp; recorded first on this site, so they carry number and link."""

from shop.inquiries.models import Inquiry, InquiryPart
from shop.text.language import gettext, using
from shop.text.links import inquiry_link
from shop.text.units import amount


def to_maker(part: InquiryPart, shop_name: str) -> str:
    """What a buyer sends to a maker, in Indonesian: who, what, how many, and the number. Never the secret link."""
    inquiry = part.inquiry
    with using("id"):
        things = ", ".join(f"{amount(share.quantity, share.line.unit_code)} {share.line.name}" for share in part.shares)
        sender = inquiry.name
        if inquiry.organisation:
            sender = gettext("%(name)s dari %(organisation)s", name=inquiry.name, organisation=inquiry.organisation)
        return gettext(
            "Halo, saya %(sender)s. Saya sudah mengirim permintaan di %(shop)s: %(things)s. No. permintaan %(number)s.",
            sender=sender,
            shop=shop_name,
            things=things,
            number=inquiry.number,
        )


def to_oneself(inquiry: Inquiry, shop_name: str) -> str:
    """What a buyer keeps: number and secret link, in the buyer's language."""
    return gettext(
        "Permintaan saya %(number)s di %(shop)s. Tautan rahasia untuk memantau jawaban: %(link)s",
        number=inquiry.number,
        shop=shop_name,
        link=inquiry_link(inquiry),
    )
