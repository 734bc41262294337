"""The form about one product: boxes for its sizes, its customisation, and a limit to tick where it has one."""

from collections.abc import Mapping
from typing import Any

from shop.catalogue.cards import ProductCard
from shop.catalogue.models import Product
from shop.text.honesty import explanation
from shop.text.honesty import label as honesty_words
from shop.text.language import SOURCE_LANGUAGE, current_language, gettext
from shop.web.inquiry_forms import CountField, LineFields

_SIZES = "sizes"
"""The question of a kind that lists the sizes its maker makes."""


def form_for(kind: type[LineFields], product: Product, card: ProductCard, **values: Any) -> Any:
    """A form of this kind with what its product asks; sizes without a price of their own are folded."""
    variants = [one.name for one in product.variants if one.active]
    names = {f"size_{place}": one for place, one in enumerate(variants or _sizes_made(product, card))}
    boxes = {field: CountField(name) for field, name in names.items()}
    body = {**boxes, "product": product, "size_names": names, "sizes_folded": not variants}
    form = type(kind.__name__, (kind,), body)(**values)
    offered = {one["code"]: one for one in card.kind.customisation}
    form.customisation.choices = [(code, _name(offered[code])) for code in product.customisation if code in offered]
    limits = [one for one in card.told if one.acknowledge]
    if limits:
        form.limits.label.text = gettext("Saya mengerti: %(limit)s.", limit=honesty_words(limits[0]).lower())
        form.limits.description = explanation(limits[0])
    else:
        del form.limits
    if not form.customisation.choices:
        del form.customisation
    return form


def _sizes_made(product: Product, card: ProductCard) -> list[str]:
    """The sizes that the maker ticked among the facts of the product."""
    made = product.attributes.get(_SIZES) or ()
    choices = [choice for fact in card.kind.attributes if fact.code == _SIZES for choice in fact.choices]
    return [_name(choice) for choice in choices if choice["code"] in made]


def _name(words: Mapping[str, str]) -> str:
    return words["name_id" if current_language() == SOURCE_LANGUAGE else "name_en"]
