"""Forms by which a maker answers: a quote line by line, a question, a decline; and what they start with."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, cast

from wtforms import HiddenField, SelectField

from shop.inquiries.clocks import QUOTE_DAYS
from shop.inquiries.models import InquiryPart, PartLine, Quote
from shop.inquiries.offering import LONGEST_LEAD, line_faults, offer_faults, term_faults
from shop.inquiries.queries import PartView
from shop.inquiries.rules import LONGEST_MESSAGE, unit_price_for
from shop.inquiries.types import DeclineReason, DeliveryMethod, LineAnswer, Offer, OfferedLine
from shop.lib.clock import today_wib
from shop.lib.errors import Invalid, ShopError
from shop.lib.ids import new_token
from shop.text.errors import sentence
from shop.text.labels import choices
from shop.text.language import lazy as _l
from shop.web.forms import DayField, Longest, ParagraphField, Required, RupiahField, ShopForm, TextField
from shop.web.number_fields import DaysField
from shop.web.selling.desk import counted_in
from shop.web.selling.fields import OneOfField, WholeField, options
from shop.web.words import deposit_words

DEPOSITS = (0, 30, 40, 50)
DEFAULT_LEAD = 14
OK = 200
DECLINE_PLACE = "tolak"
_BOXES = ("answer", "quantity", "description", "unit_price")  # as the page has them
_ANSWERS = [
    (str(LineAnswer.AS_ASKED), _l("Sanggup semua")),
    (str(LineAnswer.LESS), _l("Sanggup sebagian")),
    (str(LineAnswer.ALTERNATIVE), _l("Usul lain")),
    (str(LineAnswer.CANNOT), _l("Belum bisa")),
]


class QuoteForm(ShopForm):
    """The terms of a quote; the boxes of each line are added by ``quote_form``."""

    quote_key = HiddenField()
    lead_days = DaysField(_l("Lama mengerjakan"), [Required()], most=LONGEST_LEAD)
    delivery_method = SelectField(_l("Cara kirim"))
    delivery_cost = RupiahField(_l("Ongkir, sekali kirim"))
    deposit_percent = OneOfField(_l("Uang muka"), coerce=int)
    valid_until = DayField(_l("Berlaku sampai"), [Required()])
    quote_note = ParagraphField(_l("Catatan untuk pembeli"), [Longest(LONGEST_MESSAGE)])

    lines: Sequence[PartLine] = ()
    needed_by: date | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.refused_at: dict[str, str] = {}

    def __iter__(self) -> Iterator[Any]:
        """The boxes as the page has them: those of the lines first."""
        return iter(sorted(super().__iter__(), key=lambda field: not field.name.startswith("lines_")))

    @property
    def names_in_list(self) -> dict[str, str]:
        """Whose box it is, where the list of errors speaks of several lines."""
        if len(self.lines) < 2:
            return {}
        return {f"lines_{at}_{box}": share.line.name for at, share in enumerate(self.lines) for box in _BOXES}

    def validate(self, extra_validators: Any = None) -> bool:
        """Check every box, and what the boxes mean together, so that all faults are told at once."""
        super().validate(extra_validators)
        for fault in self._faults():
            place = _box_of(fault)
            if place not in self or not self[place].errors:
                self.refuse(fault)
        return self.status == OK

    def _faults(self) -> list[Invalid]:
        read = [place for place, _ in enumerate(self.lines) if not self.box(place, "answer").errors]
        if len(read) == len(self.lines):
            return list(offer_faults(self.offer(), [share.quantity for share in self.lines]))
        lines = [fault for at in read for fault in line_faults(at, self._line(at), self.lines[at].quantity)]
        return [*lines, *term_faults(self.offer(read))]

    def refuse(self, error: ShopError) -> None:
        """Put an error of the command beside our box of the same meaning."""
        super().refuse(type(error)(error.code, _box_of(error) or None, **error.params))
        if error.code == "quote_all_cannot":
            self.refused_at[sentence(error)] = DECLINE_PLACE

    @property
    def touched(self) -> bool:
        """Whether something stands in a box that the page did not put there."""
        boxes = [box for box in self if not isinstance(box, HiddenField)]
        return any(box.process_errors or (box.data or None) != (box.object_data or None) for box in boxes)

    def box(self, place: int, name: str) -> Any:
        """One box of one line."""
        return self[f"lines_{place}_{name}"]

    def offer(self, read: Iterable[int] | None = None) -> Offer:
        """What was typed, of all lines or only of these, for the command; refuses nothing itself."""
        places = range(len(self.lines)) if read is None else read
        return Offer(
            lines=tuple(self._line(place) for place in places),
            lead_days=self.lead_days.data or 0,
            valid_until=self.valid_until.data,
            delivery_method=self._method(),
            delivery_cost=self.delivery_cost.data,
            deposit_percent=self.deposit_percent.data or 0,
            note=self.quote_note.data or "",
        )

    def _method(self) -> DeliveryMethod:
        return DeliveryMethod.LATER if self.delivery_method.errors else DeliveryMethod(self.delivery_method.data)

    def _line(self, place: int) -> OfferedLine:
        answer = LineAnswer(self.box(place, "answer").data)
        counted = answer in (LineAnswer.LESS, LineAnswer.ALTERNATIVE)
        return OfferedLine(
            line=self.lines[place].line.public_id,
            answer=answer,
            unit_price=self.box(place, "unit_price").data,
            quantity=self.box(place, "quantity").data if counted else None,
            description=self.box(place, "description").data or "",
        )

    @property
    def days_left(self) -> int | None:
        """Until the day by which the buyer needs it."""
        return (self.needed_by - today_wib()).days if self.needed_by else None

    @property
    def late(self) -> bool:
        """The work, begun today, would be ready after that day."""
        return self.days_left is not None and (self.lead_days.data or 0) > self.days_left

    @property
    def total(self) -> tuple[int, int]:
        """Goods and all, in rupiah, as far as it is typed; for those without script."""
        goods = 0
        for place, share in enumerate(self.lines):
            answer, price = self.box(place, "answer").data, self.box(place, "unit_price").data or 0
            less = answer in (LineAnswer.LESS, LineAnswer.ALTERNATIVE)
            count = (self.box(place, "quantity").data if less else None) or share.quantity
            goods += 0 if answer == LineAnswer.CANNOT else price * count
        return goods, goods + (self.delivery_cost.data or 0)


def _box_of(error: ShopError) -> str:
    """Our name of the box that an error of the command is about."""
    return {"note": "quote_note", "key": "quote_key"}.get(error.field or "", error.field or "").replace("-", "_")


def quote_form(view: PartView, *, filled: bool = True) -> QuoteForm:
    """A form for this part; ``filled`` False leaves what was posted for other forms of the page alone."""
    shares = list(view.part.shares)
    boxes: dict[str, Any] = {}
    for place, share in enumerate(shares):
        boxes[f"lines_{place}_answer"] = OneOfField(
            _l("Jawaban saya"), [Required("choose_one")], choices=options(_ANSWERS)
        )
        boxes[f"lines_{place}_quantity"] = WholeField(_l("Sanggup berapa"), unit=counted_in(share.line.unit_code))
        boxes[f"lines_{place}_description"] = TextField(_l("Gantinya apa"), [Longest(300)])
        boxes[f"lines_{place}_unit_price"] = RupiahField(_l("Harga satu"))
    made = type("QuoteFormOfLines", (QuoteForm,), boxes)
    start = {**_terms(view), **_lines(view)}
    form = cast("QuoteForm", made(data=start) if filled else made(formdata=None, data=start))
    form.lines, form.needed_by = shares, view.part.inquiry.needed_by
    form.delivery_method.choices = options(choices(DeliveryMethod))
    percents = sorted({*DEPOSITS, start["deposit_percent"]})
    form.deposit_percent.choices = options((percent, deposit_words(percent)) for percent in percents)
    return form


def _terms(view: PartView) -> dict[str, Any]:
    """What a quote starts with: the last one, else what the listings and the stall say.

    A note beside less or something else than was asked stays with that quote: it would not hold of a whole one.
    """
    last, products = view.newest, [share.line.product for share in view.part.shares if share.line.product]
    lead = max((product.lead_days for product in products), default=DEFAULT_LEAD)
    deposits = [product.deposit_percent for product in products] + [view.part.producer.deposit_percent]
    return {
        "quote_key": new_token(),
        "lead_days": last.lead_days if last else lead,
        "delivery_method": str(last.delivery_method if last else DeliveryMethod.COURIER),
        "delivery_cost": last.delivery_cost if last else None,
        "deposit_percent": last.deposit_percent if last else next((one for one in deposits if one is not None), 0),
        "valid_until": today_wib() + timedelta(days=QUOTE_DAYS),
        "quote_note": last.note if last and all(one.answer is LineAnswer.AS_ASKED for one in last.lines) else "",
    }


def _lines(view: PartView) -> dict[str, Any]:
    start: dict[str, Any] = {}
    for place, share in enumerate(view.part.shares):
        start |= {f"lines_{place}_{name}": value for name, value in _line(view.newest, share).items()}
    return start


def _line(last: Quote | None, share: PartLine) -> dict[str, Any]:
    before = next((one for one in last.lines if one.line_id == share.line_id), None) if last else None
    if before is not None:
        less = before.answer in (LineAnswer.LESS, LineAnswer.ALTERNATIVE)
        return {
            "answer": str(before.answer),
            "unit_price": before.unit_price,
            "quantity": before.quantity if less else None,
            "description": before.description,
        }
    product = share.line.product
    price = unit_price_for(product, share.quantity) if product else share.line.unit_price
    return {"answer": str(LineAnswer.AS_ASKED), "unit_price": price}


class DeclineForm(ShopForm):
    reason = OneOfField(_l("Alasannya"), [Required("reason_missing")])
    decline_note = TextField(_l("Tambahan"), [Longest(300)])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reason.choices = options(choices(DeclineReason))


def contact_is_open(part: InquiryPart) -> bool:
    """Whether the buyer left a phone that may still be used."""
    return bool(part.inquiry.phone) and part.inquiry.contact_erased_at is None
