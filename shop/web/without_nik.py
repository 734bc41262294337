"""Boxes for words take no number that may be a person's NIK: the shop would store it in clear."""

from typing import Any

from wtforms import Field
from wtforms.validators import ValidationError

from shop.lib.errors import Invalid
from shop.lib.nik import has_nik
from shop.text.errors import sentence


class WithoutNik(Field):
    """Refuses sixteen digits in a row beside the field, before its other checks."""

    def pre_validate(self, form: Any) -> None:
        if isinstance(self.data, str) and has_nik(self.data):
            raise ValidationError(sentence(Invalid("nik_not_stored")))
