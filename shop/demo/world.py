"""What the parts of the loader share: chance, rows, the day of loading, and the ids of what was made before."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from shop.catalogue.types import CapacityLevel, ProductStatus
from shop.demo.dice import Dice
from shop.demo.rows import Rows
from shop.lib.clock import WIB, now, today_wib
from shop.lib.slugs import free_slug, slugify
from shop.platform import images

_OPENS, _CLOSES = 7, 20


@dataclass(frozen=True)
class Maker:
    """A maker that was added: its row, its content, and who signs in for it."""

    id: int
    public_id: str
    slug: str
    user_id: int | None
    facts: dict[str, Any]


@dataclass(frozen=True)
class Good:
    """A product that was added; ``is_public`` by status, papers and its maker's consent."""

    id: int
    public_id: str
    slug: str
    maker: Maker
    facts: dict[str, Any]
    status: ProductStatus
    is_public: bool


@dataclass
class Booked:
    """What a month of a product holds: units taken by orders, and what the maker says."""

    reserved: int = 0
    level: CapacityLevel | None = None


@dataclass(frozen=True)
class Account:
    """A sign-in of the example shop as it is written for people."""

    role: str
    login: str
    secret: str
    totp: str | None
    name: str
    office: str | None = None
    producer: str | None = None


@dataclass
class World:
    """One loading."""

    dice: Dice
    formats: tuple[images.Format, ...] = images.FORMATS
    rows: Rows = field(default_factory=Rows)
    now: datetime = field(default_factory=now)
    today: date = field(default_factory=today_wib)
    accounts: list[Account] = field(default_factory=list)
    hashes: dict[str, str] = field(default_factory=dict)
    offices: dict[str, int] = field(default_factory=dict)
    staff: dict[tuple[str, str], int] = field(default_factory=dict)
    partners: dict[str, int] = field(default_factory=dict)
    programmes: dict[str, int] = field(default_factory=dict)
    units: dict[str, int] = field(default_factory=dict)
    makers: dict[int, Maker] = field(default_factory=dict)
    enrolments: dict[int, list[int]] = field(default_factory=dict)
    goods: dict[int, Good] = field(default_factory=dict)
    companion_of: dict[int, int] = field(default_factory=dict)
    helpers: dict[int, int] = field(default_factory=dict)
    used_reviews: Counter[str] = field(default_factory=Counter)
    booked: dict[tuple[int, date], Booked] = field(default_factory=dict)
    slugs: set[tuple[str, str]] = field(default_factory=set)

    def day(self, days: int) -> date:
        """The date so many days from the day of loading; negative means past."""
        return self.today + timedelta(days=days)

    def ago(self, days: int) -> datetime:
        """A moment in the daytime of that many days ago, never in the future."""
        hour = time(self.dice.randint(_OPENS, _CLOSES), self.dice.randint(0, 59))
        moment = datetime.combine(self.day(-days), hour, WIB)
        return min(moment, self.now - timedelta(minutes=self.dice.randint(5, 90)))

    def slug(self, table: str, words: str, fallback: str) -> str:
        """A slug that nothing else of the table has."""
        found = free_slug(slugify(words, fallback), lambda slug: (table, slug) in self.slugs)
        self.slugs.add((table, found))
        return found

    def curator(self, office: str) -> int:
        """The curator of an office."""
        return self.staff[office, "curator"]
