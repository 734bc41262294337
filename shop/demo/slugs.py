"""Slugs for very many names."""

from shop.lib.slugs import LONGEST

_ROOM = 8  # for a hyphen and a number


class Slugs:
    """Free slugs for very many names: a number behind each that came before."""

    def __init__(self, taken: set[str]) -> None:
        self._taken = taken
        self._last: dict[str, int] = {}

    def next(self, base: str) -> str:
        """The base, or the base with the next number."""
        while True:
            number = self._last[base] = self._last.get(base, 0) + 1
            found = base if number == 1 else f"{base[: LONGEST - _ROOM].rstrip('-')}-{number}"
            if found not in self._taken:
                self._taken.add(found)
                return found
