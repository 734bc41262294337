"""Prices as arithmetic: per base unit, and by tier."""

import pytest

from shop.catalogue.pricing import price_for, unit_price

TIERS = [(100, 30_000), (12, 35_000)]


@pytest.mark.parametrize(
    ("price", "tiers", "factor", "found"),
    [(39_000, (), 1, 39_000), (39_000, TIERS, 12, 2_500), (10, (), 3, 4), (None, (), 1, None)],
)
def test_the_price_of_a_base_unit_is_that_of_the_lowest_tier_rounded_up(
    price: int | None, tiers: list[tuple[int, int]], factor: int, found: int | None
) -> None:
    assert unit_price(price, tiers, factor) == found


def test_a_quantity_costs_what_the_highest_tier_that_it_reaches_says() -> None:
    assert [price_for(39_000, TIERS, quantity) for quantity in (11, 12, 99, 100)] == [39_000, 35_000, 35_000, 30_000]
    assert price_for(None, [], 5) is None
