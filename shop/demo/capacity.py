"""What the months of products hold: taken by orders, said by makers; written once all is known."""

from datetime import date, timedelta

from shop.catalogue.models import CapacityEntry
from shop.catalogue.types import CapacityLevel, CapacityPeriod
from shop.demo.world import Booked, Good, World
from shop.lib.clock import month_start

_KEPT_FREE = 5  # of each hundred: what an order leaves, so that only those are full of whom the content says so


def book(world: World, good: Good, quantity: int, start: date) -> list[list[object]]:
    """Take a quantity month by month; answers as an order keeps it: product, first day of the month, quantity."""
    taken: list[list[object]] = []
    month, left, capacity = month_start(start), quantity, good.facts["capacity_per_month"]
    while left > 0:
        booked = world.booked.setdefault((good.id, month), Booked())
        free = capacity - capacity * _KEPT_FREE // 100 - 1 - booked.reserved
        share = 0 if booked.level is CapacityLevel.FULL else min(left, max(0, free))
        share = left if capacity <= 2 else share
        if share:
            booked.reserved += share
            taken.append([good.id, month.isoformat(), share])
        left -= share
        month = month_start(month + timedelta(days=31))
    return taken


def add_capacity(world: World) -> None:
    """One entry for each product and month in which something is taken or said."""
    goods = {good.id: good for good in world.goods.values()}
    for (product, month), booked in sorted(world.booked.items()):
        good = goods[product]
        if booked.reserved or booked.level:
            world.rows.add(
                CapacityEntry,
                producer_id=good.maker.id,
                product_id=product,
                period=CapacityPeriod.MONTH,
                starts_on=month,
                level=booked.level,
                total=good.facts["capacity_per_month"],
                reserved=booked.reserved,
                updated_at=world.now,
            )
