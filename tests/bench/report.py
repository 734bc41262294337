"""The table of a run, and what in it misses the bar."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tests.bench.pages import Cost

LEAST_RATIO = 0.25
MOST_SELECTS = 8
HEAVIEST_VIEW = 150_000
_HEAD = ("", "per second", "of bare", "p99 ms", "SELECTs", "bytes", "compressed", "first view")


@dataclass(frozen=True, kw_only=True)
class Line:
    """One page: answers a second, their ratio to the yardstick of the same round, and what the page costs."""

    name: str
    per_second: float
    ratio: float
    p99: float | None
    errors: int
    cost: Cost | None = None
    view: int | None = None


def print_lines(title: str, lines: Iterable[Line]) -> None:
    """The table; a dash where nothing was measured."""
    rows = [_HEAD, *(_cells(line) for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    print(f"\n{title}")  # noqa: T201 - a tool that talks
    for row in rows:
        rest = "  ".join(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))
        print(f"{row[0].ljust(widths[0])}  {rest}", flush=True)  # noqa: T201 - a tool that talks


def _cells(line: Line) -> tuple[str, ...]:
    cost = line.cost
    return (
        line.name,
        f"{line.per_second:,.0f}",
        f"{line.ratio:.2f}",
        "-" if line.p99 is None else f"{line.p99:.1f}",
        *((f"{cost.selects}", f"{cost.plain:,}", f"{cost.compressed:,}") if cost else ("-", "-", "-")),
        "-" if line.view is None else f"{line.view:,}",
    )


def faults(lines: Iterable[Line]) -> Iterator[str]:
    """What misses the bar: pages by ratio, SELECTs and first view; an error is always one."""
    for line in lines:
        if line.errors:
            yield f"{line.name} answered {line.errors} times with an error"
        if line.cost is None:
            continue
        if line.ratio < LEAST_RATIO:
            yield f"{line.name} is made at {line.ratio:.2f} of bare, less than {LEAST_RATIO}"
        if line.cost.selects > MOST_SELECTS:
            yield f"{line.name} asks {line.cost.selects} SELECTs, more than {MOST_SELECTS}"
        if line.view is not None and line.view > HEAVIEST_VIEW:
            yield f"{line.name} weighs {line.view:,} bytes at first view, more than {HEAVIEST_VIEW:,}"
