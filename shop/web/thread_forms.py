"""Forms of the buyer's page of an inquiry: a message, a step of an order, a word after it."""

from typing import Any

from wtforms import BooleanField, HiddenField, RadioField

from shop.inquiries.commands import Word
from shop.inquiries.rules import LONGEST_MESSAGE
from shop.lib.errors import Invalid
from shop.lib.ids import new_token
from shop.orders.commands import Step
from shop.orders.types import CancelReason, OrderState
from shop.text.labels import label
from shop.text.language import gettext
from shop.text.language import lazy as _l
from shop.web.forms import Longest, ParagraphField, ShopForm
from shop.web.uploads import FilesField, KeptFilesField


class WordForm(ShopForm):
    """A message in a thread, of either side; a buyer's ``again`` asks for another quote."""

    again = BooleanField(_l("Saya minta penawaran baru"))
    body = ParagraphField(_l("Tulis balasan"), [Longest(LONGEST_MESSAGE)])
    files = FilesField(_l("Lampirkan berkas"))
    key = HiddenField()
    kept_files = KeptFilesField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.key.data = self.key.data or new_token()

    def word(self) -> Word:
        """What was written."""
        return Word(body=self.body.data or "", key=self.key.data, files=self.files.stored)


class StepForm(ShopForm):
    """A step of an order that is the buyer's."""

    to = HiddenField()
    note = ParagraphField(_l("Apa yang perlu diperbaiki?"), [Longest(500)])
    reason = RadioField(_l("Alasan"), validate_choice=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wanted = (CancelReason.BUYER_CHANGED_MIND, CancelReason.LATE, CancelReason.TERMS, CancelReason.OTHER)
        self.reason.choices = [(str(one), label(one)) for one in wanted]

    def step(self) -> Step:
        """The step that was pressed; one that no button offers is refused."""
        known = {str(one) for one in (OrderState.DONE, OrderState.CHANGES_ASKED, OrderState.CANCELLED)}
        if self.to.data not in known:
            raise Invalid("choose_one")
        reason = CancelReason(self.reason.data) if self.reason.data in dict(self.reason.choices) else None
        return Step(to=OrderState(self.to.data), note=self.note.data or "", reason=reason)


class ReviewForm(ShopForm):
    """A word after a finished order."""

    stars = RadioField(_l("Berapa bintang?"), validate_choice=False)
    body = ParagraphField(_l("Ceritakan singkat"), [Longest(1000)])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stars.choices = [(str(number), gettext("%(n)s dari 5", n=number)) for number in range(5, 0, -1)]

    def written(self) -> dict[str, Any]:
        """Stars (0 where none was chosen) and words."""
        chosen = self.stars.data if self.stars.data in dict(self.stars.choices) else "0"
        return {"stars": int(chosen), "body": self.body.data or ""}
