"""What pages are made of again and again, worked out once a process: addresses without values, pieces of pages.

Nothing here has to be forgotten when data changes: a piece is kept under everything that it shows.
"""

from collections.abc import Callable, Container
from typing import Any

from shop.text.language import current_language

MOST_PIECES = 4_000
MOST_LETTERS = 6_000_000
"""Of all pieces of a process together: what they may take of its memory."""


class KeptAddresses:
    """url_for of templates: an address that takes no values is built once for each language.

    Not where an area adds values of its own (``adding``), which are those of one request.
    """

    def __init__(self, build: Callable[..., str], adding: Container[str | None] = ()) -> None:
        self._build, self._adding = build, adding
        self._kept: dict[tuple[str, str], str] = {}

    def __call__(self, endpoint: str, **values: Any) -> str:
        """As flask.url_for."""
        if values or endpoint.startswith(".") or endpoint.partition(".")[0] in self._adding:
            return self._build(endpoint, **values)
        key = (endpoint, current_language())
        address = self._kept.get(key)
        if address is None:
            address = self._kept[key] = self._build(endpoint)
        return address


class KeptPieces:
    """``piece(macro, ...)`` in templates: what a macro draws from its arguments and the language alone.

    Not for a macro that looks at the request, the session or the clock.
    """

    def __init__(self) -> None:
        self._pieces: dict[Any, Any] = {}
        self._letters = 0

    def __call__(self, macro: Any, *arguments: Any) -> Any:
        """The piece, drawn now if these arguments were not there before; all are let go when they are too many."""
        key = (macro.name, current_language(), *map(_frozen, arguments))
        piece = self._pieces.get(key)
        if piece is None:
            piece = macro(*arguments)
            if len(self._pieces) >= MOST_PIECES or self._letters > MOST_LETTERS:
                self._pieces.clear()
                self._letters = 0
            self._pieces[key] = piece
            self._letters += len(piece)
        return piece


def _frozen(value: Any) -> Any:
    """Something to find by; text that is markup already is another key than the same text to be escaped."""
    kind = type(value)
    if kind is str or value is None:
        return value
    if kind in (list, tuple):
        return (kind, *map(_frozen, value))
    if kind is dict:
        return (dict, *value, *map(_frozen, value.values()))
    return (kind, value)
