"""Handlers, a module a feature; importing them makes them known."""

import importlib
import pkgutil
from functools import cache


@cache
def load() -> None:
    """Import every module of handlers once."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
