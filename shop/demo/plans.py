"""Who asks whom for what, and how it ends: a year of inquiries thought out before any row is made."""

import enum
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from shop.accounts.types import BuyerType
from shop.demo.buyers import Buyer
from shop.demo.content import content
from shop.demo.dice import Dice
from shop.demo.world import Good, World
from shop.orders.types import OrderState

LARGE = 300
_BEFORE_LARGE = LARGE - 1
_MORE_LINES = 0.16
_ACCOUNTS_FIRST = 0.25
_SPREAD = 0.45
_SURE = (1, 50, 5, 51, 44, 3, 20, 28)  # makers whose stalls have something open


class End(enum.StrEnum):
    """How an inquiry ends, or where it stands."""

    WAITING = "waiting"
    TALKING = "talking"
    QUOTED = "quoted"
    ORDERED = "ordered"
    TURNED_DOWN = "turned_down"
    RAN_OUT = "ran_out"
    DECLINED = "declined"
    UNANSWERED = "unanswered"
    WITHDRAWN = "withdrawn"
    SPAM = "spam"


OPEN = frozenset({End.WAITING, End.TALKING, End.QUOTED})
ANSWERED = frozenset({End.TALKING, End.QUOTED, End.ORDERED, End.TURNED_DOWN, End.RAN_OUT, End.DECLINED})


@dataclass(frozen=True)
class Share:
    """What one maker is asked for, and after how many hours it answers."""

    good: Good
    quantity: int
    hours: float


@dataclass
class Plan:
    """One inquiry: so many days old, from a buyer, in words, ending somehow."""

    days: int
    end: End
    order: OrderState | None = None
    buyer: Buyer | None = None
    words: str = ""
    needed_in: int | None = None
    shares: list[Share] = field(default_factory=list)

    def asker(self) -> Buyer:
        """The buyer, once the plan is filled."""
        if self.buyer is None:
            raise LookupError("nobody asks yet")
        return self.buyer


_RUNNING = (
    (OrderState.ACCEPTED, (4, 5, 6)),
    (OrderState.IN_PRODUCTION, (9, 12, 14, 18, 22)),
    (OrderState.READY, (16, 24)),
    (OrderState.HANDED_OVER, (26, 31, 36)),
    (OrderState.CHANGES_ASKED, (33,)),
)
_STANDING = (
    (End.WAITING, (0, 0, 0, 1, 1, 1, 2, 2, 6)),
    (End.TALKING, (1, 2, 2, 3, 4)),
    (End.QUOTED, (1, 2, 2, 3, 4, 5, 5, 6, 7, 8, 9, 10, 11, 12)),
)
_PAST = (
    (End.ORDERED, OrderState.DONE, 44),
    (End.ORDERED, OrderState.CANCELLED, 5),
    (End.TURNED_DOWN, None, 22),
    (End.RAN_OUT, None, 18),
    (End.DECLINED, None, 24),
    (End.UNANSWERED, None, 9),
    (End.WITHDRAWN, None, 6),
    (End.SPAM, None, 10),
)
_NEWEST_PAST, _OLDEST = 45, 362


def planned(world: World, buyers: list[Buyer]) -> list[Plan]:
    """All inquiries, the oldest first; answering times have the median of the content."""
    plans = _frames(world.dice)
    makers = _Asking(world, buyers)
    large = list(content("inquiries")["large"])
    for plan in plans:
        if plan.end is End.SPAM:
            makers.fill_spam(plan)
        elif large and plan.end not in OPEN and plan.order not in (None, OrderState.CANCELLED):
            makers.fill_large(plan, large.pop())
        else:
            makers.fill(plan)
    _set_pace(plans)
    return sorted(plans, key=lambda plan: -plan.days)


def _frames(dice: Dice) -> list[Plan]:
    running = [Plan(days, End.ORDERED, state) for state, ages in _RUNNING for days in ages]
    standing = [Plan(days, end) for end, ages in _STANDING for days in ages]
    past = [Plan(dice.randint(_NEWEST_PAST, _OLDEST), end, state) for end, state, count in _PAST for _ in range(count)]
    dice.shuffle(past)
    return standing + running + past


def _set_pace(plans: list[Plan]) -> None:
    """Scale the answering times so that half of them lie below the median of the content."""
    hours = [share.hours for plan in plans if plan.end in ANSWERED for share in plan.shares[:1]]
    pace = content("inquiries")["median_reply_hours"] / median(hours)
    for plan in plans:
        plan.shares = [Share(share.good, share.quantity, share.hours * pace) for share in plan.shares]


