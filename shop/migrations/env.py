"""Alembic's environment: the metadata of all features, batch mode for SQLite."""

import importlib
import pkgutil

from alembic import context
from flask import current_app

import shop
from shop.platform.db import Base, UtcDateTime

for _found in pkgutil.walk_packages(shop.__path__, "shop."):
    if _found.name.rsplit(".", 1)[-1] in ("models", "outbox", "marks"):
        importlib.import_module(_found.name)


def _render(kind: str, thing: object, autogen: object) -> str | bool:
    """Our column types are written as what they are in the database, so that migrations stand alone."""
    if kind == "type" and type(thing).__module__.startswith("shop."):
        plain = {
            "UtcDateTime": "sa.DateTime(timezone=True)",
            "JSON": "sa.JSON(none_as_null=True)",
            "Encrypted": "sa.Text()",
        }
        return plain[type(thing).__name__]
    return False


def _differs(_context: object, _inspected: object, _column: object, _type: object, ours: object) -> bool | None:
    return False if isinstance(ours, UtcDateTime) else None


def _run() -> None:
    with current_app.extensions["migrate"].db.engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            render_as_batch=True,
            render_item=_render,
            compare_type=_differs,
        )
        with context.begin_transaction():
            context.run_migrations()


_run()
