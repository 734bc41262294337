"""The region that an actor's office roles reach, as a condition for queries; the policies say the same for one row."""

from typing import Any

from sqlalchemy import ColumnElement, false, or_, true
from sqlalchemy.orm import InstrumentedAttribute

from shop.accounts.types import Actor, Role

Column = InstrumentedAttribute[str] | InstrumentedAttribute[str | None] | ColumnElement[Any]


def within(column: Column, actor: Actor, *roles: Role) -> ColumnElement[bool]:
    """SQL condition: the region code lies inside a membership of the actor with one of ``roles``."""
    codes = reached_codes(actor, *roles)
    if codes is None:
        return true()
    inside = [or_(column == code, column.startswith(f"{code}.")) for code in codes]
    return or_(*inside) if inside else false()


def reached_codes(actor: Actor, *roles: Role) -> list[str] | None:
    """The regions of the actor's memberships with one of ``roles``; None for the whole country."""
    held = [role for role in actor.roles if role.role in roles]
    if any(role.region_code is None for role in held):
        return None
    return sorted({role.region_code for role in held if role.region_code is not None})
