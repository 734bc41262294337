"""Encryption of restricted fields at rest: Fernet, newest key first."""

import json
from typing import Any

from cryptography.fernet import Fernet, MultiFernet
from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

_keys: MultiFernet | None = None


def configure(keys: list[str]) -> None:
    """Use these Fernet keys, newest first: the first encrypts, all decrypt."""
    global _keys  # noqa: PLW0603 - one process, one set of keys, set once at start
    _keys = MultiFernet([Fernet(key) for key in keys])


def _fernet() -> MultiFernet:
    if _keys is None:
        raise RuntimeError("data keys are not configured")
    return _keys


def encrypt(text: str) -> str:
    """Encrypt text to a url-safe token."""
    return _fernet().encrypt(text.encode()).decode()


def decrypt(token: str) -> str:
    """Decrypt a token made by ``encrypt``; raises InvalidToken when no key fits."""
    return _fernet().decrypt(token.encode()).decode()


class Encrypted(TypeDecorator[Any]):
    """A JSON value stored encrypted; it cannot be searched or sorted by the database."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else encrypt(json.dumps(value))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(decrypt(value))
