"""Names of reference data in the current language."""

from typing import Protocol, runtime_checkable

from shop.text.language import SOURCE_LANGUAGE, current_language


@runtime_checkable
class Named(Protocol):
    """What staff named in both languages: kinds, categories, units, collections' titles by another name."""

    @property
    def name_id(self) -> str: ...
    @property
    def name_en(self) -> str: ...


def name_of(thing: Named) -> str:
    """The name of a kind, category, unit or public label in the current language."""
    return thing.name_id if current_language() == SOURCE_LANGUAGE else thing.name_en
