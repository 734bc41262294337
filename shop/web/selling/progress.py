"""An order in words for its maker: steps with times, what was agreed, who gets it."""

from collections.abc import Mapping
from typing import Any

from shop.catalogue.models import Photo
from shop.inquiries.types import LineAnswer
from shop.lib.clock import to_wib
from shop.orders.models import Order
from shop.orders.queries import reviews_of
from shop.orders.types import OrderState
from shop.orders.undoing import undoable, undone_steps
from shop.text.formats import date_long, datetime_wib, rupiah
from shop.text.labels import label
from shop.text.language import gettext as _
from shop.text.language import ngettext
from shop.text.units import amount
from shop.web.inquiry_compare import delivery_terms
from shop.web.inquiry_parts import review_words
from shop.web.selling.answering import contact_is_open
from shop.web.selling.desk import title_of
from shop.web.selling.pictures import own_image
from shop.web.words import deposit_words

_ROAD = (
    OrderState.ACCEPTED,
    OrderState.IN_PRODUCTION,
    OrderState.READY,
    OrderState.HANDED_OVER,
    OrderState.DONE,
)


def order_facts(order: Order, photos: Mapping[int, Photo]) -> dict[str, Any]:
    """All that templates/selling/orders/show.html says besides its forms."""
    quote, part, back = order.quote, order.quote.part, undoable(order)
    return {
        "order": order,
        "part": part,
        "inquiry": part.inquiry,
        "title": title_of(part),
        "state": str(order.state),
        "state_text": label(order.state),
        "reason_text": label(order.cancel_reason) if order.cancel_reason else "",
        "steps_items": _steps(order),
        "lines": [_line(one, photos) for one in quote.lines if one.answer is not LineAnswer.CANNOT],
        "facts": _facts(order),
        "terms": _terms(order),
        "notes": [(datetime_wib(one.at), label(one.state), one.note) for one in order.events if one.note],
        "review": review_words(reviews_of([order]).get(order.id)),
        "back_to": label(back) if back else "",
        "may_call": contact_is_open(part),
        "untold": not part.inquiry.is_told and contact_is_open(part),
    }


def _steps(order: Order) -> list[tuple[str, str, str | None]]:
    undone = undone_steps(order.events)
    at = {event.state: event.at for event in order.events if event.id not in undone}
    at.setdefault(OrderState.ACCEPTED, order.accepted_at)
    here = OrderState.HANDED_OVER if order.state is OrderState.CHANGES_ASKED else order.state
    reached = _ROAD.index(here) if here in _ROAD else max(_ROAD.index(one) for one in at if one in _ROAD)
    over = order.state in (OrderState.DONE, OrderState.CANCELLED)
    found = []
    for place, state in enumerate(_ROAD):
        kind = "done" if place < reached or (over and place == reached) else "now" if place == reached else "next"
        moment = at.get(state)
        found.append((kind, label(state), datetime_wib(moment) if moment and place <= reached else None))
    return found


def _line(line: Any, photos: Mapping[int, Photo]) -> dict[str, Any]:
    words = f"{amount(line.quantity, line.unit_code)} × {rupiah(line.unit_price)}"
    return {
        "name": line.line.name,
        "lines": [one for one in (words, line.description, line.line.note) if one],
        "image": own_image(photos.get(line.line.product_id)),
    }


def _facts(order: Order) -> list[tuple[str, str]]:
    inquiry = order.quote.part.inquiry
    pairs = [
        (_("Pembeli"), inquiry.name),
        (_("Lembaga"), inquiry.organisation),
        (_("Kirim ke"), inquiry.place),
        (_("Perlu sebelum"), date_long(inquiry.needed_by) if inquiry.needed_by else ""),
    ]
    return [(term, value) for term, value in pairs if value]


def _terms(order: Order) -> list[tuple[str, str]]:
    quote = order.quote
    ready = to_wib(order.accepted_at).date().toordinal() + quote.lead_days
    deposit = order.total * quote.deposit_percent // 100
    percent = deposit_words(quote.deposit_percent)
    return [
        (_("Jumlah semua"), rupiah(order.total)),
        (_("Uang muka"), f"{percent} = {rupiah(deposit)}" if deposit else percent),
        (_("Pengiriman"), delivery_terms(quote)),
        (_("Janji selesai"), date_long(type(quote.valid_until).fromordinal(ready))),
        (_("Lama mengerjakan"), ngettext("%(num)s hari", "%(num)s hari", quote.lead_days)),
    ]
