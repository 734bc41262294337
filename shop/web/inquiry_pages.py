"""What the buyer's page of an inquiry shows, worked out as plain values for its templates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import url_for

from shop.inquiries.models import Attachment, Inquiry, PartLine, Quote, ThreadMessage
from shop.inquiries.queries import PartView, inquiry_for_buyer, is_open
from shop.inquiries.types import FINISHED, MAKERS_TURN, Author, LineAnswer, PartState
from shop.orders.models import Order
from shop.orders.queries import orders_of_inquiry, reviewed_orders, state_of
from shop.orders.types import InquiryState, OrderState
from shop.text.formats import date_short, datetime_wib, number, rupiah
from shop.text.labels import label
from shop.text.language import gettext as _
from shop.text.language import ngettext
from shop.text.units import amount, unit_word
from shop.web.cards import cloth, initials
from shop.web.inquiry_compare import compare_quotes
from shop.web.words import deposit_words

_STEPS = (
    InquiryState.NEW,
    InquiryState.ANSWERED,
    InquiryState.QUOTED,
    InquiryState.AGREED,
    InquiryState.IN_PRODUCTION,
    InquiryState.HANDED_OVER,
    InquiryState.DONE,
)
_BEFORE_HANDOVER = frozenset({OrderState.ACCEPTED, OrderState.IN_PRODUCTION, OrderState.READY})


@dataclass(frozen=True)
class Whole:
    """An inquiry with everything its page needs, loaded once."""

    inquiry: Inquiry
    views: Sequence[PartView]
    orders: Mapping[int, Order]
    state: InquiryState


def load(inquiry: Inquiry) -> Whole:
    """Read threads, quotes, files and orders."""
    views, orders = inquiry_for_buyer(inquiry), orders_of_inquiry(inquiry)
    return Whole(inquiry, views, orders, state_of(views, orders))


def page(whole: Whole, token: str) -> dict[str, Any]:
    """Everything the template shows, but the forms."""
    quotes = [view.newest for view in whole.views if _acceptable(view, whole.orders)]
    open_quotes = [quote for quote in quotes if quote is not None]
    reviewed = reviewed_orders(whole.orders.values())
    return {
        "heading": heading(whole, len(open_quotes)),
        "summary": summary(whole.inquiry),
        "steps": steps(whole),
        "state": str(whole.state),
        "compare": compare_quotes(open_quotes, whole.inquiry.place) if open_quotes else None,
        "open_quotes": [{"id": one.public_id, "total": rupiah(one.total), "maker": _name(one)} for one in open_quotes],
        "parts": [part(view, whole, token, reviewed) for view in whole.views],
        "files": [_file(one, token) for one in _whole_files(whole.views)],
        "can_withdraw": any(_withdrawable(view, whole.orders) for view in whole.views),
    }


def heading(whole: Whole, quotes: int) -> str:
    """What the buyer wants to know first."""
    words = {
        InquiryState.NEW: _("Permintaan Anda sudah terkirim"),
        InquiryState.ANSWERED: _("Produsen sudah membalas"),
        InquiryState.AGREED: _("Sudah sepakat"),
        InquiryState.IN_PRODUCTION: _("Sedang dikerjakan"),
        InquiryState.HANDED_OVER: _("Sudah diserahkan"),
        InquiryState.DONE: _("Pesanan selesai"),
        InquiryState.DECLINED: _("Belum ada yang sanggup"),
        InquiryState.CANCELLED: _("Permintaan ini dibatalkan"),
        InquiryState.EXPIRED: _("Permintaan ini lewat waktu"),
    }
    if whole.state is InquiryState.QUOTED:
        return ngettext("%(num)s penawaran sudah masuk", "%(num)s penawaran sudah masuk", max(1, quotes))
    if any(view.part.state is PartState.INFO_WANTED for view in whole.views) and whole.state is InquiryState.ANSWERED:
        return _("Produsen bertanya kepada Anda")
    if whole.state is InquiryState.DECLINED and any(_refused(view) for view in whole.views):
        return _("Belum ada yang cocok")
    return words[whole.state]


def summary(inquiry: Inquiry) -> str:
    """The inquiry in one line: number, things, day."""
    first = inquiry.lines[0]
    things = f"{amount(first.quantity, first.unit_code)} {first.name}"
    if len(inquiry.lines) > 1:
        more = len(inquiry.lines) - 1
        things = ngettext("%(things)s dan %(num)s lainnya", "%(things)s dan %(num)s lainnya", more, things=things)
    day = _(" · sebelum %(day)s", day=date_short(inquiry.needed_by)) if inquiry.needed_by else ""
    return f"{inquiry.number} · {things}{day}"


def steps(whole: Whole) -> list[tuple[str, str, str | None]]:
    """Sent, read, quoted, agreed, made, handed over, done; what ended early stops where it was."""
    parts = [view.part for view in whole.views]
    seen = [one.seen_at for one in parts if one.seen_at]
    quoted = [view.newest for view in whole.views if view.newest]
    orders = list(whole.orders.values())
    facts: list[tuple[str, bool, str | None]] = [
        (_("Terkirim"), True, datetime_wib(whole.inquiry.created_at)),
        (_("Dibaca"), bool(seen), _share(seen, len(parts))),
        (_("Penawaran"), bool(quoted), _share([one.created_at for one in quoted], len(parts))),
        (_("Disepakati"), bool(orders), date_short(orders[0].accepted_at) if orders else None),
        (_("Dikerjakan"), _reached(whole.state, InquiryState.IN_PRODUCTION), None),
        (_("Diserahkan"), _reached(whole.state, InquiryState.HANDED_OVER), None),
        (_("Selesai"), whole.state is InquiryState.DONE, None),
    ]
    last = max(place for place, (_title, done, _detail) in enumerate(facts) if done)
    ended = whole.state not in _STEPS or whole.state is InquiryState.DONE
    return [
        ("now" if place == last and not ended else "done" if done or place < last else "next", title, detail)
        for place, (title, done, detail) in enumerate(facts)
    ]


def _share(moments: Sequence[datetime], makers: int) -> str | None:
    """How many of the makers came so far; of a single maker, when."""
    if not moments:
        return None
    return datetime_wib(moments[0]) if makers == 1 else _("%(n)s dari %(all)s", n=len(moments), all=makers)


def _reached(state: InquiryState, least: InquiryState) -> bool:
    return state in _STEPS and _STEPS.index(state) >= _STEPS.index(least)


def part(view: PartView, whole: Whole, token: str, reviewed: set[int]) -> dict[str, Any]:
    """One maker's part: what was asked, what was said, what may be done now."""
    one, order = view.part, whole.orders.get(view.part.id)
    dead = one.state in {PartState.DECLINED, PartState.WITHDRAWN}
    newest = view.newest
    return {
        "id": one.public_id,
        "maker": one.producer.stall_name,
        "initials": initials(one.producer.stall_name),
        "cloth": cloth(one.producer.cloth),
        "state": label(order.state) if order else _("Penawaran Anda tolak") if _refused(view) else label(one.state),
        "tone": "verified" if order else "limit" if one.state in FINISHED else "fact",
        "lines": [_asked(share) for share in one.shares],
        "reason": label(one.decline_reason) if one.decline_reason else None,
        "reason_note": one.decline_note,
        "messages": [_message(said, one.producer.stall_name, token) for said in view.messages],
        "quote": _quote(newest) if newest else None,
        "quote_open": newest is not None and _acceptable(view, whole.orders),
        "asked_back": one.state is PartState.INFO_WANTED,
        "can_write": not dead,
        "can_ask_again": not dead and order is None and one.state not in MAKERS_TURN and bool(newest),
        "can_withdraw": _withdrawable(view, whole.orders),
        "order": _order(order, reviewed) if order else None,
    }


