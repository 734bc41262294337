"""As many makers and products as one likes, believable and in bulk, for measuring."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import Any

from shop.catalogue.honesty import Paper, papers_in_order
from shop.catalogue.models import CapacityEntry, Certificate, Kind, PriceTier, Product
from shop.catalogue.pricing import unit_price
from shop.catalogue.types import CapacityLevel, CapacityPeriod, ProductStatus
from shop.demo.content import content
from shop.demo.goods import Shelf, add_photo, papers_of_content, read_shelf
from shop.demo.scale_makers import Stall, Stalls
from shop.demo.slugs import Slugs
from shop.demo.world import World
from shop.lib.clock import month_start
from shop.lib.slugs import slugify

A_STALL = 6  # products for each maker
EVERY = 5_000
_STEP = 500
_STATUSES = (ProductStatus.PUBLISHED, ProductStatus.DRAFT, ProductStatus.PAUSED, ProductStatus.WITHDRAWN)
_WEIGHTS = (94, 3, 2, 1)
_STALE, _FULL, _PLAIN = 0.15, 0.1, 0.08
_COPIED = ("price_basis moq multiple lead_days stock_mode customisation deposit_percent sample_price weight_g").split()


@dataclass(frozen=True)
class _Pattern:
    """A product of the example shop that others are made like."""

    facts: dict[str, Any]
    kind: Kind
    unit_id: int
    factor: int
    papers: list[Paper]


def add_many(world: World, products: int, progress: Callable[[int], None]) -> None:
    """So many products of a sixth as many makers, inserted as they come."""
    shelf = read_shelf()
    makers = Stalls(world)
    goods = _Goods(world, shelf)
    left = products
    while left:
        stall = makers.next()
        count = min(left, world.dice.randint(2, 2 * A_STALL - 2))
        for _ in range(count):
            goods.add(stall)
        left -= count
        if goods.waiting >= EVERY or not left:
            world.rows.flush()
            progress(goods.waiting)
            goods.waiting = 0


@lru_cache(maxsize=50_000)
def _slug_of(words: str) -> str:
    return slugify(words, "produk")


_SAME: dict[str, Any] = {
    "price_max": None,
    "price_on_request": False,
    "sold_out": False,
    "size_chart": [],
    "papers_in_order": True,
}


class _Goods:
    """Makes products; every one like a product of the example shop, with other words, prices and dates."""

    def __init__(self, world: World, shelf: Shelf) -> None:
        self.world, self.dice = world, world.dice
        self.words: dict[str, Any] = content("scale")
        self.patterns = _patterns(world, shelf)
        self.slugs = Slugs({slug for table, slug in world.slugs if table == "product"})
        self.pictures = _pictures()
        self.month = month_start(world.today)
        self.waiting = 0

    def add(self, stall: Stall) -> None:
        """One product of a stall."""
        self.waiting += 1
        pattern = self.dice.choice(self.patterns[self.dice.choice(stall.kinds)])
        name, motif, colour = self._name(pattern)
        price, tiers = self._prices(pattern)
        capacity = max(1, round(pattern.facts["capacity_per_month"] * self.dice.uniform(0.6, 1.6)))
        number = self.world.rows.add(
            Product,
            public_id=self.dice.public_id(),
            slug=self.slugs.next(_slug_of(name)),
            producer_id=stall.id,
            kind_id=pattern.kind.id,
            unit_id=pattern.unit_id,
            name=name,
            description=f"{pattern.facts['description']} {self.dice.choice(self.words['closings'])}",
            language="id",
            price=price,
            unit_price=unit_price(price, tiers, pattern.factor),
            capacity_per_month=capacity,
            stock_ready=self.dice.randint(2, 60) if pattern.facts["stock_mode"] == "ready" else None,
            attributes=_attributes(pattern, motif, colour),
            **_SAME,
            **{one: pattern.facts[one] for one in _COPIED},
            **self._moments(),
        )
        for least, tier_price in tiers:
            self.world.rows.add(PriceTier, product_id=number, min_quantity=least, price=tier_price)
        self._add_beside(stall, number, pattern, capacity)

    def _name(self, pattern: _Pattern) -> tuple[str, str, str]:
        own = self.words["kinds"][pattern.kind.code]
        motif, colour = self.dice.choice(self.words["motifs"]), self.dice.choice(self.words["colours"])
        parts = [self.dice.choice(own["heads"])]
        if "motif" in pattern.facts["attributes"]:
            parts.append(motif)
        if "colours" in pattern.facts["attributes"] or "colour" in pattern.facts["attributes"]:
            parts.append(colour.replace("_", " "))
        return f"{' '.join(parts)}, {self.dice.choice(own['tails'])}", motif, colour

    def _prices(self, pattern: _Pattern) -> tuple[int, list[tuple[int, int]]]:
        """A price near the pattern's, rounded, with the same steps below it."""
        usual = pattern.facts["price"]
        price = max(_STEP, round(usual * self.dice.uniform(0.82, 1.2) / _STEP) * _STEP)
        steps = {
            round(price * tier["price"] / usual / _STEP) * _STEP: tier["min_qty"] for tier in pattern.facts["tiers"]
        }
        return price, sorted((least, lower) for lower, least in steps.items() if 0 < lower < price)

    def _moments(self) -> dict[str, Any]:
        status = self.dice.choices(_STATUSES, _WEIGHTS)[0]
        began = self.world.now - timedelta(days=self.dice.uniform(1, 600))
        confirmed = self.dice.uniform(91, 300) if self.dice.happens(_STALE) else self.dice.uniform(0, 90)
        seen = max(began, self.world.now - timedelta(days=confirmed))
        out = status is not ProductStatus.DRAFT
        return {
            "status": status,
            "created_at": began,
            "submitted_at": began if out else None,
            "published_at": began if out else None,
            "last_confirmed_at": seen if out else began,
            "updated_at": seen,
        }

    def _add_beside(self, stall: Stall, number: int, pattern: _Pattern, capacity: int) -> None:
        """Photos of the same kind, papers like the pattern's, and a full month here and there."""
        self._add_photos(number, pattern.kind.code)
        for row, paper in zip(pattern.facts["certificates"], pattern.papers, strict=True):
            self.world.rows.add(
                Certificate,
                public_id=self.dice.public_id(),
                product_id=number,
                type=paper.type,
                status=paper.status,
                number=paper.number,
                expires_on=paper.expires_on,
                verified_at=self.world.now if row["verified_days_ago"] is not None else None,
            )
        if self.dice.happens(_FULL):
            self.world.rows.add(
                CapacityEntry,
                producer_id=stall.id,
                product_id=number,
                period=CapacityPeriod.MONTH,
                starts_on=self.month,
                level=CapacityLevel.FULL,
                total=capacity,
                reserved=capacity,
                updated_at=self.world.now,
            )

    def _add_photos(self, number: int, kind: str) -> None:
        if self.dice.happens(_PLAIN):
            return
        pictures = self.pictures[kind]
        shown = self.dice.sample(pictures, min(len(pictures), self.dice.randint(1, 2)))
        for place, (file, alt) in enumerate(shown):
            add_photo(self.world, number, file, alt, place)


