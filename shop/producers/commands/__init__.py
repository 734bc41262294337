"""Writes of makers, one module a subject; callers need only this name."""

from shop.producers.commands.companions import add_companion
from shop.producers.commands.consenting import note_consent
from shop.producers.commands.handing import hand_over_members_link, mail_members_link, prove_members_phone
from shop.producers.commands.joining import accept_invitation, decline_invitation
from shop.producers.commands.linking import end_link, link_record, verify_link
from shop.producers.commands.people import MemberFacts, assign_companion, end_assignment, invite_member
from shop.producers.commands.registering import MakerFacts, create_producer, edit_producer
from shop.producers.commands.replying import keep_reply_stats

__all__ = [
    "MakerFacts",
    "MemberFacts",
    "accept_invitation",
    "add_companion",
    "assign_companion",
    "create_producer",
    "decline_invitation",
    "edit_producer",
    "end_assignment",
    "end_link",
    "hand_over_members_link",
    "invite_member",
    "keep_reply_stats",
    "link_record",
    "mail_members_link",
    "note_consent",
    "prove_members_phone",
    "verify_link",
]
