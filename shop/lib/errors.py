"""The one notion of errors: a code, perhaps a field, and parameters; the words are found elsewhere."""


class ShopError(Exception):
    """Something the shop refuses. Features raise it, the edges choose a page and words for it."""

    def __init__(self, code: str, field: str | None = None, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.params = params


class NotFound(ShopError):
    """There is no such thing, or none that this person may know of."""


class Forbidden(ShopError):
    """This person may not do that."""


class WrongState(ShopError):
    """The thing is not in a state that allows this."""


class Invalid(ShopError):
    """Something typed or sent cannot be accepted."""


class Conflict(ShopError):
    """Somebody or something else was there first."""


def require(allowed: bool) -> None:
    """Raise Forbidden unless a policy said yes."""
    if not allowed:
        raise Forbidden("not_allowed")
