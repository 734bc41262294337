"""The request being put together: lines of many makers, kept for a while, sent once."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy import delete

from shop.accounts.types import Actor
from shop.inquiries.bodies import body_hash, stored_lines
from shop.inquiries.commands.sending import Origin, cleaned, send_inquiry
from shop.inquiries.models import Inquiry, RequestDraft, RequestDraftLine
from shop.inquiries.queries import inquiry_by_key
from shop.inquiries.rules import LONGEST_NOTE, MOST_LINES, AskedLine, Asking, check_quantity, check_sizes
from shop.lib.clock import now
from shop.lib.errors import Conflict, Invalid, NotFound
from shop.lib.ids import new_token, token_hash
from shop.lib.nik import refuse_nik
from shop.lib.retention import Kept, kept_for
from shop.platform.db import db
from shop.platform.holding import hold


@dataclass(frozen=True)
class Opened:
    """A draft and the token of its cookie, which is known only when it is made."""

    draft: RequestDraft
    token: str = field(repr=False)


def open_draft() -> Opened:
    """A new, empty draft."""
    token = new_token()
    draft = RequestDraft(token_hash=token_hash(token), expires_at=now() + kept_for(Kept.DRAFTS))
    db.session.add(draft)
    db.session.flush()
    return Opened(draft, token)


def add_to_draft(*, draft: RequestDraft, asked: AskedLine) -> RequestDraftLine:
    """Put a product into the request; one that is in it already takes the new quantity and wishes."""
    _check(asked)
    hold(draft)
    line = next((one for one in draft.lines if one.product_id == asked.product.id), None)
    if line is None:
        if len(draft.lines) >= MOST_LINES:
            raise Invalid("request_too_long", most=MOST_LINES)
        position = max((one.position for one in draft.lines), default=0) + 1
        line = RequestDraftLine(product=asked.product, position=position)
        draft.lines.append(line)
    _write(line, asked)
    return _kept(draft, line)


def change_line(*, draft: RequestDraft, line_id: str, quantity: int, note: str | None = None) -> RequestDraftLine:
    """Another quantity or note for a line; raises NotFound line_unknown."""
    line = line_of(draft, line_id)
    check_quantity(line.product, quantity)
    if note is not None and len(note) > LONGEST_NOTE:
        raise Invalid("too_long", "note", most=LONGEST_NOTE)
    refuse_nik({"note": note})
    if quantity != line.quantity:
        line.sizes = []
    line.quantity = quantity
    line.note = line.note if note is None else note.strip()
    return _kept(draft, line)


def remove_line(*, draft: RequestDraft, line_id: str) -> RequestDraftLine | None:
    """Take a line out; returns what it was, so that it can be put back. A line that is gone is no error."""
    line = next((one for one in draft.lines if one.public_id == line_id), None)
    if line is not None:
        draft.lines.remove(line)
        draft.expires_at = now() + kept_for(Kept.DRAFTS)
        db.session.flush()
    return line


def clear_draft(*, draft: RequestDraft) -> None:
    """Empty the request."""
    draft.lines.clear()
    db.session.flush()


def forget_old_drafts() -> None:
    """Drafts whose time is over go, with their lines."""
    db.session.execute(delete(RequestDraft).where(RequestDraft.expires_at < now()))


def send_draft(
    *,
    draft: RequestDraft,
    asking: Asking,
    key: str,
    actor: Actor,
    origin: Origin | None = None,
    quantities: Mapping[str, int] | None = None,
) -> Inquiry:
    """Send all lines of a draft and empty it; ``asking`` brings everything but the lines.

    ``quantities`` are those that the buyer saw when sending, by the public id of the product; they count.
    Sent again with the same key after it was emptied it answers with the first inquiry, if all else is the same.
    """
    seen = quantities or {}
    first = inquiry_by_key(key)
    if first is not None and not draft.lines:
        lines = [{**line, "quantity": seen.get(str(line["product"]), line["quantity"])} for line in stored_lines(first)]
        if first.body_hash != body_hash(cleaned(asking), lines):
            raise Conflict("key_reused", "key", number=first.number)
        return first
    for line in draft.lines:
        change_line(draft=draft, line_id=line.public_id, quantity=seen.get(line.product.public_id, line.quantity))
    inquiry = send_inquiry(asking=replace(asking, lines=asked_lines(draft)), key=key, actor=actor, origin=origin)
    clear_draft(draft=draft)
    return inquiry


def asked_lines(draft: RequestDraft) -> list[AskedLine]:
    """The lines of a draft as an inquiry takes them."""
    return [
        AskedLine(
            product=line.product,
            quantity=line.quantity,
            sizes=tuple(line.sizes),
            customisation=tuple(line.customisation),
            note=line.note,
            limits_understood=line.limits_understood,
        )
        for line in draft.lines
    ]


def line_of(draft: RequestDraft, line_id: str) -> RequestDraftLine:
    """A line of this draft; raises NotFound line_unknown."""
    for line in draft.lines:
        if line.public_id == line_id:
            return line
    raise NotFound("line_unknown")


def _check(asked: AskedLine) -> None:
    check_quantity(asked.product, asked.quantity)
    check_sizes(asked)
    if len(asked.note) > LONGEST_NOTE:
        raise Invalid("too_long", "note", most=LONGEST_NOTE)
    refuse_nik({"note": asked.note})


def _write(line: RequestDraftLine, asked: AskedLine) -> None:
    line.name = asked.product.name
    line.quantity = asked.quantity
    line.sizes = list(asked.sizes)
    line.customisation = list(asked.customisation)
    line.note = asked.note.strip()
    line.limits_understood = asked.limits_understood


def _kept(draft: RequestDraft, line: RequestDraftLine) -> RequestDraftLine:
    draft.expires_at = now() + kept_for(Kept.DRAFTS)
    db.session.flush()
    return line
