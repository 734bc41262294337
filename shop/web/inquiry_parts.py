"""One maker's part of an inquiry as its buyer sees it: what was asked and said, the quote, the order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import url_for

from shop.inquiries.models import Attachment, Inquiry, PartLine, Quote, ThreadMessage
from shop.inquiries.queries import PartView, is_open
from shop.inquiries.types import FINISHED, MAKERS_TURN, Author, LineAnswer, PartState
from shop.orders.models import Order, OrderEvent, Review
from shop.orders.types import InquiryState, OrderState
from shop.orders.undoing import undone_steps
from shop.producers.contact import contact_of
from shop.producers.models import Producer
from shop.producers.types import ContactVia
from shop.text.formats import date_short, datetime_wib, number, rupiah
from shop.text.labels import label
from shop.text.language import gettext as _
from shop.text.units import amount, unit_word
from shop.web.cards import initials
from shop.web.inquiry_compare import delivery_terms, lead_words, total_words
from shop.web.words import deposit_words

_BEFORE_HANDOVER = frozenset({OrderState.ACCEPTED, OrderState.IN_PRODUCTION, OrderState.READY})


@dataclass(frozen=True)
class Whole:
    """An inquiry with everything its page needs, loaded once."""

    inquiry: Inquiry
    views: Sequence[PartView]
    orders: Mapping[int, Order]
    state: InquiryState


def part(view: PartView, whole: Whole, token: str, reviewed: Mapping[int, Review]) -> dict[str, Any]:
    """One maker's part: what was asked, what was said, what may be done now."""
    one, order = view.part, whole.orders.get(view.part.id)
    dead = one.state in {PartState.DECLINED, PartState.WITHDRAWN}
    newest = view.newest
    return {
        "id": one.public_id,
        "maker": one.producer.stall_name,
        "reached": None if dead else reached(one.producer),
        "initials": initials(one.producer.stall_name),
        "cloth": one.producer.cloth,
        "state": label(order.state) if order else _state_words(view),
        "tone": "verified" if order else "limit" if one.state in FINISHED else "fact",
        "lines": [_asked(share) for share in one.shares],
        "reason": label(one.decline_reason) if one.decline_reason else None,
        "reason_note": one.decline_note,
        "messages": [_message(said, one.producer.stall_name, token) for said in view.messages],
        "quote": quote_words(newest) if newest else None,
        "quote_open": newest is not None and acceptable(view, whole.orders),
        "over": dead,
        "asked_back": one.state is PartState.INFO_WANTED,
        "can_write": not dead,
        "can_ask_again": not dead and order is None and one.state not in MAKERS_TURN and bool(newest),
        "can_withdraw": withdrawable(view, whole.orders),
        "order": _order(order, reviewed) if order else None,
    }


def reached(maker: Producer) -> str:
    """Whom WhatsApp opens on: the maker, its companion or its office."""
    found = contact_of(maker)
    if found.via is ContactVia.SELF or found.number is None:
        return maker.stall_name
    words = {
        ContactVia.COMPANION: _("pendamping %(maker)s", maker=maker.stall_name),
        ContactVia.OFFICE: _("dinas untuk %(maker)s", maker=maker.stall_name),
    }
    return words[found.via]


def rank(view: PartView, orders: Mapping[int, Order]) -> int:
    """Where a part stands on the page: those with an order first, then open ones, then those that are over."""
    order = orders.get(view.part.id)
    if order is not None and order.state is not OrderState.CANCELLED:
        return 0
    return 1 if withdrawable(view, orders) else 2


def withdrawable(view: PartView, orders: Mapping[int, Order]) -> bool:
    """Whether something is still expected of this maker."""
    return view.part.state not in FINISHED and view.part.id not in orders and not refused(view)


def refused(view: PartView) -> bool:
    """The buyer turned down the newest quote, and the maker has not answered again."""
    return view.part.state is PartState.QUOTED and _turned_down(view)


def _turned_down(view: PartView) -> bool:
    return view.newest is not None and view.newest.declined_at is not None


