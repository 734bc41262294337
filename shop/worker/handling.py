"""Which function handles which message, and how: inside the worker's transaction or before it, alone or together."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from shop.platform.outbox import Message

H = TypeVar("H", bound=Callable[[Any], None])


@dataclass(frozen=True)
class Handling:
    """A handler; ``outside`` ones do slow work (sending, drawing) and write in short transactions of their own.

    One that ``gathers`` takes all messages of a batch that are its own as a list, and works outside.
    """

    handle: Callable[[Any], None]
    outside: bool
    gathers: bool


_HANDLINGS: dict[str, list[Handling]] = {}


def handles(*kinds: type[Message], outside: bool = False) -> Callable[[H], H]:
    """Register a function for messages; handlers bear a second run."""
    return _register(kinds, outside=outside, gathers=False)


def gathers(*kinds: type[Message]) -> Callable[[H], H]:
    """Register the one function for messages that cost less together; it works outside of the transaction."""
    return _register(kinds, outside=True, gathers=True)


def _register(kinds: tuple[type[Message], ...], **how: bool) -> Callable[[H], H]:
    def register(function: H) -> H:
        for kind in kinds:
            found = _HANDLINGS.setdefault(kind.__name__, [])
            found.append(Handling(function, **how))
            if len(found) > 1 and any(one.gathers for one in found):
                raise TypeError(f"{kind.__name__} is gathered and handled as well")
        return function

    return register


def handlings(name: str) -> list[Handling]:
    """The handlers of a message; none is a mistake of ours, seen as a failed message."""
    found = _HANDLINGS.get(name, [])
    if not found:
        raise LookupError(f"nobody handles {name}")
    return found


def gatherer(name: str) -> Handling | None:
    """The handler that takes messages of this name together, or None."""
    found = _HANDLINGS.get(name, [])
    return found[0] if found and found[0].gathers else None
