"""What the buyer's page of an inquiry shows as a whole, worked out as plain values for its templates."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from shop.inquiries.models import Inquiry, Quote
from shop.inquiries.queries import inquiry_for_buyer
from shop.inquiries.types import MAKERS_TURN, PartState
from shop.lib.clock import to_wib
from shop.lib.masking import masked_email, masked_phone
from shop.orders.models import Order
from shop.orders.queries import OVER, orders_of_inquiry, reviews_of, state_of
from shop.orders.types import InquiryState, OrderState
from shop.regions.names import places
from shop.text.formats import date_long, date_short, datetime_wib, rupiah
from shop.text.language import gettext as _
from shop.text.language import ngettext
from shop.text.units import amount
from shop.web.inquiry_compare import compare_quotes
from shop.web.inquiry_parts import (
    Whole,
    acceptable,
    file_words,
    part,
    quote_words,
    rank,
    reached,
    refused,
    withdrawable,
)

_STEPS = (
    InquiryState.NEW,
    InquiryState.ANSWERED,
    InquiryState.QUOTED,
    InquiryState.AGREED,
    InquiryState.IN_PRODUCTION,
    InquiryState.HANDED_OVER,
    InquiryState.DONE,
)


def load(inquiry: Inquiry) -> Whole:
    """Read threads, quotes, files and orders."""
    views, orders = inquiry_for_buyer(inquiry), orders_of_inquiry(inquiry)
    return Whole(inquiry, views, orders, state_of(views, orders))


def page(whole: Whole, token: str) -> dict[str, Any]:
    """Everything the template shows, but the forms; parts with an order first, those that are over last."""
    quotes = _open_quotes(whole)
    reviewed = reviews_of(whole.orders.values())
    views = sorted(whole.views, key=lambda view: rank(view, whole.orders))
    return {
        "heading": heading(whole),
        "summary": summary(whole.inquiry),
        "contacts": contacts(whole.inquiry),
        "steps": steps(whole),
        "state": str(whole.state),
        "next_steps": [_next(order) for order in whole.orders.values() if order.state not in OVER],
        "comparisons": compare_quotes(quotes, whole.inquiry.place),
        "quotes_open": len(quotes),
        "parts": [part(view, whole, token, reviewed) for view in views],
        "files": [file_words(one, token) for one in whole.views[0].files if one.part_id is None],
        "can_withdraw": any(withdrawable(view, whole.orders) for view in whole.views),
    }


def quote_page(quote: Quote, token: str) -> dict[str, Any]:
    """One quote by itself, with the names and places of both sides and no way to call them."""
    inquiry, producer = quote.part.inquiry, quote.part.producer
    maker = f"{producer.stall_name}, {places()[producer.regency_code].short}"
    asking = ", ".join(text for text in (inquiry.name, inquiry.organisation, inquiry.place) if text)
    return {
        "heading": _("Penawaran %(n)s dari %(maker)s", n=quote.version, maker=producer.stall_name),
        "summary": summary(inquiry),
        "parties": [
            (_("Produsen"), maker),
            (_("Pembeli"), asking),
            (_("Tanggal penawaran"), date_long(to_wib(quote.created_at).date())),
        ],
        "quote": quote_words(quote),
        "inquiry": inquiry,
        "part_id": quote.part.public_id,
        "token": token,
        "robots": "noindex",
    }


def _open_quotes(whole: Whole) -> list[Quote]:
    found = [view.newest for view in whole.views if acceptable(view, whole.orders)]
    return [quote for quote in found if quote is not None]


def heading(whole: Whole) -> str:
    """What the buyer wants to know first; beside what is agreed also what is still open."""
    words = {
        InquiryState.NEW: _("Permintaan Anda sudah terkirim"),
        InquiryState.ANSWERED: _("Produsen sudah membalas"),
        InquiryState.IN_PRODUCTION: _("Sedang dikerjakan"),
        InquiryState.HANDED_OVER: _("Sudah diserahkan"),
        InquiryState.DONE: _("Pesanan selesai"),
        InquiryState.DECLINED: _("Belum ada yang sanggup"),
        InquiryState.CANCELLED: _("Permintaan ini dibatalkan"),
        InquiryState.EXPIRED: _("Permintaan ini lewat waktu"),
    }
    if whole.state is InquiryState.QUOTED:
        count = max(1, len(_open_quotes(whole)))
        return ngettext("%(num)s penawaran sudah masuk", "%(num)s penawaran sudah masuk", count)
    if any(view.part.state is PartState.INFO_WANTED for view in whole.views) and whole.state is InquiryState.ANSWERED:
        return _("Produsen bertanya kepada Anda")
    if whole.state is InquiryState.DECLINED and any(refused(view) for view in whole.views):
        return _("Belum ada yang cocok")
    first = _agreed(whole) if whole.state is InquiryState.AGREED else words[whole.state]
    return "\u00a0· ".join([first, *_still_open(whole)])


def _agreed(whole: Whole) -> str:
    live = [order for order in whole.orders.values() if order.state is not OrderState.CANCELLED]
    if len(live) == 1:
        return _("Sepakat dengan %(maker)s", maker=live[0].producer.stall_name)
    return ngettext("Sepakat dengan %(num)s produsen", "Sepakat dengan %(num)s produsen", len(live))


def _still_open(whole: Whole) -> list[str]:
    """Beside an order: quotes that wait for the buyer, makers that have not answered."""
    if not _live(whole):
        return []
    quotes = len(_open_quotes(whole))
    silent = sum(view.part.state in MAKERS_TURN and view.part.id not in whole.orders for view in whole.views)
    found = []
    if quotes:
        found.append(ngettext("%(num)s penawaran menunggu", "%(num)s penawaran menunggu", quotes))
    if silent:
        found.append(ngettext("%(num)s produsen belum menjawab", "%(num)s produsen belum menjawab", silent))
    return found


def _live(whole: Whole) -> bool:
    return any(order.state is not OrderState.CANCELLED for order in whole.orders.values())


def summary(inquiry: Inquiry) -> str:
    """The inquiry in one line: number, things, day."""
    first = inquiry.lines[0]
    things = f"{amount(first.quantity, first.unit_code)} {first.name}"
    if len(inquiry.lines) > 1:
        more = len(inquiry.lines) - 1
        things = ngettext("%(things)s dan %(num)s lainnya", "%(things)s dan %(num)s lainnya", more, things=things)
    day = _(" · sebelum %(day)s", day=date_short(inquiry.needed_by)) if inquiry.needed_by else ""
    return f"{inquiry.number} · {things}{day}"


def contacts(inquiry: Inquiry) -> list[tuple[str, str]]:
    """How the buyer can be reached, for them to check: not whole, since links are passed on."""
    phone = [(_("WhatsApp"), masked_phone(inquiry.phone))] if inquiry.phone else []
    return [*phone, (_("E-mail"), masked_email(inquiry.email))] if inquiry.email else phone


def steps(whole: Whole) -> list[tuple[str, str, str | None]]:
    """Sent, read, quoted, agreed, made, handed over, done, as far as any of it came; what ended stops where it was."""
    facts = _step_facts(whole)
    reached = max(place for place, (_title, done, _detail) in enumerate(facts) if done)
    ended = whole.state not in _STEPS or whole.state is InquiryState.DONE
    here = None if ended else reached
    return [
        ("now" if place == here else "done" if done or place < reached else "next", title, detail)
        for place, (title, done, detail) in enumerate(facts)
    ]


def _step_facts(whole: Whole) -> list[tuple[str, bool, str | None]]:
    parts = [view.part for view in whole.views]
    seen = [one.seen_at for one in parts if one.seen_at]
    quoted = [view.newest for view in whole.views if view.newest]
    orders = list(whole.orders.values())
    return [
        (_("Terkirim"), True, datetime_wib(whole.inquiry.created_at)),
        (_("Dibaca"), bool(seen), _share(seen, len(parts))),
        (_("Penawaran"), bool(quoted), _share([one.created_at for one in quoted], len(parts))),
        (_("Disepakati"), bool(orders), date_short(orders[0].accepted_at) if orders else None),
        (_("Dikerjakan"), _reached(whole.state, InquiryState.IN_PRODUCTION), None),
        (_("Diserahkan"), _reached(whole.state, InquiryState.HANDED_OVER), None),
        (_("Selesai"), whole.state is InquiryState.DONE, None),
    ]


def _share(moments: Sequence[datetime], makers: int) -> str | None:
    """How many of the makers came so far; of a single maker, when."""
    if not moments:
        return None
    return datetime_wib(moments[0]) if makers == 1 else _("%(n)s dari %(all)s", n=len(moments), all=makers)


def _reached(state: InquiryState, least: InquiryState) -> bool:
    return state in _STEPS and _STEPS.index(state) >= _STEPS.index(least)


def _next(order: Order) -> dict[str, str]:
    """What happens next with an order, and with whom."""
    maker = order.producer.stall_name
    ready = date_long(_promised(order))
    words = {
        OrderState.ACCEPTED: _deposit(order),
        OrderState.IN_PRODUCTION: _("Sedang dikerjakan. Janji selesai: %(day)s.", day=ready),
        OrderState.READY: _("Sudah siap. Atur pengiriman atau pengambilannya."),
        OrderState.HANDED_OVER: _("Periksa barangnya, lalu catat di bawah bahwa Anda sudah menerimanya."),
        OrderState.CHANGES_ASKED: _("Produsen memperbaiki yang Anda catat."),
    }
    return {
        "part": order.quote.part.public_id,
        "maker": maker,
        "reached": reached(order.producer),
        "text": words[order.state],
    }


def _deposit(order: Order) -> str:
    percent, total, day = order.quote.deposit_percent, rupiah(order.total), date_long(_promised(order))
    if not percent:
        return _("Tanpa uang muka. Bayar %(total)s langsung ke produsen. Janji selesai: %(day)s.", total=total, day=day)
    return _(
        "Bayar uang muka %(percent)s%% dari %(total)s, yaitu %(deposit)s, langsung ke produsen. "
        "Janji selesai: %(day)s.",
        percent=percent,
        total=total,
        deposit=rupiah(order.total * percent // 100),
        day=day,
    )


def _promised(order: Order) -> date:
    return to_wib(order.accepted_at).date() + timedelta(days=order.quote.lead_days)
