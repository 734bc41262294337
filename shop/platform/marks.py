"""Marks of the database itself, such as the one that says it holds the example shop."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from shop.platform.db import Base, db

WORKER_STARTED = "worker_started"
"""When a worker last began on this database (ISO)."""


class SiteMark(Base):
    __tablename__ = "site_mark"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[str] = mapped_column(String(200), default="")


def mark(name: str) -> str | None:
    """The value of a mark, or None."""
    found = db.session.get(SiteMark, name)
    return found.value if found else None


def set_mark(name: str, value: str) -> None:
    """Set a mark in the running transaction."""
    db.session.merge(SiteMark(name=name, value=value))
