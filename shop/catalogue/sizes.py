"""The size chart of a product: sizes down, measures across, in centimetres or whatever the maker names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shop.catalogue.models import Product
from shop.lib.errors import Invalid
from shop.lib.nik import has_nik
from shop.lib.phone import has_phone

SIZE = "Ukuran"  # the head of the first column, as stored
MOST_MEASURES, MOST_SIZES = 5, 15
LONGEST_MEASURE, LONGEST_SIZE, LONGEST_VALUE = 30, 20, 12
_VALUE = re.compile(r"[\d.,/ –-]*")


@dataclass(frozen=True, kw_only=True)
class SizeChart:
    """Names of measures, and rows of a size with one value a measure; empty texts where nothing was written."""

    measures: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


def size_chart_of(product: Product) -> SizeChart:
    """The chart as it stands."""
    rows = [row for row in product.size_chart if isinstance(row, dict)]
    names = tuple(dict.fromkeys(str(name) for row in rows for name in row if name != SIZE))
    return SizeChart(
        measures=names,
        rows=tuple((str(row.get(SIZE, "")), tuple(str(row.get(name, "")) for name in names)) for row in rows),
    )


def chart_faults(chart: SizeChart) -> Iterator[Invalid]:
    """Everything wrong with a chart; fields are ``measure_<n>``, ``size_<n>`` and ``value_<n>_<measure>``."""
    yield from _measure_faults(chart)
    seen: set[str] = set()
    for at, (size, values) in enumerate(chart.rows):
        if any(values) and not size:
            yield Invalid("size_name_missing", f"size_{at}")
        if size and size.casefold() in seen:
            yield Invalid("size_twice", f"size_{at}")
        if len(size) > LONGEST_SIZE:
            yield Invalid("too_long", f"size_{at}", most=LONGEST_SIZE)
        seen.add(size.casefold())
        for place, value in enumerate(values):
            if len(value) > LONGEST_VALUE or not _VALUE.fullmatch(value):
                yield Invalid("size_value_unreadable", f"value_{at}_{place}")


def _measure_faults(chart: SizeChart) -> Iterator[Invalid]:
    seen: set[str] = {SIZE.casefold()}
    for at, name in enumerate(chart.measures):
        if not name and any(values[at] for _, values in chart.rows):
            yield Invalid("measure_name_missing", f"measure_{at}")
        if name and name.casefold() in seen:
            yield Invalid("measure_twice", f"measure_{at}")
        if len(name) > LONGEST_MEASURE:
            yield Invalid("too_long", f"measure_{at}", most=LONGEST_MEASURE)
        if has_nik(name):
            yield Invalid("nik_not_stored", f"measure_{at}")
        if has_phone(name):
            yield Invalid("phone_not_public", f"measure_{at}")
        seen.add(name.casefold())
