"""What forms of the office offer to choose from, and fields that only they use."""

from collections.abc import Iterable
from typing import Any

from wtforms import SelectField

from shop.accounts.reach import reached_codes
from shop.accounts.types import Actor, Role
from shop.lib.errors import Invalid
from shop.lib.money import parse_rupiah
from shop.regions.names import places
from shop.regions.queries import districts_within
from shop.text.language import gettext as _
from shop.web.forms import ParsedField

Choices = list[tuple[str, str]]


class ChoiceField(SelectField):
    """A choice of one; an empty first choice stands for nothing chosen."""

    def offer(self, options: Iterable[tuple[str, str]], *, empty: str | None = None) -> None:
        """Set what may be chosen, after the words for nothing."""
        self.choices = [*([("", empty)] if empty is not None else []), *options]


class MoneyField(ParsedField):
    """A sum of whole rupiah that is no price: income, aid."""

    def parse(self, text: str) -> int:
        try:
            return parse_rupiah(text)
        except Invalid as error:
            raise Invalid(error.code.replace("money_", "sum_"), None, **error.params) from None

    def shown(self, data: Any) -> str:
        return f"{data:,}".replace(",", ".")


class DistrictField(SelectField):
    """A kecamatan inside the actor's region, by regency."""

    def offer(self, who: Actor, *roles: Role) -> None:
        """Set the kecamatan that these roles of the actor reach."""
        groups = districts_within(reached_codes(who, *roles))
        found: dict[str, Choices] = {_("Pilih kecamatan"): [("", _("Belum dipilih"))]}
        found |= {name: [(one.code, one.name) for one in regions] for name, regions in groups.items()}
        self.choices = found


def regency_choices(codes: Iterable[str]) -> Choices:
    """Regencies by name."""
    return sorted(((code, places()[code].name) for code in codes), key=lambda one: one[1])


def region_choices(who: Actor, *roles: Role) -> Choices:
    """Provinces and regencies that these roles of the actor reach."""
    codes = reached_codes(who, *roles)
    return [
        (code, place.name)
        for code, place in sorted(places().items())
        if codes is None or any(f"{code}.".startswith(f"{own}.") for own in codes)
    ]