def _state_words(view: PartView) -> str:
    """A quote that the buyer turned down stays so called after everything else was called off."""
    over = view.part.state in {PartState.QUOTED, PartState.WITHDRAWN}
    return _("Penawaran Anda tolak") if over and _turned_down(view) else label(view.part.state)


def acceptable(view: PartView, orders: Mapping[int, Order]) -> bool:
    """Whether the newest quote of a part can be accepted now."""
    dead = view.part.state in {PartState.DECLINED, PartState.WITHDRAWN}
    return view.newest is not None and not dead and view.part.id not in orders and is_open(view.newest, view.newest)


def _asked(share: PartLine) -> dict[str, Any]:
    line = share.line
    sizes = ", ".join(f"{size['name']} {number(size['quantity'])}" for size in line.sizes)
    price = rupiah(line.unit_price) if line.unit_price is not None else _("Harga lewat penawaran")
    detail = f"{amount(share.quantity, line.unit_code)} · {price}/{unit_word(line.unit_code)}"
    return {"name": line.name, "detail": detail, "sizes": sizes, "note": line.note}


def quote_words(quote: Quote) -> dict[str, Any]:
    """A quote, line by line, with its terms."""
    lines = []
    for one in quote.lines:
        price = f"{amount(one.quantity, one.unit_code)} × {rupiah(one.unit_price or 0)}"
        words = label(one.answer) if one.answer is not LineAnswer.AS_ASKED else ""
        about = " · ".join(word for word in (words, one.description) if word)
        lines.append((one.line.name, price if one.unit_price else "", about))
    return {
        "id": quote.public_id,
        "version": quote.version,
        "lines": lines,
        "facts": [
            (_("Ongkir"), delivery_terms(quote)),
            (_("Jumlah semua"), total_words(quote)),
            (_("Selesai"), lead_words(quote)),
            (_("Uang muka"), deposit_words(quote.deposit_percent)),
            (_("Berlaku sampai"), date_short(quote.valid_until)),
        ],
        "note": quote.note,
        "on_behalf": quote.on_behalf,
        "declined": quote.declined_at is not None,
        "over": not is_open(quote, quote),
    }


def _news(event: OrderEvent, undone: Mapping[int, OrderState]) -> str | None:
    if event.id in undone:
        return _("Ternyata belum: %(step)s", step=label(undone[event.id]))
    return event.note or None


def _order(order: Order, reviewed: Mapping[int, Review]) -> dict[str, Any]:
    undone = undone_steps(order.events)
    return {
        "id": order.public_id,
        "total": rupiah(order.total),
        "events": [(datetime_wib(one.at), label(one.state), _news(one, undone)) for one in order.events],
        "handed_over": order.state is OrderState.HANDED_OVER,
        "can_confirm": order.state in {OrderState.HANDED_OVER, OrderState.CHANGES_ASKED},
        "can_cancel": order.state in _BEFORE_HANDOVER,
        "taken_as_accepted": order.taken_as_accepted,
        "done": order.state is OrderState.DONE,
        "can_review": order.state is OrderState.DONE and order.id not in reviewed,
        "review": review_words(reviewed.get(order.id)),
    }


def review_words(review: Review | None) -> dict[str, str] | None:
    """What the buyer wrote after the order, as both sides read it."""
    if review is None:
        return None
    return {"stars": _("%(n)s dari 5", n=review.stars), "text": review.body, "when": datetime_wib(review.created_at)}


def _message(said: ThreadMessage, maker: str, token: str) -> dict[str, Any]:
    own = said.author is Author.BUYER
    return {
        "author": _("Anda") if own else maker,
        "time_text": datetime_wib(said.created_at),
        "time_iso": said.created_at.isoformat(),
        "text": said.body,
        "own": own,
        "note": _("Ditulis pendamping") if said.author is Author.COMPANION else None,
        "files": [file_words(one, token) for one in said.attachments],
    }


def file_words(file: Attachment, token: str) -> tuple[str, str]:
    """A file's name and where it is handed out."""
    return file.name, url_for("public.inquiries.file", token=token, file_id=file.public_id)
