"""Lines of the maker's desk in words: what was asked, by whom, where it stands."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from flask import url_for

from shop.catalogue.book import book
from shop.catalogue.models import Photo
from shop.inquiries.models import InquiryPart, PartLine, Quote
from shop.inquiries.types import PartState
from shop.orders.models import Order
from shop.orders.stall import DeskItem, is_let_go
from shop.text.formats import ago, date_short, rupiah
from shop.text.labels import label
from shop.text.language import gettext as _
from shop.text.language import lazy as _l
from shop.text.names import name_of
from shop.text.units import amount
from shop.web.selling.pictures import own_image

_STATES = {
    PartState.SENT: _l("Baru"),
    PartState.SEEN: _l("Belum dijawab"),
    PartState.INFO_WANTED: _l("Menunggu jawaban pembeli"),
    PartState.INFO_GIVEN: _l("Pembeli sudah menjawab"),
    PartState.QUOTED: _l("Penawaran terkirim, menunggu pembeli"),
    PartState.DECLINED: _l("Dijawab: belum bisa melayani"),
    PartState.EXPIRED: _l("Lewat waktu"),
    PartState.WITHDRAWN: _l("Dibatalkan pembeli"),
}


def state_words(part: InquiryPart, newest: Quote | None) -> str:
    """Where a part stands, as its maker sees it."""
    if part.is_asked_on:
        return _("Pembeli bertanya")
    if newest is not None and is_let_go(part, newest):
        return _("Tidak diambil pembeli") if newest.declined_at else _("Masa berlaku lewat")
    return str(_STATES[part.state])


def rows(items: Sequence[DeskItem], photos: Mapping[int, Photo], late: Collection[int] = ()) -> list[dict[str, Any]]:
    """What the macro summary_line takes, for each item; ``late`` are the ids of parts whose time is over."""
    return [{**_row(item, photos), "mark": _mark(item.part, late)} for item in items]


def _mark(part: InquiryPart, late: Collection[int]) -> str | None:
    if part.id in late:
        return _("Terlambat")
    return _("Pembeli bertanya") if part.is_asked_on else None


def product_ids(shares: Iterable[PartLine]) -> list[int]:
    """The listings that lines were asked from."""
    return [share.line.product_id for share in shares if share.line.product_id is not None]


def _row(item: DeskItem, photos: Mapping[int, Photo]) -> dict[str, Any]:
    part, order = item.part, item.order
    pictures = [photos[one] for one in product_ids(part.shares) if one in photos]
    who = " · ".join(text for text in (part.inquiry.organisation or part.inquiry.name,) if text)
    place = f"selling.{'orders' if order else 'inquiries'}.show"
    return {
        "title": title_of(part),
        "lines": [who, _order_words(order) if order else _part_words(item)],
        "image": own_image(pictures[0]) if pictures else None,
        "fresh": order is None and part.seen_at is None,
        "url": url_for(place, public_id=order.public_id if order else part.public_id),
    }


def title_of(part: InquiryPart) -> str:
    """What was asked, in a few words: 200 pcs Rompi pelampung, dan 2 lagi."""
    first = line_words(part.shares[0]) if part.shares else _("Pertanyaan")
    more = len(part.shares) - 1
    return _("%(first)s, dan %(more)s lagi", first=first, more=more) if more > 0 else first


def line_words(share: PartLine) -> str:
    """Quantity, unit and name of one line."""
    return f"{amount(share.quantity, share.line.unit_code)} {share.line.name}"


def unit_name(code: str) -> str:
    """The name of a unit in the current language; its code where it is not known any more."""
    unit = book().units.get(code)
    return name_of(unit) if unit else code


def counted_in(code: str) -> tuple[str, int] | None:
    """Base and factor of a unit, to read words of it; nothing where it is not known any more."""
    unit = book().units.get(code)
    return (str(unit.base), unit.factor) if unit else None


def _part_words(item: DeskItem) -> str:
    part = item.part
    needed = part.inquiry.needed_by
    words = [_("Perlu sebelum %(day)s", day=date_short(needed))] if needed else []
    if part.state not in (PartState.SENT, PartState.SEEN) and not part.is_asked_on:
        words.append(state_words(part, item.newest))
    came = None if part.state is PartState.INFO_WANTED else part.waiting_since
    words.append(_("masuk %(ago)s", ago=ago(came or part.sent_at)))
    return " · ".join(words)


def _order_words(order: Order) -> str:
    return f"{label(order.state)} · {rupiah(order.total)}"
