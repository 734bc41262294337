"""Quotes side by side: the term that is lighter for the buyer is marked, where terms can be compared."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

from shop.catalogue.book import book
from shop.inquiries.models import InquiryLine, Quote
from shop.inquiries.types import DeliveryMethod, LineAnswer
from shop.lib.clock import today_wib
from shop.text.formats import date_short, join_words, rupiah
from shop.text.labels import label
from shop.text.language import gettext as _
from shop.text.language import ngettext
from shop.text.names import name_of
from shop.text.units import amount, unit_word
from shop.web.cards import initials
from shop.web.words import deposit_words

Cell = dict[str, Any]


def compare_quotes(quotes: Sequence[Quote], place: str) -> list[dict[str, Any]]:
    """Tables of quotes for the same things, side by side; a quote for something else has a table of its own."""
    groups: dict[frozenset[tuple[str, int]], list[Quote]] = defaultdict(list)
    for quote in quotes:
        groups[_things(quote)].append(quote)
    return [_table(group, place) for group in groups.values()]


def _table(quotes: Sequence[Quote], place: str) -> dict[str, Any]:
    """Columns and rows; terms are weighed only among quotes that offer the same."""
    alike = _alike(quotes)
    to = _("Ongkir ke %(place)s", place=place) if place else _("Ongkir")
    rows = [
        (_("Harga"), _cells(quotes, _prices, _unit_price, alike)),
        (to, _cells(quotes, delivery_words, lambda quote: quote.delivery_cost, alike)),
        (_("Jumlah semua"), [_total(quote) for quote in quotes]),
        (_("Selesai"), _timely(_cells(quotes, lead_words, lambda quote: quote.lead_days, alike), quotes)),
        (
            _("Uang muka"),
            _cells(
                quotes,
                lambda quote: deposit_words(quote.deposit_percent),
                lambda quote: quote.deposit_percent,
                alike,
            ),
        ),
        (_("Berlaku sampai"), [{"text": date_short(quote.valid_until)} for quote in quotes]),
    ]
    if any(_differences(quote) for quote in quotes):
        rows.insert(
            1, (_("Yang berbeda"), [{"text": _differences(quote) or _("Sesuai permintaan")} for quote in quotes])
        )
    return {
        "about": join_words(dict.fromkeys(_thing(line.line) for line in quotes[0].lines)),
        "columns": [_column(quote) for quote in quotes],
        "rows": rows,
        "choices": [_choice(quote) for quote in quotes],
        "marked": any(cell.get("best") for _label, row in rows for cell in row),
    }


def _things(quote: Quote) -> frozenset[tuple[str, int]]:
    """What a quote is about: kinds, or the very lines where somebody asked in words of their own."""
    return frozenset(
        ("kind", one.line.kind_id) if one.line.kind_id is not None else ("line", one.line_id) for one in quote.lines
    )


def _thing(line: InquiryLine) -> str:
    kind = book().kind_by_id.get(line.kind_id or 0)
    return name_of(kind) if kind else line.name


def _choice(quote: Quote) -> dict[str, str]:
    return {
        "id": quote.public_id,
        "part": quote.part.public_id,
        "total": rupiah(quote.total),
        "maker": quote.part.producer.stall_name,
    }


def _column(quote: Quote) -> dict[str, str]:
    producer = quote.part.producer
    return {
        "name": producer.stall_name,
        "initials": initials(producer.stall_name),
        "cloth": producer.cloth,
    }


def _alike(quotes: Sequence[Quote]) -> list[Quote]:
    """Quotes for all that was asked, of the same amounts and with delivery that can be compared; else none."""
    whole = [quote for quote in quotes if all(one.answer is LineAnswer.AS_ASKED for one in quote.lines)]
    return whole if len({(_asked(quote), _brought(quote)) for quote in whole}) == 1 else []


def _brought(quote: Quote) -> DeliveryMethod | None:
    """How a quote is delivered; nothing where its cost is named."""
    return quote.delivery_method if quote.delivery_cost is None else None


def _cells(
    quotes: Sequence[Quote], words: Callable[[Quote], str], weight: Callable[[Quote], int | None], alike: list[Quote]
) -> list[Cell]:
    weights = [weight(quote) for quote in alike]
    known = [one for one in weights if one is not None]
    least = min(known) if len(known) == len(alike) and len(set(known)) > 1 else None
    return [
        {"text": words(quote), "best": least is not None and quote in alike and weight(quote) == least}
        for quote in quotes
    ]


def _timely(cells: list[Cell], quotes: Sequence[Quote]) -> list[Cell]:
    """What comes after the buyer's day says so, and is no better than another that does."""
    late = [_late_words(quote) for quote in quotes]
    return [{**cell, "note": note, "best": cell["best"] and not note} for cell, note in zip(cells, late, strict=True)]


