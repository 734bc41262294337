"""How evenly makers are featured; pure.

The figure is Jain's index (R. Jain, D. Chiu, W. Hawe, 1984): for the times x₁ … xₙ that each of n regencies was
featured it is (Σx)² / (n · Σx²). It is 1 when all were featured equally often and 1/n when only one was.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

WEEKS = 12


@dataclass(frozen=True)
class Turn:
    """A maker in the queue for being featured; ``last`` is when it last was, None for never."""

    producer_id: int
    regency_code: str
    last: date | None


def window_start(today: date) -> date:
    """The first day of the weeks over which fairness is counted."""
    return today - timedelta(weeks=WEEKS)


def jain_index(times: Collection[int]) -> float | None:
    """Jain's fairness index; None where nobody was featured, as there is nothing to judge."""
    squares = sum(count * count for count in times)
    return sum(times) ** 2 / (len(times) * squares) if squares else None


def by_turn(turns: Iterable[Turn], times: Mapping[str, int]) -> list[Turn]:
    """Never featured first, then the longest ago; of equals the one whose regency was featured least."""
    return sorted(
        turns, key=lambda one: (one.last or date.min, times.get(one.regency_code, 0), one.regency_code, one.producer_id)
    )


def seldom(times: Mapping[str, int]) -> frozenset[str]:
    """Regencies featured less than half as often as the average."""
    average = sum(times.values()) / len(times) if times else 0
    return frozenset(code for code, count in times.items() if count < average / 2)
