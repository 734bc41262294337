"""Complaints are answered: a reply, a result with its reasons, or word for another office that it is theirs."""

from shop.accounts.models import Office
from shop.accounts.types import Actor
from shop.audit.commands import record
from shop.impact.messages import ComplaintPassedOn, ComplaintReplied
from shop.impact.models import Complaint, ComplaintReply
from shop.impact.policies import may_answer_complaint, may_pass_on_complaint
from shop.impact.rules import LONGEST
from shop.impact.types import CaseState
from shop.lib.clock import now
from shop.lib.errors import Invalid, WrongState, require
from shop.lib.nik import refuse_nik
from shop.platform import outbox
from shop.platform.db import db
from shop.platform.holding import hold


def reply_to_complaint(*, complaint: Complaint, words: str, actor: Actor) -> ComplaintReply:
    """Write to who complains; the same words twice in a row are one reply."""
    _begin(complaint, words, actor)
    last = complaint.replies[-1] if complaint.replies else None
    if last is not None and last.body == words:
        return last
    complaint.state = CaseState.IN_HAND
    return _say(complaint, words, actor, "complaint.replied")


def close_complaint(*, complaint: Complaint, words: str, actor: Actor) -> ComplaintReply:
    """End a complaint with its result in words; raises WrongState where another did so first."""
    _begin(complaint, words, actor)
    complaint.state = CaseState.CLOSED
    complaint.closed_at = now()
    return _say(complaint, words, actor, "complaint.closed", final=True)


def pass_on_complaint(*, complaint: Complaint, office: Office | None, actor: Actor) -> None:
    """Give a complaint to the office that it belongs to; None for those who run the site. Its days stay."""
    require(may_answer_complaint(actor, complaint))
    _lock(complaint)
    if complaint.office_id == (office.id if office else None):
        return
    require(may_pass_on_complaint(actor, complaint, office))
    region = _region(complaint)
    complaint.office = office
    db.session.flush()
    record(actor=actor, action="complaint.passed_on", target=complaint, region_code=region)
    outbox.leave(ComplaintPassedOn(complaint.id, now().isoformat()))


def _region(complaint: Complaint) -> str | None:
    return complaint.office.region_code if complaint.office else None


def _begin(complaint: Complaint, words: str, actor: Actor) -> None:
    require(may_answer_complaint(actor, complaint))
    if not words:
        raise Invalid("complaint_reply_missing", "words")
    if len(words) > LONGEST:
        raise Invalid("too_long", "words", most=LONGEST)
    refuse_nik({"words": words})
    _lock(complaint)


def _lock(complaint: Complaint) -> None:
    """See the row as it is now and keep others from it; a closed one stays closed."""
    hold(complaint)
    if complaint.state is CaseState.CLOSED:
        raise WrongState("complaint_closed")


def _say(complaint: Complaint, words: str, actor: Actor, action: str, *, final: bool = False) -> ComplaintReply:
    reply = ComplaintReply(body=words, user_id=actor.user_id, final=final)
    complaint.replies.append(reply)
    complaint.replied_at = complaint.replied_at or now()
    db.session.flush()
    record(actor=actor, action=action, target=complaint, region_code=_region(complaint))
    outbox.leave(ComplaintReplied(reply.id))
    return reply
