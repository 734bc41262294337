"""Who acts in this request, and the one guard of each area."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, g

from shop.accounts.types import VISITOR, Actor
from shop.lib.errors import Forbidden


def actor() -> Actor:
    """The actor of this request; a visitor where no guard has looked."""
    found: Actor = g.get("actor") or VISITOR
    return found


def guard(area: Blueprint, check: Callable[[], Any]) -> None:
    """Put one check before every page of an area; it covers the nested blueprints too."""
    area.before_request(check)
    area.record_once(lambda state: state.app.extensions.setdefault("guarded_areas", set()).add(area.name))


def refuse_unless(allowed: bool) -> None:
    """Not yours and not there look the same from outside."""
    if not allowed:
        raise Forbidden("not_allowed")