def _attributes(pattern: _Pattern, motif: str, colour: str) -> dict[str, Any]:
    """The pattern's facts with the motif and colour that the name speaks of."""
    facts = dict(pattern.facts["attributes"])
    if "motif" in facts:
        facts["motif"] = motif
    if "colours" in facts:
        facts["colours"] = [colour]
    return facts


def _patterns(world: World, shelf: Shelf) -> Mapping[str, list[_Pattern]]:
    """What is on sale in the example shop with its papers in order, by kind."""
    found: dict[str, list[_Pattern]] = {}
    for facts in content("products"):
        kind, unit = shelf.kinds[facts["kind"]], shelf.units[facts["unit"]]
        papers = papers_of_content(world, facts)
        if facts["status"] == ProductStatus.PUBLISHED and papers_in_order(kind.rules, papers, world.today):
            found.setdefault(kind.code, []).append(_Pattern(facts, kind, unit.id, unit.factor, papers))
    return found


def _pictures() -> Mapping[str, list[tuple[str, str]]]:
    """The pictures that products of a kind show."""
    found: dict[str, dict[str, str]] = {}
    for row in content("products"):
        found.setdefault(row["kind"], {}).update({photo["file"]: photo["alt"] for photo in row["photos"]})
    return {kind: sorted(files.items()) for kind, files in found.items()}
