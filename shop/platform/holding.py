"""Who decides on a row decides alone: rows and names that are held until the transaction ends."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from typing import Any, TypeVar

from sqlalchemy import Select, func, select
from sqlalchemy.exc import IntegrityError

from shop.lib.errors import ShopError
from shop.platform.db import Base, db

Found = TypeVar("Found", bound=Any)


def hold(row: Base) -> None:
    """Hold a row until the transaction ends, and read it as it is now; who holds it already is waited for."""
    wanted: Any = row
    entity = type(wanted)
    one = select(entity).where(entity.id == wanted.id).with_for_update(of=entity, key_share=True)
    db.session.scalars(one.execution_options(populate_existing=True)).one()


def unheld(statement: Select[Found], entity: type[Base]) -> Select[Found]:
    """For the clocks: the rows of ``entity`` that are found are held too, but those that somebody holds are left out.

    Who holds them is about to change them; what stays due is found when the clock strikes again.
    """
    return statement.with_for_update(of=entity, key_share=True, skip_locked=True).execution_options(
        populate_existing=True
    )


def hold_name(name: str) -> None:
    """Hold what has no row of its own, or none yet; on SQLite whoever writes is alone already."""
    if db.session.get_bind().dialect.name == "postgresql":
        number = int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), signed=True)
        db.session.execute(select(func.pg_advisory_xact_lock(number)))


@contextmanager
def refusing_twins(error: ShopError) -> Iterator[None]:
    """Write what is added or changed inside; raises ``error`` where the database has its like already."""
    try:
        with db.session.begin_nested():
            yield
    except IntegrityError:
        raise error from None
