"""Which function handles which message, and how: inside the worker's transaction or before it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from shop.platform.outbox import Message

H = TypeVar("H", bound=Callable[[Any], None])


@dataclass(frozen=True)
class Handling:
    """A handler; ``outside`` ones do slow work (sending, drawing) and write in short transactions of their own."""

    handle: Callable[[Any], None]
    outside: bool


_HANDLINGS: dict[str, list[Handling]] = {}


def handles(*kinds: type[Message], outside: bool = False) -> Callable[[H], H]:
    """Register a function for messages; handlers bear a second run."""

    def register(function: H) -> H:
        for kind in kinds:
            _HANDLINGS.setdefault(kind.__name__, []).append(Handling(function, outside))
        return function

    return register


def handlings(name: str) -> list[Handling]:
    """The handlers of a message; none is a mistake of ours, seen as a failed message."""
    found = _HANDLINGS.get(name, [])
    if not found:
        raise LookupError(f"nobody handles {name}")
    return found
