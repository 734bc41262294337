"""make bench: prints speed, SELECTs and bytes of the public pages, and ends with 1 where the bar is missed."""

import argparse
import statistics
import sys
from pathlib import Path

from tests.bench.durable import inquiry_rate, raw_commits
from tests.bench.load import Rate, get_rate
from tests.bench.pages import Product, costs, find_product, first_views, paths
from tests.bench.report import Line, faults, print_lines
from tests.bench.shops import LARGE, SMALL, BenchShop, bench_shop
from tests.processes import ROOT, Running, environment, free_port, start_site, start_worker

ROUNDS = 3


def main() -> int:
    """Measure the shops of the wanted sizes; 0 when every page reaches the bar."""
    wanted = read_arguments()
    missed: list[str] = []
    for size in wanted.size or [SMALL, LARGE]:
        shop = bench_shop(size, wanted.folder)
        lines = measure(shop, max(1, wanted.seconds // ROUNDS))
        print_lines(f"{size:,} products", lines)
        missed += [f"{size:,} products: {fault}" for fault in faults(lines)]
    print("\n".join(missed) if missed else "Every page reaches the bar.")  # noqa: T201 - a tool that talks
    return 1 if missed else 0


def read_arguments() -> argparse.Namespace:
    """--size may be given several times."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--size", type=int, action="append", help=f"products (default: {SMALL} and {LARGE})")
    parser.add_argument("--seconds", type=int, default=6, help="for each page, in three rounds")
    parser.add_argument("--folder", type=Path, default=ROOT / "instance" / "bench", help="where shops are kept")
    return parser.parse_args()


def measure(shop: BenchShop, seconds: int) -> list[Line]:
    """Start the site, the yardstick and the worker, ask every page in turn for three rounds, end them."""
    log = shop.folder / "bench.log"
    yardstick = environment(shop.folder, free_port(), BENCH_DATABASE=f"sqlite:///{shop.database}")
    running = [start_site(shop.env, log), start_site(yardstick, log, "tests.bench.bare:app")]
    try:
        product = find_product(shop)
        lines = pages_measured(shop, int(yardstick["PORT"]), product, seconds)
        running.append(start_worker(shop.env, log))
        return [*lines, *inquiries_measured(shop, product, seconds * ROUNDS)]
    finally:
        stop(running)


def stop(running: list[Running]) -> None:
    """End all of them, also where one does not want to."""
    for one in running:
        one.stop()


def pages_measured(shop: BenchShop, bare_port: int, product: Product, seconds: int) -> list[Line]:
    """Each round asks the yardstick and then each page; a page counts by the middle one of its rounds."""
    addresses = paths(product)
    spent, views = costs(shop, addresses), first_views(shop, addresses)
    asked = {"bare": (bare_port, "/"), "bare, rows only": (bare_port, "/rows"), "hello": (bare_port, "/hello")}
    asked |= {name: (shop.port, path) for name, path in addresses.items()}
    rates: dict[str, list[Rate]] = {name: [] for name in asked}
    for _ in range(ROUNDS):
        for name, (port, path) in asked.items():
            rates[name].append(get_rate(port, path, seconds))
    return [
        Line(
            name=name,
            per_second=statistics.median(one.per_second for one in found),
            ratio=statistics.median(
                one.per_second / bare.per_second for one, bare in zip(found, rates["bare"], strict=True)
            ),
            p99=statistics.median(one.p99 for one in found),
            errors=sum(one.errors for one in found),
            cost=spent.get(name),
            view=views.get(name),
        )
        for name, found in rates.items()
    ]


def inquiries_measured(shop: BenchShop, product: Product, seconds: int) -> list[Line]:
    """Inquiries while the worker runs, with the bare commit loop as their measure."""
    raw = raw_commits(shop.folder, seconds)
    sent = inquiry_rate(shop, product, seconds)
    return [
        Line(name="raw commits", per_second=raw, ratio=1.0, p99=None, errors=0),
        Line(
            name="inquiries sent",
            per_second=sent.per_second,
            ratio=sent.per_second / raw,
            p99=sent.p99,
            errors=sent.errors,
        ),
    ]


if __name__ == "__main__":
    sys.exit(main())
