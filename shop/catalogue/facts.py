"""What a maker says of a product: as it stands, and checked against its kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from shop.catalogue.book import AttributeFacts, KindFacts, UnitFacts, book
from shop.catalogue.models import Product
from shop.catalogue.types import AttributeType, PriceBasis, StockMode
from shop.lib.errors import Incomplete, Invalid
from shop.lib.money import MOST_RUPIAH
from shop.lib.nik import refuse_nik
from shop.lib.phone import refuse_phone

MOST_TIERS = 6
MOST_VARIANTS = 30
LONGEST_NAME = 90
LARGEST_NUMBER = 1_000_000
PLAIN = (
    "price",
    "price_max",
    "price_on_request",
    "price_basis",
    "moq",
    "multiple",
    "lead_days",
    "capacity_per_month",
    "stock_mode",
    "stock_ready",
    "deposit_percent",
    "sample_price",
    "weight_g",
)
"""Facts that stand in a product under the same name."""
_NOTHING: tuple[object, ...] = (None, "", [], ())


@dataclass(frozen=True, kw_only=True)
class VariantFacts:
    name: str
    price: int | None = None
    stock_ready: int | None = None


@dataclass(frozen=True, kw_only=True)
class ProductFacts:
    """Everything that the maker may write; prices in whole rupiah per ``unit``."""

    name: str
    description: str
    unit: UnitFacts
    price: int | None
    price_max: int | None = None
    price_on_request: bool = False
    price_basis: PriceBasis = PriceBasis.UNIT
    tiers: Sequence[tuple[int, int]] = ()
    variants: Sequence[VariantFacts] = ()
    moq: int = 1
    multiple: int = 1
    lead_days: int = 7
    capacity_per_month: int | None = None
    stock_mode: StockMode = StockMode.MADE_TO_ORDER
    stock_ready: int | None = None
    attributes: Mapping[str, Any] = field(default_factory=dict)
    customisation: Sequence[str] = ()
    deposit_percent: int | None = None
    sample_price: int | None = None
    weight_g: int | None = None


def facts_of(product: Product) -> ProductFacts:
    """The facts as they stand, for forms and copies."""
    from_product = {name: getattr(product, name) for name in PLAIN}
    return ProductFacts(
        name=product.name,
        description=product.description,
        unit=book().unit_by_id[product.unit_id],
        tiers=[(tier.min_quantity, tier.price) for tier in product.tiers],
        variants=[
            VariantFacts(name=row.name, price=row.price, stock_ready=row.stock_ready) for row in product.variants
        ],
        attributes=product.attributes,
        customisation=product.customisation,
        **from_product,
    )


def check_facts(kind: KindFacts, facts: ProductFacts, *, complete: bool) -> dict[str, Any]:
    """Refuse what cannot be; returns the attributes cleaned. ``complete`` also asks for what publishing needs."""
    if not facts.name:
        raise Invalid("product_name_missing", "name")
    if len(facts.name) > LONGEST_NAME:
        raise Invalid("too_long", "name", most=LONGEST_NAME)
    refuse_nik({"name": facts.name, "description": facts.description})
    variants = " / ".join(variant.name for variant in facts.variants)
    refuse_phone({"name": facts.name, "description": facts.description, "variants": variants})
    if facts.unit.code not in {unit.code for unit in kind.units} | {kind.default_unit.code}:
        raise Invalid("unit_not_for_kind", "unit")
    if complete and (missing := missing_facts(kind, facts)):
        raise Incomplete(missing)
    _check_price(facts)
    _check_amounts(facts)
    return _clean_attributes(kind, facts.attributes)


def missing_facts(kind: KindFacts, facts: ProductFacts) -> list[Invalid]:
    """Everything that publishing needs and that nobody wrote yet."""
    priced = facts.price is not None or facts.price_on_request
    return [
        *([] if priced else [Invalid("money_missing", "price")]),
        *(
            Invalid("attribute_missing", f"attribute_{fact.code}", name=fact)
            for fact in kind.attributes
            if fact.required and facts.attributes.get(fact.code) in _NOTHING
        ),
    ]


def _check_price(facts: ProductFacts) -> None:
    for name, value in (("price", facts.price), ("price_max", facts.price_max), ("sample_price", facts.sample_price)):
        if value is not None and not 0 < value <= MOST_RUPIAH:
            raise Invalid("price_zero" if value <= 0 else "money_huge", name)
    if facts.price_max is not None and (facts.price is None or facts.price_max < facts.price):
        raise Invalid("price_range_order", "price_max")
    _check_tiers(facts)


def _check_tiers(facts: ProductFacts) -> None:
    if len(facts.tiers) > MOST_TIERS:
        raise Invalid("too_many_tiers", "tiers", most=MOST_TIERS)
    last_quantity, last_price = facts.moq, facts.price
    for quantity, price in facts.tiers:
        if quantity <= last_quantity:
            raise Invalid("tier_quantity_order", "tiers")
        if last_price is None or not 0 < price < last_price:
            raise Invalid("tier_price_order", "tiers")
        last_quantity, last_price = quantity, price


def _check_amounts(facts: ProductFacts) -> None:
    limits = (
        ("moq", facts.moq, 1, 1_000_000),
        ("multiple", facts.multiple, 1, 100_000),
        ("lead_days", facts.lead_days, 0, 365),
        ("capacity_per_month", facts.capacity_per_month, 0, 1_000_000),
        ("stock_ready", facts.stock_ready, 0, 1_000_000),
        ("deposit_percent", facts.deposit_percent, 0, 100),
        ("weight_g", facts.weight_g, 1, 1_000_000),
    )
    for name, value, least, most in limits:
        if value is not None and not least <= value <= most:
            raise Invalid("number_range", name, least=least, most=most)
    if len(facts.variants) > MOST_VARIANTS:
        raise Invalid("too_many_variants", "variants", most=MOST_VARIANTS)
    names = [variant.name.casefold() for variant in facts.variants]
    if len(set(names)) < len(names):
        raise Invalid("variant_twice", "variants")


def _clean_attributes(kind: KindFacts, given: Mapping[str, Any]) -> dict[str, Any]:
    """Only facts that the kind knows, each of its type; empty ones are left out."""
    cleaned: dict[str, Any] = {}
    for fact in kind.attributes:
        value = given.get(fact.code)
        if value in _NOTHING:
            continue
        cleaned[fact.code] = _clean(fact, value)
    return cleaned


def _clean(fact: AttributeFacts, value: Any) -> Any:
    where = f"attribute_{fact.code}"
    codes = {choice["code"] for choice in fact.choices}
    if fact.type is AttributeType.CHOICE and value not in codes:
        raise Invalid("choose_one", where)
    if fact.type is AttributeType.CHOICES and not set(value) <= codes:
        raise Invalid("choose_one", where)
    if fact.type in (AttributeType.INTEGER, AttributeType.DECIMAL):
        return _number(fact, value, where)
    if fact.type is AttributeType.TEXT and len(str(value)) > fact.max_length:
        raise Invalid("too_long", where, most=fact.max_length)
    refuse_nik({where: value})
    refuse_phone({where: value})
    return list(value) if fact.type is AttributeType.CHOICES else value


def _number(fact: AttributeFacts, value: Any, where: str) -> int | float:
    try:
        number = float(str(value).replace(",", "."))
    except ValueError:
        raise Invalid("not_number", where) from None
    if not 0 <= number <= LARGEST_NUMBER:
        raise Invalid("number_range", where, least=0, most=LARGEST_NUMBER)
    return int(number) if fact.type is AttributeType.INTEGER else number
