"""How a request uses the database: reading by default, writing when its view says so, committed once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from flask import request

from shop.platform.db import db, writing

F = TypeVar("F", bound=Callable[..., Any])
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def writes(view: F) -> F:
    """Mark one of the few private GETs that may write (an audited read, a first look, session age)."""
    view.__dict__["writes"] = True
    return view


@contextmanager
def transaction(view: Callable[..., Any]) -> Iterator[None]:
    """Commit when the view returns, so that a failing commit becomes an error page; else roll back.

    What guards have read before is let go first: on SQLite the write lock is then taken at once.
    """
    if request.method in _SAFE and not getattr(view, "writes", False):
        yield
        return
    db.session.rollback()
    with writing():
        try:
            yield
            db.session.commit()
        except BaseException:
            db.session.rollback()
            raise


def keep_despite_error() -> None:
    """Commit what must outlive a refusal, such as a counted wrong try."""
    db.session.commit()