def _withdrawable(view: PartView, orders: Mapping[int, Order]) -> bool:
    return view.part.state not in FINISHED and view.part.id not in orders


def _refused(view: PartView) -> bool:
    """The buyer turned down the newest quote, and the maker has not answered again."""
    turned_down = view.newest is not None and view.newest.declined_at is not None
    return view.part.state is PartState.QUOTED and turned_down


def _acceptable(view: PartView, orders: Mapping[int, Order]) -> bool:
    dead = view.part.state in {PartState.DECLINED, PartState.WITHDRAWN}
    return view.newest is not None and not dead and view.part.id not in orders and is_open(view.newest, view.newest)


def _asked(share: PartLine) -> dict[str, Any]:
    line = share.line
    sizes = ", ".join(f"{size['name']} {number(size['quantity'])}" for size in line.sizes)
    price = rupiah(line.unit_price) if line.unit_price is not None else _("Harga lewat penawaran")
    detail = f"{amount(share.quantity, line.unit_code)} · {price}/{unit_word(line.unit_code)}"
    return {"name": line.name, "detail": detail, "sizes": sizes, "note": line.note}


def _quote(quote: Quote) -> dict[str, Any]:
    lines = []
    for one in quote.lines:
        price = f"{amount(one.quantity, one.unit_code)} × {rupiah(one.unit_price or 0)}"
        words = label(one.answer) if one.answer is not LineAnswer.AS_ASKED else ""
        about = " · ".join(word for word in (words, one.description) if word)
        lines.append((one.line.name, price if one.unit_price else "", about))
    delivery = label(quote.delivery_method)
    if quote.delivery_cost is not None:
        delivery = f"{delivery}, {rupiah(quote.delivery_cost)}"
    return {
        "id": quote.public_id,
        "version": quote.version,
        "lines": lines,
        "facts": [
            (_("Ongkir"), delivery),
            (_("Jumlah semua"), rupiah(quote.total)),
            (_("Selesai"), ngettext("%(num)s hari", "%(num)s hari", quote.lead_days)),
            (_("Uang muka"), deposit_words(quote.deposit_percent)),
            (_("Berlaku sampai"), date_short(quote.valid_until)),
        ],
        "note": quote.note,
        "on_behalf": quote.on_behalf,
        "declined": quote.declined_at is not None,
        "over": not is_open(quote, quote),
    }


