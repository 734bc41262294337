"""What everybody may read of a product: columns that stand on its page, and no others."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from shop.catalogue.types import CapacityLevel, PriceBasis, StockMode


@dataclass(frozen=True, slots=True)
class PublicProduct:
    """The columns of a product that stand on its page."""

    id: int
    public_id: str
    slug: str
    producer_id: int
    kind_id: int
    name: str
    description: str
    language: str
    unit_id: int
    price: int | None
    price_max: int | None
    price_basis: PriceBasis
    unit_price: int | None
    moq: int
    multiple: int
    lead_days: int
    capacity_per_month: int | None
    stock_mode: StockMode
    stock_ready: int | None
    sold_out: bool
    closed_until: date | None
    attributes: dict[str, Any]
    customisation: list[Any]
    size_chart: list[Any]
    deposit_percent: int | None
    sample_price: int | None
    weight_g: int | None
    last_confirmed_at: datetime
    published_at: datetime | None


@dataclass(frozen=True, slots=True)
class MonthFacts:
    """A month of a product's capacity."""

    total: int | None
    reserved: int
    level: CapacityLevel | None
