"""What a maker's offer may say: pure, so that the form tells every fault at once and the command refuses the same."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from shop.inquiries.rules import LONGEST_MESSAGE
from shop.inquiries.types import LineAnswer, Offer, OfferedLine
from shop.lib.clock import today_wib
from shop.lib.errors import Invalid
from shop.lib.money import MOST_RUPIAH
from shop.lib.quantities import MOST_PIECES

LONGEST_LEAD = 365
LONGEST_VALIDITY = timedelta(days=180)
LONGEST_DESCRIPTION = 300
WHOLE = 100


def offer_faults(offer: Offer, asked: Sequence[int]) -> Iterator[Invalid]:
    """Everything wrong with an offer, in the order of the boxes; ``asked`` are the quantities of its lines."""
    pairs = enumerate(zip(offer.lines, asked, strict=True))
    found = [fault for place, (line, quantity) in pairs for fault in line_faults(place, line, quantity)]
    found += term_faults(offer)
    yield from found
    if offer.lines and all(line.answer is LineAnswer.CANNOT for line in offer.lines):
        yield Invalid("quote_all_cannot", "lines")
    if not found and total_offered(offer, asked) > MOST_RUPIAH:
        yield Invalid("money_huge", "lines", most=MOST_RUPIAH)


def line_faults(place: int, offered: OfferedLine, asked: int) -> Iterator[Invalid]:
    """What is wrong with the answer to one line; its boxes are called ``lines-<place>-unit_price`` and so on."""
    field = f"lines-{place}"
    yield from _quantity_faults(f"{field}-quantity", offered, asked)
    description = offered.description.strip()
    if len(description) > LONGEST_DESCRIPTION:
        yield Invalid("too_long", f"{field}-description", most=LONGEST_DESCRIPTION)
    if offered.answer is LineAnswer.ALTERNATIVE and not description:
        yield Invalid("alternative_not_described", f"{field}-description")
    if offered.answer is not LineAnswer.CANNOT and (offered.unit_price or 0) <= 0:
        yield Invalid("money_missing", f"{field}-unit_price")
    elif offered.answer is not LineAnswer.CANNOT and (offered.unit_price or 0) > MOST_RUPIAH:
        yield Invalid("money_huge", f"{field}-unit_price", most=MOST_RUPIAH)


def _quantity_faults(field: str, offered: OfferedLine, asked: int) -> Iterator[Invalid]:
    quantity = quantity_offered(offered, asked)
    if offered.answer in (LineAnswer.CANNOT, LineAnswer.AS_ASKED):
        return
    if offered.answer is LineAnswer.LESS and offered.quantity is None:
        yield Invalid("quantity_missing", field)
    elif quantity < 1:
        yield Invalid("quantity_zero", field)
    elif quantity > MOST_PIECES:
        yield Invalid("quantity_huge", field, most=MOST_PIECES)
    elif offered.answer is LineAnswer.LESS and quantity >= asked:
        yield Invalid("quantity_not_less", field, asked=asked)


def term_faults(offer: Offer) -> Iterator[Invalid]:
    """What is wrong with the terms for all lines together."""
    today = today_wib()
    until = offer.valid_until or today
    checks: tuple[tuple[bool, str, str, dict[str, int]], ...] = (
        (0 <= offer.lead_days <= LONGEST_LEAD, "number_range", "lead_days", {"least": 0, "most": LONGEST_LEAD}),
        (until >= today, "date_past", "valid_until", {}),
        (until <= today + LONGEST_VALIDITY, "date_far", "valid_until", {}),
        (0 <= (offer.delivery_cost or 0) <= MOST_RUPIAH, "money_huge", "delivery_cost", {"most": MOST_RUPIAH}),
        (0 <= offer.deposit_percent <= WHOLE, "number_range", "deposit_percent", {"least": 0, "most": WHOLE}),
        (len(offer.note) <= LONGEST_MESSAGE, "too_long", "note", {"most": LONGEST_MESSAGE}),
    )
    for good, code, field, params in checks:
        if not good:
            yield Invalid(code, field, **params)


def quantity_offered(offered: OfferedLine, asked: int) -> int:
    """How many of one line the maker would make."""
    if offered.answer is LineAnswer.CANNOT:
        return 0
    return asked if offered.answer is LineAnswer.AS_ASKED or offered.quantity is None else offered.quantity


def total_offered(offer: Offer, asked: Sequence[int]) -> int:
    """Whole rupiah of all lines, and delivery once."""
    pairs = zip(offer.lines, asked, strict=True)
    return sum(quantity_offered(line, count) * (line.unit_price or 0) for line, count in pairs) + (
        offer.delivery_cost or 0
    )