def _order(order: Order, reviewed: set[int]) -> dict[str, Any]:
    return {
        "id": order.public_id,
        "total": rupiah(order.total),
        "events": [(datetime_wib(one.at), label(one.state), one.note or None) for one in order.events],
        "handed_over": order.state is OrderState.HANDED_OVER,
        "can_confirm": order.state in {OrderState.HANDED_OVER, OrderState.CHANGES_ASKED},
        "can_cancel": order.state in _BEFORE_HANDOVER,
        "taken_as_accepted": order.taken_as_accepted,
        "can_review": order.state is OrderState.DONE and order.id not in reviewed,
    }


def _message(said: ThreadMessage, maker: str, token: str) -> dict[str, Any]:
    own = said.author is Author.BUYER
    return {
        "author": _("Anda") if own else maker,
        "time_text": datetime_wib(said.created_at),
        "time_iso": said.created_at.isoformat(),
        "text": said.body,
        "own": own,
        "note": _("Ditulis pendamping") if said.author is Author.COMPANION else None,
        "files": [_file(one, token) for one in said.attachments],
    }


def _file(file: Attachment, token: str) -> tuple[str, str]:
    return file.name, url_for("public.inquiries.file", token=token, file_id=file.public_id)


def _whole_files(views: Sequence[PartView]) -> list[Attachment]:
    return [one for one in views[0].files if one.part_id is None]


def _name(quote: Quote) -> str:
    return quote.part.producer.stall_name