class _Asking:
    """Fills plans with buyers, goods and words; the shares of buyer types come out as the content says."""

    def __init__(self, world: World, buyers: list[Buyer]) -> None:
        self.dice = world.dice
        self.facts: dict[str, Any] = content("inquiries")
        self.buyers = buyers
        self.by_number = world.goods
        self.goods = [good for good in world.goods.values() if good.is_public]
        total = self.facts["total"]
        self.left = Counter({kind: round(total * share / 100) for kind, share in self.facts["shares"].items()})
        self.left["household"] -= sum(count for end, _, count in _PAST if end is End.SPAM)
        for row in self.facts["large"]:
            self.left[row["buyer_type"]] -= 1
        self.asked_for: Counter[int] = Counter()
        self.spam = list(self.facts["spam"])
        self.turns = 0

    def fill(self, plan: Plan) -> None:
        wanted = self._sure_maker() if plan.end in OPEN or plan.order in dict(_RUNNING) else None
        found = self._match(lambda good: wanted is None or good.maker.facts["number"] == wanted)
        template, good = found or self._match(bool) or _nothing()
        kind = template["buyer_type"]
        self.left[kind] -= 1
        plan.buyer, plan.words = self._buyer(kind), template["message"]
        plan.needed_in = self.dice.randint(*template["needed_in_days"])
        plan.shares = [self._share(good, self.dice.randint(*template["quantity"]))]
        if self.dice.happens(_MORE_LINES):
            self._add_line(plan, template)

    def fill_large(self, plan: Plan, row: dict[str, Any]) -> None:
        good = self.by_number[row["product"]]
        plan.buyer, plan.needed_in = self._buyer(row["buyer_type"]), row["needed_in_days"]
        plan.words = "Mohon penawaran tertulis untuk {jumlah} {satuan}, dikirim ke {tempat} sebelum {tanggal}."
        plan.shares = [Share(good, row["quantity"], self._hours(good))]

    def fill_spam(self, plan: Plan) -> None:
        good = self.dice.choice(self.goods)
        plan.buyer, plan.words = self._buyer("household"), self.spam.pop()
        plan.shares = [self._share(good, good.facts["moq"])]

    def _sure_maker(self) -> int:
        self.turns += 1
        return self.dice.turn(_SURE, self.turns - 1)

    def _match(self, fits: Callable[[Good], object]) -> tuple[dict[str, Any], Good] | None:
        """A template whose buyers are still wanted and a product for it, those asked for least often first."""
        templates = [row for row in self.facts["templates"] if self.left[row["buyer_type"]] > 0]
        self.dice.shuffle(templates)
        templates.sort(key=lambda row: -self.left[row["buyer_type"]] * self.dice.random())
        for template in templates:
            fitting = [good for good in self.goods if self._fits(good, template) and fits(good)]
            if fitting:
                least = min(self.asked_for[good.id] for good in fitting)
                return template, self.dice.choice([good for good in fitting if self.asked_for[good.id] == least])
        return None

    @staticmethod
    def _fits(good: Good, template: dict[str, Any]) -> bool:
        return good.facts["kind"] in template["kinds"] and good.facts["moq"] <= template["quantity"][1]

    def _share(self, good: Good, wanted: int) -> Share:
        """A quantity that the product's minimum and multiple allow, below what counts as large."""
        self.asked_for[good.id] += 1
        multiple = good.facts["multiple"]
        most = _BEFORE_LARGE // {"lusin": 12, "kodi": 20}.get(good.facts["unit"], 1)
        quantity = -(-max(wanted, good.facts["moq"]) // multiple) * multiple
        return Share(good, min(quantity, most // multiple * multiple), self._hours(good))

    def _add_line(self, plan: Plan, template: dict[str, Any]) -> None:
        taken = {share.good.maker.id for share in plan.shares}
        others = [good for good in self.goods if self._fits(good, template) and good.maker.id not in taken]
        if others:
            plan.shares.append(self._share(self.dice.choice(others), self.dice.randint(*template["quantity"])))

    def _hours(self, good: Good) -> float:
        return float(good.maker.facts["reply_hours"] * self.dice.lognormvariate(0, _SPREAD))

    def _buyer(self, kind: str) -> Buyer:
        own = [buyer for buyer in self.buyers if buyer.type == BuyerType(kind)]
        known = [buyer for buyer in own if buyer.user_id is not None]
        return self.dice.choice(known if known and self.dice.happens(_ACCOUNTS_FIRST) else own)


def _nothing() -> tuple[dict[str, Any], Good]:
    raise LookupError("no template is left for a buyer who is still wanted")