def _asked(quote: Quote) -> tuple[tuple[int | None, int], ...]:
    return tuple(sorted((one.line.kind_id or 0, one.line.quantity) for one in quote.lines))


def _unit_price(quote: Quote) -> int | None:
    priced = [one for one in quote.lines if one.unit_price is not None]
    return priced[0].unit_price if len(priced) == 1 else None


def _prices(quote: Quote) -> str:
    priced = [one for one in quote.lines if one.unit_price is not None]
    if len(priced) == 1:
        one = priced[0]
        return f"{rupiah(one.unit_price or 0)}/{unit_word(one.unit_code)}"
    return ", ".join(f"{one.line.name} {rupiah(one.unit_price or 0)}" for one in priced)


def _differences(quote: Quote) -> str:
    """What is not as it was asked for."""
    found = []
    for one in quote.lines:
        if one.answer is LineAnswer.LESS:
            less = _("hanya %(amount)s", amount=amount(one.quantity, one.unit_code))
            found.append(less if len(quote.lines) == 1 else f"{one.line.name}: {less}")
        elif one.answer is LineAnswer.ALTERNATIVE:
            found.append(one.description if len(quote.lines) == 1 else f"{one.line.name}: {one.description}")
        elif one.answer is LineAnswer.CANNOT:
            found.append(_("tanpa %(thing)s", thing=one.line.name))
    return ", ".join(found)


def delivery_words(quote: Quote) -> str:
    """What delivery costs, or how it is delivered and that its cost is not known yet."""
    if quote.delivery_cost:
        return rupiah(quote.delivery_cost)
    if quote.delivery_cost == 0:
        return _("Gratis")
    how = label(quote.delivery_method)
    return _("%(how)s, ongkir belum dihitung", how=how) if _cost_open(quote) else how


def delivery_terms(quote: Quote) -> str:
    """How a quote is delivered, and what that costs."""
    words = delivery_words(quote)
    return words if quote.delivery_cost is None else f"{label(quote.delivery_method)}, {words}"


def total_words(quote: Quote) -> str:
    """The sum, and whether delivery comes on top of it."""
    total = rupiah(quote.total)
    return _("%(total)s, belum termasuk ongkir", total=total) if _cost_open(quote) else total


def _total(quote: Quote) -> Cell:
    note = _("belum termasuk ongkir") if _cost_open(quote) else ""
    return {"text": rupiah(quote.total), "strong": True, "note": note}


def _cost_open(quote: Quote) -> bool:
    """Goods will be brought, and nobody has said yet what that costs."""
    return quote.delivery_cost is None and quote.delivery_method is not DeliveryMethod.PICKUP


def _late_words(quote: Quote) -> str:
    """The day on which it would be ready, accepted today, where that is after the buyer's day; else nothing."""
    ready, wanted = today_wib() + timedelta(days=quote.lead_days), quote.part.inquiry.needed_by
    if wanted is None or ready <= wanted:
        return ""
    return _("sekitar %(day)s: lewat tanggal Anda", day=date_short(ready))


def lead_words(quote: Quote) -> str:
    """How long the work takes."""
    return ngettext("%(num)s hari", "%(num)s hari", quote.lead_days)
