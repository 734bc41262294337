"""How often products were looked at, summed in memory until it is time to write."""

from datetime import date
from threading import Lock
from time import monotonic

SECONDS = 60.0
MOST_KEPT = 10_000

Sums = dict[tuple[str, date], int]


class Looks:
    """Looks of one process since they were last written; safe between threads."""

    def __init__(self) -> None:
        self._sums: Sums = {}
        self._since = monotonic()
        self._lock = Lock()

    def add(self, public_id: str, day: date) -> None:
        """One more look; what nobody can list is not kept without end."""
        with self._lock:
            if len(self._sums) < MOST_KEPT or (public_id, day) in self._sums:
                self._sums[public_id, day] = self._sums.get((public_id, day), 0) + 1

    def take(self, *, at_once: bool = False) -> Sums:
        """What is due to be written, once a minute; nothing in between."""
        with self._lock:
            if not at_once and monotonic() - self._since < SECONDS:
                return {}
            taken, self._sums, self._since = self._sums, {}, monotonic()
            return taken
