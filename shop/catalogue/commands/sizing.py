"""Replacing the size chart of a product."""

from shop.accounts.types import Actor
from shop.catalogue.commands.editing import done
from shop.catalogue.models import Product
from shop.catalogue.policies import may_manage
from shop.catalogue.sizes import SIZE, SizeChart, chart_faults
from shop.lib.errors import require


def set_size_chart(*, product: Product, chart: SizeChart, actor: Actor) -> None:
    """Replace the chart; empty rows and columns fall away, an empty chart is taken off."""
    require(may_manage(actor, product))
    fault = next(chart_faults(chart), None)
    if fault is not None:
        raise fault
    used = [at for at, name in enumerate(chart.measures) if name and any(values[at] for _, values in chart.rows)]
    product.size_chart = [
        {SIZE: size, **{chart.measures[at]: values[at] for at in used}} for size, values in chart.rows if size
    ]
    done(product, actor, "product.sizes_edited")
