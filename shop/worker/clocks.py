"""The clocks: each is a message that leaves itself again, so that one mechanism keeps, delays and retries."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from shop.lib.clock import end_of_day_wib, now, today_wib
from shop.platform import outbox
from shop.worker.handling import handles

C = TypeVar("C", bound=Callable[[], object])


@dataclass(frozen=True)
class ClockStruck(outbox.Message):
    """A clock is due."""

    clock: str


@dataclass(frozen=True)
class _Clock:
    run: Callable[[], object]
    every: timedelta | None

    def next(self) -> datetime:
        """When it strikes again: after its time, or just after the coming midnight in Jakarta."""
        return now() + self.every if self.every else end_of_day_wib(today_wib()) + _AFTER_MIDNIGHT


_AFTER_MIDNIGHT = timedelta(minutes=5)
_CLOCKS: dict[str, _Clock] = {}


def clock(name: str, *, every: timedelta | None) -> Callable[[C], C]:
    """Register a function that runs every so often in a writing transaction; it must bear a second run.

    ``every=None`` is for what follows the calendar: it runs each night, when a new day has begun.
    """

    def register(function: C) -> C:
        _CLOCKS[name] = _Clock(function, every)
        return function

    return register


def start_clocks() -> None:
    """Leave the first word of every clock that has none waiting."""
    for name in _CLOCKS:
        outbox.leave(ClockStruck(name), key=f"clock:{name}")


@handles(ClockStruck)
def strike(message: ClockStruck) -> None:
    """Run a clock and leave word for its next time; a clock that no longer exists ends."""
    found = _CLOCKS.get(message.clock)
    if found is None:
        return
    found.run()
    outbox.leave(ClockStruck(message.clock), at=found.next(), key=f"clock:{message.clock}")
