"""What a maker says of a product is checked against its kind, field by field."""

from dataclasses import replace
from typing import Any

import pytest

from shop.catalogue.book import AttributeFacts, KindFacts, UnitFacts
from shop.catalogue.facts import ProductFacts, VariantFacts, check_facts
from shop.catalogue.types import AttributeType, UnitBase
from shop.lib.errors import Invalid

PIECE, METRE = (
    UnitFacts(number, code, code, code, f"{code}s", base, 1)
    for number, (code, base) in enumerate((("piece", UnitBase.PIECE), ("metre", UnitBase.METRE)), start=1)
)
TWO = ({"code": "s", "name_id": "S", "name_en": "S"}, {"code": "m", "name_id": "M", "name_en": "M"})


def attribute(code: str, kind: AttributeType, **facts: Any) -> AttributeFacts:
    told = {"name_id": code, "name_en": code, "unit": "", "choices": (), "required": False, "max_length": 10, **facts}
    return AttributeFacts(code=code, type=kind, **told)


KIND = KindFacts(
    id=1,
    code="bag",
    slug="tas",
    name_id="Tas",
    name_en="Bag",
    category="rumah-dan-tas",
    default_unit=PIECE,
    units=(),
    rules={},
    customisation=(),
    attributes=(
        attribute("size", AttributeType.CHOICE, choices=TWO),
        attribute("sizes", AttributeType.CHOICES, choices=TWO),
        attribute("cloth", AttributeType.TEXT, required=True),
        attribute("zips", AttributeType.INTEGER),
        attribute("litres", AttributeType.DECIMAL),
    ),
    active=True,
)
FACTS = ProductFacts(name="Tas perca", description="Dari kain sisa.", unit=PIECE, price=39_000)


@pytest.mark.parametrize(
    ("facts", "code", "field"),
    [
        ({"name": ""}, "product_name_missing", "name"),
        ({"name": "x" * 91}, "too_long", "name"),
        ({"unit": METRE}, "unit_not_for_kind", "unit"),
        ({"price": 0}, "price_zero", "price"),
        ({"sample_price": 10**13}, "money_huge", "sample_price"),
        ({"price_max": 10_000}, "price_range_order", "price_max"),
        ({"tiers": [(n, 30_000 - n) for n in range(2, 9)]}, "too_many_tiers", "tiers"),
        ({"tiers": [(1, 30_000)]}, "tier_quantity_order", "tiers"),
        ({"tiers": [(12, 40_000)]}, "tier_price_order", "tiers"),
        ({"moq": 0}, "number_range", "moq"),
        ({"variants": [VariantFacts(name=str(n)) for n in range(31)]}, "too_many_variants", "variants"),
        ({"variants": [VariantFacts(name="Merah"), VariantFacts(name="merah")]}, "variant_twice", "variants"),
        ({"attributes": {"size": "xl"}}, "choose_one", "attribute_size"),
        ({"attributes": {"sizes": ["s", "xl"]}}, "choose_one", "attribute_sizes"),
        ({"attributes": {"cloth": "x" * 11}}, "too_long", "attribute_cloth"),
        ({"description": "WA 0812 3456 7890"}, "phone_not_public", "description"),
        ({"variants": [VariantFacts(name="WA 081234567890")]}, "phone_not_public", "variants"),
        ({"attributes": {"cloth": "0812345678"}}, "phone_not_public", "attribute_cloth"),
        ({"attributes": {"zips": "dua"}}, "not_number", "attribute_zips"),
        ({"attributes": {"zips": -1}}, "number_range", "attribute_zips"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_box(facts: dict[str, Any], code: str, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        check_facts(KIND, replace(FACTS, **facts), complete=False)
    assert (refused.value.code, refused.value.field) == (code, field)


def test_facts_come_back_each_of_its_type_without_what_is_empty_or_foreign() -> None:
    said = {"size": "s", "sizes": ("m", "s"), "cloth": "", "zips": "2", "litres": "1,5", "colour": "merah"}
    cleaned = check_facts(KIND, replace(FACTS, attributes=said), complete=False)
    assert cleaned == {"size": "s", "sizes": ["m", "s"], "zips": 2, "litres": 1.5}
