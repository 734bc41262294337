"""Complaints with what was answered, and word that was left for offices."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from shop.accounts.models import Notice
from shop.accounts.types import Role
from shop.demo.content import content
from shop.demo.parts import Part
from shop.demo.plans import End
from shop.demo.world import World
from shop.impact.models import Complaint, ComplaintReply
from shop.impact.rules import complaint_due, reply_due
from shop.impact.types import CaseState, ComplaintAbout
from shop.text.formats import date_long
from shop.text.notices import word_notice

_CALLS = 6


def add_complaints(world: World) -> None:
    """Those that wait and those that are over, each with its replies; their offices were told."""
    for facts in content("inquiries")["complaints"]:
        opened, about = world.ago(facts["days_ago"]), ComplaintAbout(facts["about"])
        good = world.goods[facts["product"]] if facts["product"] else None
        office = good.maker.facts["office"] if good else facts["office"]
        said = [opened + timedelta(hours=reply["after_hours"]) for reply in facts["replies"]]
        known = {"number": world.dice.reference(), "public_id": world.dice.public_id()}
        dues = {"reply_due_at": reply_due(about, opened), "due_at": complaint_due(about, opened)}
        complaint = world.rows.add(
            Complaint,
            **known,
            **dues,
            key=world.dice.public_id(),
            about=about,
            body=facts["text"],
            name=facts["sender"]["name"],
            phone=facts["sender"].get("phone"),
            email=facts["sender"].get("email"),
            language="id",
            product_id=good.id if good else None,
            office_id=world.offices[office] if office else None,
            state=CaseState(facts["state"]),
            opened_at=opened,
            replied_at=said[0] if said else None,
            closed_at=said[-1] if facts["state"] == CaseState.CLOSED else None,
        )
        _add_replies(world, complaint, office, facts["replies"], said)
        if office:
            told = {"number": known["number"], "complaint": known["public_id"], **_days(dues)}
            _tell(world, office, "complaint.opened", told, opened, said[0] if said else None)


def _days(dues: dict[str, datetime]) -> dict[str, str]:
    return {"reply": date_long(dues["reply_due_at"]), "due": date_long(dues["due_at"])}


def _add_replies(world: World, complaint: int, office: str | None, replies: Any, said: list[datetime]) -> None:
    writer = world.staff[office, Role.CURATOR] if office else None
    for reply, at in zip(replies, said, strict=True):
        words = {"body": reply["text"], "final": reply["final"]}
        world.rows.add(ComplaintReply, complaint_id=complaint, user_id=writer, at=at, **words)


def tell_offices(world: World, parts: Sequence[Part]) -> None:
    """Makers whom their office was asked to call when something came; those of inquiries that wait are unread."""
    asked = sorted((one for one in parts if one.end is not End.SPAM), key=lambda one: one.sent_at)
    waiting = [one for one in asked if one.end is End.WAITING]
    for part in [*asked[-_CALLS:], *(one for one in waiting if one not in asked[-_CALLS:])]:
        maker = part.share.good.maker
        read = None if part in waiting else part.sent_at + timedelta(hours=2)
        told = {**_call(part), "producer": maker.public_id}
        _tell(world, maker.facts["office"], "maker.please_call", told, part.sent_at, read)


def told_of(part: Part) -> dict[str, Any]:
    """What a notice about a part of an inquiry is worded with."""
    facts, buyer = part.share.good.facts, part.buyer.facts
    return {
        "part": part.public_id,
        "number": part.number,
        "buyer": buyer["organisation"] or buyer["name"],
        "maker": part.share.good.maker.facts["name"],
        "things": f"{part.share.quantity} {facts['unit']} {facts['name']}",
    }


def _call(part: Part) -> dict[str, Any]:
    told = told_of(part)
    return {**told, "news": word_notice("inquiry.new", told).subject}


def _tell(world: World, office: str, kind: str, params: dict[str, Any], at: datetime, read: datetime | None) -> None:
    world.rows.add(
        Notice,
        public_id=world.dice.public_id(),
        office_id=world.offices[office],
        language="id",
        kind=kind,
        params=params,
        key=None,
        by_email=False,
        created_at=at,
        read_at=read,
    )
