"""Quotes side by side: the term that is lighter for the buyer is marked, where terms can be compared."""

from collections.abc import Callable, Sequence
from typing import Any

from shop.inquiries.models import Quote
from shop.inquiries.types import LineAnswer
from shop.text.formats import date_short, rupiah
from shop.text.labels import label
from shop.text.language import gettext as _
from shop.text.language import ngettext
from shop.text.units import amount, unit_word
from shop.web.cards import cloth, initials
from shop.web.words import deposit_words

Cell = dict[str, Any]


def compare_quotes(quotes: Sequence[Quote], place: str) -> dict[str, Any]:
    """Columns and rows of the table; prices are compared only where makers were asked for the same."""
    same = len({_asked(quote) for quote in quotes}) == 1
    to = _("Ongkir ke %(place)s", place=place) if place else _("Ongkir")
    rows = [
        (_("Harga"), _cells(quotes, _prices, _unit_price if same else None)),
        (to, _cells(quotes, _delivery, lambda quote: quote.delivery_cost)),
        (_("Jumlah semua"), [{"text": rupiah(quote.total), "strong": True} for quote in quotes]),
        (_("Selesai"), _cells(quotes, _lead, lambda quote: quote.lead_days)),
        (
            _("Uang muka"),
            _cells(quotes, lambda one: deposit_words(one.deposit_percent), lambda q: q.deposit_percent),
        ),
        (_("Berlaku sampai"), [{"text": date_short(quote.valid_until)} for quote in quotes]),
    ]
    if any(_differences(quote) for quote in quotes):
        rows.insert(
            1, (_("Yang berbeda"), [{"text": _differences(quote) or _("Sesuai permintaan")} for quote in quotes])
        )
    columns = [_column(quote) for quote in quotes]
    return {"columns": columns, "rows": rows, "marked": any(cell.get("best") for _label, row in rows for cell in row)}


def _column(quote: Quote) -> dict[str, str]:
    producer = quote.part.producer
    return {
        "name": producer.stall_name,
        "initials": initials(producer.stall_name),
        "cloth": cloth(producer.cloth),
    }


def _cells(
    quotes: Sequence[Quote], words: Callable[[Quote], str], weight: Callable[[Quote], int | None] | None
) -> list[Cell]:
    weights = [weight(quote) if weight else None for quote in quotes]
    known = [one for one in weights if one is not None]
    least = min(known) if len(known) == len(quotes) > 1 and len(set(known)) > 1 else None
    return [
        {"text": words(quote), "best": least is not None and one == least}
        for quote, one in zip(quotes, weights, strict=True)
    ]


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
            found.append(_("hanya %(amount)s", amount=amount(one.quantity, one.unit_code)))
        elif one.answer is LineAnswer.ALTERNATIVE:
            found.append(one.description)
        elif one.answer is LineAnswer.CANNOT:
            found.append(_("tanpa %(thing)s", thing=one.line.name))
    return ", ".join(found)


def _delivery(quote: Quote) -> str:
    if quote.delivery_cost is None:
        return label(quote.delivery_method)
    return rupiah(quote.delivery_cost) if quote.delivery_cost else _("Gratis")


def _lead(quote: Quote) -> str:
    return ngettext("%(num)s hari", "%(num)s hari", quote.lead_days)
