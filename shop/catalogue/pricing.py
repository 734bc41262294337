"""Prices as pure arithmetic: the tier of a quantity, the price per base unit, how long one holds."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from shop.lib.clock import now

PRICE_HOLDS = timedelta(days=90)


def unit_price(price: int | None, tiers: Sequence[tuple[int, int]], factor: int) -> int | None:
    """Whole rupiah per base unit of the lowest tier, rounded up; None for a price by quotation."""
    if price is None:
        return None
    lowest = min([price, *(tier_price for _, tier_price in tiers)])
    return -(-lowest // factor)


def price_for(price: int | None, tiers: Sequence[tuple[int, int]], quantity: int) -> int | None:
    """Rupiah per unit when ``quantity`` units are bought."""
    reached = [tier_price for least, tier_price in sorted(tiers) if quantity >= least]
    return reached[-1] if reached else price


def is_out_of_date(confirmed: datetime) -> bool:
    """Whether nobody has said for 90 days that a price still holds."""
    return now() - confirmed > PRICE_HOLDS
