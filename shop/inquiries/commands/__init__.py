"""What can be done with inquiries: one verb each."""

from shop.inquiries.commands.clocks import escalate_parts, expire_parts, expire_quotes, nudge_parts
from shop.inquiries.commands.drafts import (
    Opened,
    add_to_draft,
    asked_lines,
    change_line,
    clear_draft,
    forget_old_drafts,
    line_of,
    open_draft,
    remove_line,
    send_draft,
)
from shop.inquiries.commands.erasing import erase_contacts
from shop.inquiries.commands.links import join_by_email, join_inquiry, join_known_buyer, new_link
from shop.inquiries.commands.parts import decline_part, mark_seen, withdraw_inquiry, withdraw_part
from shop.inquiries.commands.quoting import decline_quote, make_quote, total_of
from shop.inquiries.commands.sending import Origin, send_inquiry
from shop.inquiries.commands.threads import Word, ask_again, ask_buyer, buyer_reply, write_message
from shop.inquiries.commands.unsent import forget_unsent_files

__all__ = [
    "Opened",
    "Origin",
    "Word",
    "add_to_draft",
    "ask_again",
    "ask_buyer",
    "asked_lines",
    "buyer_reply",
    "change_line",
    "clear_draft",
    "decline_part",
    "decline_quote",
    "erase_contacts",
    "escalate_parts",
    "expire_parts",
    "expire_quotes",
    "forget_old_drafts",
    "forget_unsent_files",
    "join_by_email",
    "join_inquiry",
    "join_known_buyer",
    "line_of",
    "make_quote",
    "mark_seen",
    "new_link",
    "nudge_parts",
    "open_draft",
    "remove_line",
    "send_draft",
    "send_inquiry",
    "total_of",
    "withdraw_inquiry",
    "withdraw_part",
    "write_message",
]
