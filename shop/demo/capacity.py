"""What the months of products hold, once all orders are known."""

from shop.catalogue.models import CapacityEntry
from shop.catalogue.types import CapacityPeriod
from shop.demo.world import World


def add_capacity(world: World) -> None:
    """One entry for each product and month in which something is taken or said."""
    goods = {good.id: good for good in world.goods.values()}
    for (product, month), booked in sorted(world.booked.items()):
        good = goods[product]
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
