"""Units of sale in words, by their code as it was snapshotted."""

from shop.catalogue.book import book
from shop.text.formats import number
from shop.text.language import SOURCE_LANGUAGE, current_language, gettext

N_ = str
MEASURES = (N_("hari"), N_("kali"), N_("lapis"), N_("menit"), N_("orang"), N_("warna"))
"""Units of the facts of kinds that are words; cm and kg are the same in both languages."""


def unit_word(code: str, quantity: int = 1) -> str:
    """The name of a unit in the current language; the code itself for a unit that is gone."""
    unit = book().units.get(code)
    if unit is None:
        return code
    if current_language() == SOURCE_LANGUAGE:
        return unit.name_id
    return unit.name_en if quantity == 1 else unit.plural_en


def amount(quantity: int, code: str) -> str:
    """A quantity with its unit: 200 pcs."""
    return f"{number(quantity)} {unit_word(code, quantity)}"


def measure_word(unit: str) -> str:
    """The unit of a fact in the current language."""
    return gettext(unit) if unit in MEASURES else unit
