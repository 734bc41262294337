"""Reads of inquiries, by who reads."""

from shop.inquiries.queries.asking import askable_product, draft_by_token, public_products, was_public
from shop.inquiries.queries.buyers import (
    attachment_of_inquiry,
    buyer_inquiries,
    inquiry_by_key,
    inquiry_by_public_id,
    inquiry_by_token,
    inquiry_for_buyer,
    is_open,
    keeps_inquiries,
    newest_quote,
    part_of_inquiry,
    quote_of_inquiry,
    token_of,
)
from shop.inquiries.queries.replies import Answers, answers_of
from shop.inquiries.queries.stalls import (
    attachment_for_stall,
    part_for_stall,
    stall_counts,
    stall_of_part,
)
from shop.inquiries.queries.views import PartView, inquiry_by_id, message_by_id, newest_quotes, part_by_id, quote_by_id

__all__ = [
    "Answers",
    "PartView",
    "answers_of",
    "askable_product",
    "attachment_for_stall",
    "attachment_of_inquiry",
    "buyer_inquiries",
    "draft_by_token",
    "inquiry_by_id",
    "inquiry_by_key",
    "inquiry_by_public_id",
    "inquiry_by_token",
    "inquiry_for_buyer",
    "is_open",
    "keeps_inquiries",
    "message_by_id",
    "newest_quote",
    "newest_quotes",
    "part_by_id",
    "part_for_stall",
    "part_of_inquiry",
    "public_products",
    "quote_by_id",
    "quote_of_inquiry",
    "stall_counts",
    "stall_of_part",
    "token_of",
    "was_public",
]
