"""The base of all forms, its fields, and how a refusal stands beside its field with everything typed kept."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from typing import Any

from email_validator import EmailNotValidError, validate_email
from flask import abort, flash, g, request
from flask_wtf import FlaskForm
from wtforms import Field, HiddenField, MultipleFileField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import StopValidation, ValidationError

from shop.lib.errors import Forbidden, Invalid, NotFound, ShopError
from shop.lib.money import parse_rupiah
from shop.lib.phone import parse_phone
from shop.lib.quantities import parse_day, parse_quantity
from shop.lib.typed import clean, one_line
from shop.platform.db import db
from shop.text.errors import listed, sentence
from shop.text.language import gettext
from shop.web.context import is_demo
from shop.web.without_nik import WithoutNik

_MULTIPLE = (SelectMultipleField, MultipleFileField)
_WTFORMS_WORDS = {
    "Not a valid choice.": "Pilih salah satu dari daftar.",
    "Not a valid choice": "Pilih salah satu dari daftar.",
    "Invalid Choice: could not coerce.": "Pilih salah satu dari daftar.",
    "Not a valid integer value.": "Tulis dengan angka.",
}


class _Words:
    """The few sentences that WTForms says itself, in our words."""

    def gettext(self, text: str) -> str:
        return gettext(_WTFORMS_WORDS.get(text, "Periksa isian ini."))

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        return self.gettext(singular if n == 1 else plural)


class ShopForm(FlaskForm):
    """A form whose failing answer is 422 and whose errors are listed on top."""

    class Meta(FlaskForm.Meta):
        def get_translations(self, form: Any) -> Any:
            return _Words()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.refused: list[str] = []
        self.status = 200
        self.trusted = False
        if self.is_submitted():
            self._refuse_doubled()

    def _refuse_doubled(self) -> None:
        for field in self:
            if not isinstance(field, _MULTIPLE) and len(request.form.getlist(field.name)) > 1:
                abort(400)

    def validate(self, extra_validators: Any = None) -> bool:
        """Check the token before all other fields, and note that this request's was checked."""
        g.form_checked = True
        self.trusted = "csrf_token" not in self or self["csrf_token"].validate(self)
        fine: bool = super().validate(extra_validators)
        if not fine:
            self.status = 422
        return fine

    def refusals(self) -> AbstractContextManager[None]:
        """Run a command: what it refuses is undone and stands in the form; NotFound and Forbidden pass on."""
        return _undone(self.refuse)

    def refuse(self, error: ShopError) -> None:
        """Put an error beside its field, or on top when it has none here."""
        self.status = 422
        field = self[error.field] if error.field and error.field in self else None
        if field is None or isinstance(field, HiddenField):
            self.refused.append(sentence(error))
        else:
            field.errors = [*field.errors, sentence(error)]

    @property
    def summary(self) -> list[tuple[str, str]]:
        """Every error with the id of its field ('' for the form itself), in the order of the page."""
        found = [("", text) for text in self.refused]
        for field in self:
            for text in _flat(field.errors):
                expired, said = field.name == "csrf_token", listed(str(field.label.text), text)
                found.append(("", sentence(Invalid("form_expired"))) if expired else (field.id, said))
        return found


class ActionForm(ShopForm):
    """Only a button: the token and nothing else."""


def flashed_refusals() -> AbstractContextManager[None]:
    """Like ``form.refusals()`` where only a button was pressed: what is refused is told on the next page."""
    return _undone(lambda error: flash(sentence(error), "error"))


@contextmanager
def _undone(tell: Callable[[ShopError], None]) -> Iterator[None]:
    try:
        with db.session.begin_nested():
            yield
    except (NotFound, Forbidden):
        raise
    except ShopError as error:
        for one in error.every:
            tell(one)


def _flat(errors: Any) -> Iterator[str]:
    for error in errors.values() if isinstance(errors, dict) else errors:
        if isinstance(error, str) or not isinstance(error, (list, tuple, dict)):
            yield str(error)
        else:
            yield from _flat(error)


class TextField(WithoutNik, StringField):
    """One line of text, cleaned."""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        self.data = one_line(valuelist[0] if valuelist else "")


class ParagraphField(WithoutNik, TextAreaField):
    """Several lines of text, cleaned."""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        self.data = clean(valuelist[0] if valuelist else "")


class ParsedField(StringField):
    """Text that a parser reads; what was typed stays in the box, what was read is ``data``."""

    def parse(self, text: str) -> Any:
        raise NotImplementedError

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        text = clean(valuelist[0] if valuelist else "")
        self.data = None
        if text:
            try:
                self.data = self.parse(text)
            except Invalid as error:
                raise ValueError(sentence(error)) from None

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else self.shown(self.data)

    def shown(self, data: Any) -> str:
        """How a stored value stands in the box."""
        return str(data)


class PhoneField(ParsedField):
    """An Indonesian mobile number in any spelling; ``data`` is E.164."""

    def parse(self, text: str) -> str:
        return parse_phone(text, demo=is_demo())


class EmailField(ParsedField):
    """An e-mail address; ``data`` is lower-case."""

    def parse(self, text: str) -> str:
        try:
            return validate_email(text, check_deliverability=False, test_environment=True).normalized.lower()
        except EmailNotValidError:
            raise Invalid("email_invalid") from None


class RupiahField(ParsedField):
    """Whole rupiah as people write them: 39.000, 39rb, 1,5 juta."""

    def parse(self, text: str) -> int:
        return parse_rupiah(text)

    def shown(self, data: Any) -> str:
        return f"{data:,}".replace(",", ".")


class QuantityField(ParsedField):
    """A whole quantity of at least one."""

    def parse(self, text: str) -> int:
        return parse_quantity(text)


class DayField(ParsedField):
    """A day: a date box where the browser has one, any usual spelling elsewhere."""

    def parse(self, text: str) -> date:
        return parse_day(text)

    def shown(self, data: Any) -> str:
        return str(data.isoformat())


class Required:
    """Refuses an empty field with the sentence of ``code``; keeps a reading error that came before."""

    field_flags = {"required": True}

    def __init__(self, code: str = "required") -> None:
        self.code = code

    def __call__(self, form: Any, field: Field) -> None:
        empty = field.data in (None, "", [])
        if empty and not field.errors:
            raise StopValidation(sentence(Invalid(self.code)))
        if empty:
            raise StopValidation


class Longest:
    """Refuses text of more than ``most`` characters."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.field_flags = {"maxlength": most}

    def __call__(self, form: Any, field: Field) -> None:
        if field.data and len(field.data) > self.most:
            raise ValidationError(sentence(Invalid("too_long", most=self.most)))


class Checked:
    """Runs a check of a feature that raises Invalid."""

    def __init__(self, check: Callable[[Any], object]) -> None:
        self.check = check

    def __call__(self, form: Any, field: Field) -> None:
        try:
            self.check(field.data)
        except Invalid as error:
            raise ValidationError(sentence(error)) from None
