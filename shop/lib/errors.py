"""The one notion of errors: a code, perhaps a field, and parameters; the words are found elsewhere."""

from collections.abc import Sequence


class ShopError(Exception):
    """Something the shop refuses. Features raise it, the edges choose a page and words for it."""

    def __init__(self, code: str, field: str | None = None, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.params = params

    @property
    def every(self) -> "Sequence[ShopError]":
        """All that is refused, each an error of its own."""
        return (self,)


class NotFound(ShopError):
    """There is no such thing, or none that this person may know of."""


class Forbidden(ShopError):
    """This person may not do that."""


class WrongState(ShopError):
    """The thing is not in a state that allows this."""


class Invalid(ShopError):
    """Something typed or sent cannot be accepted."""


class Incomplete(Invalid):
    """Several things are missing at once; by itself it is the first of them."""

    def __init__(self, missing: Sequence[Invalid]) -> None:
        super().__init__(missing[0].code, missing[0].field, **missing[0].params)
        self.missing = tuple(missing)

    @property
    def every(self) -> Sequence[ShopError]:
        return self.missing


class Conflict(ShopError):
    """Somebody or something else was there first."""


def require(allowed: bool) -> None:
    """Raise Forbidden unless a policy said yes."""
    if not allowed:
        raise Forbidden("not_allowed")
