"""Ready texts for WhatsApp: what they speak of is recorded on this site first, so they carry its number."""

from shop.inquiries.models import Inquiry, InquiryPart
from shop.text.language import gettext, using
from shop.text.links import inquiry_link, part_link
from shop.text.units import amount


def to_maker(part: InquiryPart, shop_name: str) -> str:
    """What a buyer sends to a maker, in Indonesian: who, what, how many, number and the maker's own page of it.

    Never the secret link of the buyer.
    """
    inquiry = part.inquiry
    with using("id"):
        things = ", ".join(f"{amount(share.quantity, share.line.unit_code)} {share.line.name}" for share in part.shares)
        sender = inquiry.name
        if inquiry.organisation:
            sender = gettext("%(name)s dari %(organisation)s", name=inquiry.name, organisation=inquiry.organisation)
        return gettext(
            "Halo, saya %(sender)s. Saya sudah mengirim permintaan di %(shop)s: %(things)s. "
            "No. permintaan %(number)s. Jawab di sini: %(link)s",
            sender=sender,
            shop=shop_name,
            things=things,
            number=inquiry.number,
            link=part_link(part),
        )


def to_buyer(part: InquiryPart) -> str:
    """What a maker sends to a buyer, in the buyer's language: from whom, and the number; makers know no secret link."""
    with using(part.inquiry.language):
        return gettext(
            "Halo %(name)s, saya dari %(stall)s. Ini tentang permintaan %(number)s.",
            name=part.inquiry.name,
            stall=part.producer.stall_name,
            number=part.inquiry.number,
        )


def to_oneself(inquiry: Inquiry, shop_name: str) -> str:
    """What a buyer keeps: number and secret link, in the buyer's language."""
    return gettext(
        "Permintaan saya %(number)s di %(shop)s. Tautan rahasia untuk memantau jawaban: %(link)s",
        number=inquiry.number,
        shop=shop_name,
        link=inquiry_link(inquiry),
    )
